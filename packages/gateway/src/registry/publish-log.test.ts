import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../audit/verify.ts';
import { startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';
import { takeInPublishLog } from './publish-intake.ts';
import { readPublishLog } from './publish-log.ts';
import { Registry } from './registry.ts';
import { testFolder, writeDist } from './testing-dist.ts';

/** 1.0.0, 1.1.0, back to 1.0.0; what changes nothing leaves no line. */
async function published(): Promise<Registry> {
  const registry = new Registry(await testFolder());
  const dist = await writeDist('1.0.0');
  await registry.publish(dist);
  await registry.publish(dist);
  await registry.publish(await writeDist('1.1.0'));
  await registry.rollback('sample', '1.0.0', 'too slow');
  return registry;
}
const actions = [
  ['plugin.published', '1.0.0'],
  ['plugin.published', '1.1.0'],
  ['plugin.rolled-back', '1.0.0'],
];

describe('publish.log', () => {
  it('has a line for everything done to a registry, chained', async () => {
    const { entries } = await readPublishLog((await published()).folder);
    expect(entries.map(({ action, version }) => [action, version])).toEqual(actions);
    expect(entries.map(({ seq, intact }) => [seq, intact])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect(entries[2]).toMatchObject({ disabled: ['1.1.0'], reason: 'too slow', prev: entries[1]?.hash });
  });

  it('keeps every line when several publish at once', async () => {
    const registry = new Registry(await testFolder());
    const dists = await Promise.all(['a', 'b', 'c', 'd'].map((id) => writeDist('1.0.0', { id })));
    await Promise.all(dists.map((dist) => registry.publish(dist)));
    const { entries } = await readPublishLog(registry.folder);
    expect(entries.map(({ plugin }) => plugin).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(entries.every(({ intact }) => intact)).toBe(true);
  });

  it('goes on after a power cut in the middle of a line', async () => {
    const registry = await published();
    await appendFile(join(registry.folder, 'publish.log'), '{"registry":"x","seq":4,"ac');
    await registry.publish(await writeDist('1.2.0'));
    const { entries } = await readPublishLog(registry.folder);
    expect(entries.map(({ seq, intact }) => [seq, intact])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
    ]);
  });

  it('shows which line was changed', async () => {
    const registry = await published();
    const file = join(registry.folder, 'publish.log');
    await writeFile(file, (await readFile(file, 'utf8')).replace('too slow', 'too fast'));
    expect((await readPublishLog(registry.folder)).entries.map(({ intact }) => intact)).toEqual([true, true, false]);
  });
});

describe('the audit chains', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway();
  });
  afterAll(() => test?.close());

  const ofRegistry = async (userId: string): Promise<{ action: string; subject: string; details: Record<string, unknown> }[]> => {
    const client = await test.as(userId);
    const { body } = await client.get<{
      items: { entry: { action: string; subject: string; details: Record<string, unknown> } }[];
    }>('/api/audit?limit=1000');
    return body.items
      .map(({ entry }) => entry)
      .filter(({ action }) => /^(plugin|registry)\./.test(action))
      .reverse();
  };
  const intact = async (): Promise<boolean[]> =>
    Promise.all(['qm', 'ys'].map(async (tenantId) => (await verifyChain(test.gateway.kit.database, tenantId, [])).intact));

  it('take in every line once for each company, whoever comes first, and say when the log was rewritten', async () => {
    const registry = await published();
    const { database } = test.gateway.kit;
    await Promise.all([1, 2, 3].map(() => takeInPublishLog(database, registry.folder)));
    for (const userId of ['root', 'ys:root']) {
      const told = await ofRegistry(userId);
      expect(
        told.map(({ action, subject }) => [action, subject.split(' ')[1]]),
        userId,
      ).toEqual(actions);
    }
    await registry.publish(await writeDist('1.2.0'));
    expect(await takeInPublishLog(database, registry.folder)).toEqual([]);
    expect((await ofRegistry('root')).length).toBe(4);

    const file = join(registry.folder, 'publish.log');
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${lines.slice(0, 3).join('\n')}\n`);
    expect(await takeInPublishLog(database, registry.folder)).toEqual(['qm', 'ys']);
    expect((await ofRegistry('root')).at(-1)).toMatchObject({ action: 'registry.log-rewritten', details: { seq: 4 } });
    // Said once; what is published from now on is taken in.
    expect(await takeInPublishLog(database, registry.folder)).toEqual([]);
    await registry.publish(await writeDist('1.3.0'));
    await takeInPublishLog(database, registry.folder);
    expect((await ofRegistry('root')).at(-1)).toMatchObject({ action: 'plugin.published', subject: 'sample 1.3.0' });
    expect(await intact()).toEqual([true, true]);
  });
});
