import type { Problem } from '@milepost/sdk';
import type { PluginManifest } from '@milepost/sdk/manifest';

/** One version of a plugin that can be loaded. */
export interface PluginVersion {
  readonly version: string;
  /** Absolute or relative to the gateway, with a slash at the end. */
  readonly baseUrl: string;
  /** Without the schemas of its collections and the integrity, which browsers do not need here. */
  readonly manifest: PluginManifest;
}

/** One plugin of the portal. */
export interface SnapshotPlugin extends PluginVersion {
  readonly id: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** What to show when `version` fails on this page. */
  readonly lastKnownGood: PluginVersion | null;
}

/** The registry's one answer: which version of each plugin this page uses. */
export interface Snapshot {
  readonly id: string;
  readonly plugins: readonly SnapshotPlugin[];
  readonly problems: readonly (Problem & { readonly remedy?: string })[];
}

/** The absolute URL of a version's folder. */
export function baseUrlOf(version: PluginVersion, gatewayUrl: string): string {
  const page = globalThis.location?.href ?? 'http://localhost/';
  return new URL(version.baseUrl, new URL(gatewayUrl || '/', page)).href;
}
