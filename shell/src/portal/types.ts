import type { PluginManifest, When } from '@milepost/sdk/manifest';
import type { PortalFile as FilePortal, PortalPage as FilePage } from '@milepost/sdk/portal';
import type { Problem, SessionInfo } from '@milepost/sdk';
import type { Role, Words } from '@milepost/crm';

/** A page as the frame sees it: any kind of the portal file, and the shell's own `about`. */
export interface PortalPage {
  readonly id: string;
  readonly path: string;
  readonly kind: FilePage['kind'] | 'about';
  readonly title?: Words;
  readonly icon?: string;
  readonly plugin?: string;
  readonly contribution?: string;
  readonly slot?: string;
  readonly byRole?: Readonly<Partial<Record<Role, string>>>;
  readonly when?: When;
}

/** The portal file with the shell's own pages added. */
export type PortalFile = Omit<FilePortal, 'pages'> & { readonly pages: readonly PortalPage[] };

/** `GET /api/portal`. */
export interface PortalAnswer {
  readonly portal: PortalFile;
  readonly problems: readonly Problem[];
}

/** One version of a plugin in the snapshot. */
export interface PluginVersion {
  readonly version: string;
  readonly baseUrl: string;
  readonly manifest: PluginManifest;
}

/** One plugin of the snapshot. */
export interface SnapshotPlugin extends PluginVersion {
  readonly id: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly lastKnownGood: PluginVersion | null;
}

/** `GET /api/registry/snapshot`. */
export interface Snapshot {
  readonly id: string;
  readonly plugins: readonly SnapshotPlugin[];
  readonly problems: readonly Problem[];
}

/** `GET /api/session`. */
export interface SessionAnswer extends SessionInfo {
  readonly identity: 'demo' | 'oidc' | 'embed';
}

/** A user of the demo. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly unitName?: string | null;
  readonly hint?: Words | string | null;
}
