import { appendFile, cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { satisfies as semverSatisfies, compare as semverCompare } from 'semver';
import fc from 'fast-check';
import { compareVersions, satisfies } from '@milepost/sdk/version-range';
import { describe, expect, it } from 'vitest';
import { importMapIntegrity } from './import-map-integrity.ts';
import { Registry, resolveVersion } from './registry.ts';
import { ReportBook } from './reports.ts';
import { buildSnapshot } from './snapshot.ts';
import { samplePortal, testFolder, writeDist } from './testing-dist.ts';
import { publishWorkspace } from './workspace.ts';
import type { PortalFile } from '@milepost/sdk/portal';

async function published(...versions: string[]): Promise<Registry> {
  const registry = new Registry(await testFolder());
  for (const version of versions) await registry.publish(await writeDist(version));
  return registry;
}

async function shown(registry: Registry, range = '^1.0.0'): Promise<readonly [string | undefined, string | undefined]> {
  const found = resolveVersion(await registry.state(), 'sample', range);
  return [found?.current.version, found?.lastKnownGood?.version];
}

describe('Registry', () => {
  it('takes the highest version of the range and keeps the next one as last known good', async () => {
    const registry = await published('1.0.0', '1.10.0', '1.9.0', '2.0.0');
    expect(await shown(registry)).toEqual(['1.10.0', '1.9.0']);
    expect(await shown(registry, '1.0.0')).toEqual(['1.0.0', undefined]);
    expect(await shown(registry, '^3.0.0')).toEqual([undefined, undefined]);
  });

  it('sees what another process publishes without a restart', async () => {
    const registry = await published('1.0.0');
    expect(await shown(registry)).toEqual(['1.0.0', undefined]);
    await new Registry(join(registry.folder, '..')).publish(await writeDist('1.1.0'));
    expect(await shown(registry)).toEqual(['1.1.0', '1.0.0']);
  });

  it('leaves out versions for another SDK', async () => {
    const registry = await published('1.0.0');
    await registry.publish(await writeDist('1.1.0', { change: { sdk: '^9.0.0' } }));
    expect(await shown(registry)).toEqual(['1.0.0', undefined]);
  });

  it('rolls back and forward', async () => {
    const registry = await published('1.0.0', '1.1.0', '1.2.0');
    expect(await registry.rollback('sample', '1.0.0')).toEqual(['1.2.0', '1.1.0']);
    expect(await shown(registry)).toEqual(['1.0.0', undefined]);
    expect(await registry.rollback('sample', '1.1.0')).toEqual(['1.2.0']);
    expect(await shown(registry)).toEqual(['1.1.0', '1.0.0']);
    await expect(registry.rollback('sample', '7.0.0')).rejects.toMatchObject({ code: 'registry.unknown-version' });
    await expect(registry.rollback('../x', '1.0.0')).rejects.toMatchObject({ code: 'registry.unknown-version' });
  });

  it('refuses a version that exists with other bytes, and does nothing for the same bytes', async () => {
    const registry = await published();
    const dist = await writeDist('1.0.0');
    expect((await registry.publish(dist)).outcome).toBe('published');
    expect((await registry.publish(dist)).outcome).toBe('unchanged');
    const other = await writeDist('1.0.0', { code: 'export const v = 2;' });
    await expect(registry.publish(other)).rejects.toMatchObject({ code: 'registry.version-exists' });
    expect((await registry.publish(other, { replace: true })).outcome).toBe('replaced');
    const folders = (await readdir(join(registry.folder, 'sample'))).filter((name) => name.startsWith('1.0.0-'));
    expect(folders, 'pages that are open still find the old build').toHaveLength(2);
  });

  it.each([
    [
      'a changed file',
      async (dist: string) => await appendFile(join(dist, 'remoteEntry.js'), ' '),
      'registry.integrity',
      'remoteEntry.js',
    ],
    [
      'a missing file',
      async (dist: string) => await rm(join(dist, 'assets/view-a1.js')),
      'registry.integrity',
      'assets/view-a1.js',
    ],
    [
      'a file that is not listed',
      async (dist: string) => await writeFile(join(dist, 'extra.js'), ''),
      'registry.integrity',
      'extra.js',
    ],
    ['a link', async (dist: string) => await symlink('/etc/passwd', join(dist, 'x.js')), 'registry.file', 'x.js'],
    ['no manifest', async (dist: string) => await rm(join(dist, 'plugin.json')), 'registry.no-manifest', 'plugin.json'],
    [
      'a manifest that is not JSON',
      async (dist: string) => await writeFile(join(dist, 'plugin.json'), '{'),
      'registry.manifest',
      'plugin.json',
    ],
  ])('refuses a build with %s and publishes nothing', async (_name, spoil, code, path) => {
    const registry = await published();
    const dist = await writeDist('1.0.0');
    await spoil(dist);
    await expect(registry.publish(dist)).rejects.toMatchObject({ code, problems: [{ path }] });
    expect((await registry.state()).plugins.size).toBe(0);
  });

  it('lets several publishers at once each have their version, and leaves nothing half-written', async () => {
    const registry = await published();
    const home = join(registry.folder, 'sample');
    const versions = Array.from({ length: 12 }, (_, index) => `1.${index}.0`);
    const dists = await Promise.all(versions.map(async (version) => await writeDist(version)));
    await Promise.all(dists.map(async (dist) => await new Registry(join(registry.folder, '..')).publish(dist)));
    expect(
      (await registry.state()).plugins
        .get('sample')
        ?.map(({ version }) => version)
        .sort(),
    ).toEqual([...versions].sort());
    expect((await readdir(home)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is not disturbed by what a killed publisher left', async () => {
    const registry = await published('1.0.0');
    const home = join(registry.folder, 'sample');
    const dist = await writeDist('1.1.0');
    const { folder } = await new Registry(await testFolder()).publish(dist);
    await mkdir(join(home, '.tmp-dead'), { recursive: true });
    await mkdir(join(home, folder));
    await writeFile(join(home, folder, 'remoteEntry.js'), 'half');
    expect(await shown(registry)).toEqual(['1.0.0', undefined]);
    await registry.publish(dist);
    expect(await readFile(join(home, folder, 'remoteEntry.js'), 'utf8')).toBe("export const v = '1.1.0';");
  });

  it('publishes the builds of a workspace and goes on past one that is not sound', async () => {
    const registry = await published();
    const workspace = await testFolder();
    await mkdir(join(workspace, 'a'));
    await mkdir(join(workspace, 'b/dist'), { recursive: true });
    await writeFile(join(workspace, 'b/dist/plugin.json'), '{}');
    await symlink(await writeDist('1.0.0'), join(workspace, 'a/dist'));
    const seen = new Map<string, string>();
    expect((await publishWorkspace(registry, workspace, seen)).map(({ outcome }) => outcome)).toEqual(['published', 'refused']);
    expect(await publishWorkspace(registry, workspace, seen), 'what was named is not named again').toEqual([]);
    await cp(await writeDist('1.0.0', { id: 'late' }), join(workspace, 'b/dist'), { recursive: true });
    expect((await publishWorkspace(registry, workspace, seen)).map(({ outcome }) => outcome)).toEqual(['published']);
  });
});

describe('buildSnapshot', () => {
  it('answers what browsers need and no more, with defaults under the portal’s configuration', async () => {
    const registry = await published('1.0.0', '1.1.0');
    const snapshot = buildSnapshot(await registry.state(), samplePortal() as PortalFile);
    const [plugin] = snapshot.plugins;
    expect(plugin).toMatchObject({ id: 'sample', version: '1.1.0', config: { days: 5 }, lastKnownGood: { version: '1.0.0' } });
    expect(plugin?.baseUrl).toMatch(/^\/plugins\/sample\/1\.1\.0-[0-9a-f]{8}\/$/);
    expect(plugin?.manifest.integrity).toBeUndefined();
    expect(plugin?.manifest.collections?.[0]).toMatchObject({ name: 'notes', schema: {} });
    expect(buildSnapshot(await registry.state(), samplePortal() as PortalFile).id).toBe(snapshot.id);
  });

  it('names a plugin that cannot be had', async () => {
    const registry = await published('1.0.0');
    const { plugins, problems } = buildSnapshot(await registry.state(), samplePortal('^4.0.0') as PortalFile);
    expect([plugins, problems.map(({ path, code }) => [path, code])]).toEqual([
      [],
      [['plugins.sample.version', 'registry.unresolved']],
    ]);
  });

  it('pins the scripts of both versions', async () => {
    const registry = await published('0.9.0', '1.0.0', '1.1.0');
    const urls = Object.keys(importMapIntegrity(await registry.state(), samplePortal() as PortalFile));
    expect(urls.map((url) => url.replace(/-[0-9a-f]{8}/, ''))).toEqual([
      '/plugins/sample/1.1.0/remoteEntry.js',
      '/plugins/sample/1.1.0/assets/view-a1.js',
      '/plugins/sample/1.0.0/remoteEntry.js',
      '/plugins/sample/1.0.0/assets/view-a1.js',
    ]);
  });
});

describe('ReportBook', () => {
  it('flags a version after three distinct sessions, once', async () => {
    const registry = await published('1.0.0');
    const book = new ReportBook(registry.folder);
    const report = { pluginId: 'sample', version: '1.0.0', phase: 'render', message: 'broken' };
    const flags = [];
    for (const session of ['a', 'a', 'b', 'b', 'c', 'c', 'd']) flags.push(await book.add(report, session));
    expect(flags).toEqual([false, false, false, false, true, false, false]);
    expect((await new ReportBook(registry.folder).of('sample'))['1.0.0']?.sessions).toHaveLength(4);
  });
});

describe('version ranges', () => {
  it('agree with the reference implementation', () => {
    const number = fc.nat(3);
    const version = fc
      .tuple(number, number, number, fc.constantFrom('', '', '', '-beta.1', '-rc.2'))
      .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre}`);
    const part = fc
      .tuple(fc.constantFrom('', '^', '~', '>=', '>', '<', '<='), version, fc.constantFrom(1, 2, 3))
      .map(([operator, text, length]) => operator + (text.includes('-') ? text : text.split('.').slice(0, length).join('.')));
    const range = fc
      .array(
        fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' ')),
        { minLength: 1, maxLength: 2 },
      )
      .map((ways) => ways.join(' || '));
    fc.assert(
      fc.property(version, range, (v, r) => satisfies(v, r) === semverSatisfies(v, r)),
      { numRuns: 3000 },
    );
    fc.assert(fc.property(version, version, (a, b) => Math.sign(compareVersions(a, b)) === semverCompare(a, b)));
  });
});
