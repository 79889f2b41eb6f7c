import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineServerPart } from './define.ts';
import type { ServerPart } from './types.ts';

/**
 * Imports the server part of a plugin folder: `server/index.ts`, or `server/index.js` where it was built. Undefined where the
 * plugin has none.
 * @throws TypeError when the module does not export one, or exports another plugin's.
 */
export async function loadServerPart(pluginFolder: string, pluginId: string): Promise<ServerPart | undefined> {
  for (const name of ['index.ts', 'index.js']) {
    const file = join(pluginFolder, 'server', name);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) continue;
    const module = (await import(pathToFileURL(file).href)) as { default?: ServerPart };
    if (!module.default) throw new TypeError(`${file}: export the server part as default`);
    const part = defineServerPart(module.default);
    if (part.id !== pluginId) throw new TypeError(`${file}: the server part is of ${part.id}, the manifest of ${pluginId}`);
    return part;
  }
  return undefined;
}
