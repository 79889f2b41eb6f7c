import type { When } from '@milepost/sdk/manifest';
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

/** `GET /api/session`. */
export interface SessionAnswer extends SessionInfo {
  readonly identity: {
    readonly kind: 'demo' | 'oidc' | 'embed';
    /** Whether the demo's user switcher may be offered. */
    readonly canSwitch: boolean;
  };
}

/** A user of the demo; `id` is `tenant:person`. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly jobTitle: string | null;
  readonly unit: string | null;
  /** Why to look at the product as this person; those without are found by searching. */
  readonly hint: Words | null;
  readonly tenantId: string;
  readonly tenantName: string;
}

/** `GET /api/demo/users`. */
export interface DemoUsers {
  readonly users: readonly DemoUser[];
}
