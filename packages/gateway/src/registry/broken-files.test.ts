import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Registry } from './registry.ts';
import { buildSnapshot } from './snapshot.ts';
import { samplePortal, testFolder, writeDist } from './testing-dist.ts';
import type { PortalFile } from '@milepost/sdk/portal';

async function twoPlugins(): Promise<Registry> {
  const registry = new Registry(await testFolder());
  await registry.publish(await writeDist('1.0.0'));
  await registry.publish(await writeDist('1.0.0', { id: 'other' }));
  return registry;
}

const problems = async (registry: Registry) => (await registry.state()).problems.map(({ path, code }) => `${path} ${code}`);

describe('a registry with broken files', () => {
  it.each(['{ "versions": [', '{}', ''])(
    'keeps what it read before versions.json became %j, and names the file',
    async (text) => {
      const registry = await twoPlugins();
      await registry.state();
      const file = join(registry.folder, 'sample/versions.json');
      const whole = await readFile(file, 'utf8');
      await writeFile(file, text);
      const snapshot = buildSnapshot(await registry.state(), samplePortal() as PortalFile);
      expect(snapshot.plugins.map(({ id, version }) => `${id} ${version}`)).toEqual(['sample 1.0.0']);
      expect(snapshot.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
        'registry/sample/versions.json registry.versions-file',
      ]);
      expect([...(await registry.state()).plugins.keys()]).toEqual(['other', 'sample']);
      await writeFile(file, whole);
      expect(await problems(registry)).toEqual([]);
    },
  );

  it('goes without the plugin when it never read a whole file, and still has the others', async () => {
    const { folder } = await twoPlugins();
    await writeFile(join(folder, 'sample/versions.json'), 'x');
    const registry = new Registry(join(folder, '..'));
    expect([...(await registry.state()).plugins.keys()]).toEqual(['other']);
    expect(await problems(registry)).toEqual(['registry/sample/versions.json registry.versions-file']);
  });

  it('does not publish over a broken versions.json: the versions it names would be lost', async () => {
    const registry = await twoPlugins();
    await writeFile(join(registry.folder, 'sample/versions.json'), '{');
    await expect(registry.publish(await writeDist('1.1.0'))).rejects.toMatchObject({ code: 'registry.versions-file' });
    await expect(registry.rollback('sample', '1.0.0')).rejects.toMatchObject({ code: 'registry.versions-file' });
    expect(await readFile(join(registry.folder, 'sample/versions.json'), 'utf8')).toBe('{');
  });

  it.each([
    ['is not JSON', () => '{'],
    ['lacks what a manifest has', () => '{"id":"sample"}'],
    ['is another plugin’s', (text: string) => text.replace('"id":"sample"', '"id":"other"')],
  ])('leaves a version out whose manifest %s', async (_name, spoil) => {
    const { folder } = await twoPlugins();
    const [entry] = (
      JSON.parse(await readFile(join(folder, 'sample/versions.json'), 'utf8')) as { versions: { folder: string }[] }
    ).versions;
    const file = join(folder, 'sample', entry?.folder ?? '', 'plugin.json');
    await writeFile(file, spoil(await readFile(file, 'utf8')));
    const registry = new Registry(join(folder, '..'));
    expect([...(await registry.state()).plugins.keys()]).toEqual(['other']);
    expect(await problems(registry)).toEqual([`registry/sample/${entry?.folder}/plugin.json registry.published-manifest`]);
  });
});

describe('what publishing leaves behind', () => {
  it('is the last three replaced builds by time', async () => {
    const registry = new Registry(await testFolder());
    const home = join(registry.folder, 'sample');
    const folders: string[] = [];
    for (let n = 0; n < 9; n++) {
      const { folder } = await registry.publish(await writeDist('1.0.0', { code: `export const n = ${n};` }), { replace: true });
      folders.push(folder);
      const written = new Date(Date.now() - (100 - n) * 1000);
      await utimes(join(home, folder), written, written);
    }
    const left = (await readdir(home)).filter((name) => name.startsWith('1.0.0-'));
    expect(left.sort()).toEqual(folders.slice(-4).sort());
  });

  it('is nothing of publishers killed more than an hour ago', async () => {
    const registry = await twoPlugins();
    const home = join(registry.folder, 'sample');
    for (const [name, minutes] of [
      ['.tmp-old', 61],
      ['.tmp-new', 59],
      ['.lock.old', 61],
    ] as const) {
      await mkdir(join(home, name));
      const at = new Date(Date.now() - minutes * 60_000);
      await utimes(join(home, name), at, at);
    }
    await registry.publish(await writeDist('1.1.0'));
    expect((await readdir(home)).filter((name) => name.startsWith('.'))).toEqual(['.tmp-new']);
  });
});
