/**
 * Constants for the build of a page that runs plugins. They cut what we do not use from the Module Federation runtime.
 * `FEDERATION_ALLOW_NEW_FUNCTION` must not be among them in any form: its presence alone turns on code from strings.
 */
export const runtimeDefines: Readonly<Record<string, string>> = {
  FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: 'true',
  ENV_TARGET: '"web"',
};
