import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { writeDist, samplePortal } from '../../../gateway/src/registry/testing-dist.ts';

async function milepost(...args: string[]) {
  const written = { out: '', err: '' };
  const code = await run([...args, '--lang', 'en'], '0.0.0', {
    locale: 'en',
    cwd: tmpdir(),
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    interactive: false,
    terminal: false,
    today: () => '2026-03-12',
    openMirror: () => Promise.reject(new Error('not needed')),
    signal: new AbortController().signal,
  });
  return { code, ...written };
}

describe('registry commands', () => {
  it('publish, list, roll back and check a portal against what is there', async () => {
    const data = await mkdtemp(join(tmpdir(), 'milepost-cli-'));
    for (const version of ['1.0.0', '1.1.0']) {
      expect(await milepost('publish', await writeDist(version), '--data', data)).toEqual({
        code: 0,
        out: `Published sample ${version}\n`,
        err: '',
      });
    }
    expect(await milepost('rollback', 'sample', '1.0.0', '--reason', 'slow', '--data', data)).toMatchObject({
      code: 0,
      out: 'sample uses 1.0.0; out of use: 1.1.0\n',
    });
    const listed = JSON.parse((await milepost('plugins', '--json', '--data', data)).out) as {
      version: string;
      status: string;
      reason?: string;
    }[];
    expect(listed.map(({ version, status, reason }) => [version, status, reason])).toEqual([
      ['1.1.0', 'bad', 'slow'],
      ['1.0.0', 'good', undefined],
    ]);
    const file = join(data, 'portal.json');
    await writeFile(file, JSON.stringify(samplePortal()));
    expect(await milepost('portal', 'check', file, '--data', data)).toEqual({
      code: 0,
      out: 'No problems\n',
      err: '',
    });
    await writeFile(file, JSON.stringify(samplePortal('^1.1.0')));
    const refused = await milepost('portal', 'check', file, '--data', data);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('plugins.sample.version: No usable version satisfies ^1.1.0. Usable versions: 1.0.0.');
  });

  it('name a broken file of the registry, and list what else there is', async () => {
    const data = await mkdtemp(join(tmpdir(), 'milepost-cli-'));
    for (const id of ['sample', 'other'])
      expect((await milepost('publish', await writeDist('1.0.0', { id }), '--data', data)).code).toBe(0);
    await writeFile(join(data, 'registry/sample/versions.json'), '{');
    const listed = await milepost('plugins', '--data', data);
    expect(listed.out).toMatch(/^other +1\.0\.0/);
    expect(listed.err).toContain('registry/sample/versions.json: The list of versions cannot be read');
    const refused = await milepost('publish', await writeDist('1.1.0'), '--data', data);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('registry/sample/versions.json');
  });

  it('fail with the place and one JSON document', async () => {
    const data = await mkdtemp(join(tmpdir(), 'milepost-cli-'));
    const result = await milepost('publish', data, '--json', '--data', data);
    expect(result.code).toBe(1);
    expect(JSON.parse(result.out)).toMatchObject({
      ok: false,
      problems: [{ path: 'plugin.json', code: 'registry.no-manifest' }],
    });
    expect((await milepost('rollback', 'sample', '1.0.0', '--data', data)).code).toBe(1);
  });
});
