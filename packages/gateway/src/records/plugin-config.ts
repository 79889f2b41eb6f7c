import type { PluginManifest } from '@milepost/sdk/manifest';

/** A plugin's configuration: what the portal file says over the defaults of the manifest's top-level properties. */
export function pluginConfig(
  { config }: Pick<PluginManifest, 'config'>,
  given: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const properties = (config?.['properties'] ?? {}) as Readonly<Record<string, { readonly default?: unknown }>>;
  const defaults = Object.entries(properties).flatMap(([name, schema]) =>
    schema.default === undefined ? [] : [[name, schema.default]],
  );
  return { ...(Object.fromEntries(defaults) as Readonly<Record<string, unknown>>), ...given };
}
