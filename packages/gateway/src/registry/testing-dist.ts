import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const words = { 'zh-CN': '样例', en: 'Sample' };

/** A folder of its own for a test. */
export async function testFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'milepost-registry-'));
}

/** Writes what a build of a small plugin writes, and answers the folder. */
export async function writeDist(
  version: string,
  { id = 'sample', code = `export const v = '${version}';`, change = {} }: { id?: string; code?: string; change?: object } = {},
): Promise<string> {
  const dist = await testFolder();
  const files: Readonly<Record<string, string>> = { 'remoteEntry.js': code, 'assets/view-a1.js': 'export {};' };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), text);
  }
  const integrity = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, `sha384-${createHash('sha384').update(text).digest('base64')}`]),
  );
  const manifest = {
    manifestVersion: 1,
    id,
    version,
    sdk: '^1.0.0',
    name: words,
    description: words,
    remote: { entry: 'remoteEntry.js', name: `sample_${version.replaceAll('.', '_')}`, module: './plugin' },
    contributes: { widgets: [{ id: 'card', view: 'card', title: words, slots: ['home/rep/v1'] }] },
    config: { type: 'object', properties: { days: { type: 'integer', default: 5 } } },
    capabilities: { network: ['tiles.example.com'] },
    collections: [{ name: 'notes', title: words, schema: { type: 'object' }, access: { read: 'scope', write: ['rep'] } }],
    locales: ['zh-CN', 'en'],
    integrity,
    ...change,
  };
  await writeFile(join(dist, 'plugin.json'), JSON.stringify(manifest));
  return dist;
}

/** A portal file that uses the sample. */
export function samplePortal(range = '^1.0.0'): object {
  return {
    portalVersion: 1,
    title: words,
    defaultLocale: 'zh-CN',
    plugins: { sample: { version: range } },
    pages: [{ id: 'home', path: '/', kind: 'slots', title: words, icon: 'home', slot: 'home/rep/v1' }],
    navigation: [{ page: 'home' }],
    slots: { 'home/rep/v1': [{ plugin: 'sample', widget: 'card' }] },
    embed: { origins: ['https://crm.example.com'] },
  };
}
