import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Registry } from '@milepost/gateway/registry';
import { defaultDataDir } from '@milepost/gateway/postgres';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

/** The data folder commands work on: `--data`, else MILEPOST_DATA, else the one `npm start` uses. */
export async function dataFolder(named: string | undefined): Promise<string> {
  return named === undefined ? await defaultDataDir(checkout) : resolve(named);
}

/** The registry in a data folder. */
export async function openRegistry(named: string | undefined): Promise<Registry> {
  const { Registry: Opened } = await import('@milepost/gateway/registry');
  return new Opened(await dataFolder(named));
}
