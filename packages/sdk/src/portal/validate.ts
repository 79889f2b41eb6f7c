import type { PluginManifest } from '../manifest/types.ts';
import { schemaCheck } from '../validation/check-schema.ts';
import type { ContractProblem } from '../validation/problem.ts';
import { checkPages } from './check-pages.ts';
import { checkPlugins } from './check-plugins.ts';
import schema from './portal.schema.json' with { type: 'json' };
import type { PortalFile } from './types.ts';

/** What the registry knows, as far as a portal file is checked against it. */
export interface PortalContext {
  pluginIds(): readonly string[];
  /** Usable versions, newest first. */
  versionsOf(pluginId: string): readonly string[];
  /** The manifest that would be used, or null when no usable version lies in the range. */
  resolve(pluginId: string, range: string): PluginManifest | null;
}

/**
 * What a check of a portal file found. `portal` beside problems is set when the shape is right and only names are wrong:
 * such a portal can be shown, with error cards where the wrong names stand.
 */
export type PortalResult =
  | { readonly ok: true; readonly portal: PortalFile }
  | { readonly ok: false; readonly portal: PortalFile | null; readonly problems: readonly ContractProblem[] };

const check = schemaCheck(schema, 'portal');

/** Checks a parsed portal file: its shape, its pages, and every plugin, page and widget it names. For servers and commands. */
export function validatePortal(json: unknown, context: PortalContext): PortalResult {
  const shape = check(json);
  if (shape.length > 0) return { ok: false, portal: null, problems: shape };
  const portal = json as PortalFile;
  const problems = [...checkPages(portal), ...checkPlugins(portal, context)];
  return problems.length > 0 ? { ok: false, portal, problems } : { ok: true, portal };
}
