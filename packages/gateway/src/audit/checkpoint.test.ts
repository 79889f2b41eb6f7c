import { appendFile, mkdir, readFile, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway } from '../testing/index.ts';
import type { TestGateway } from '../testing/index.ts';
import { CheckpointFile } from './checkpoint-file.ts';
import type { Checkpoint } from './checkpoint-line.ts';
import { readCheckpoints, startCheckpoints } from './checkpoint.ts';
import { dispensable } from './thin-checkpoints.ts';

let test: TestGateway;
let file: string;
beforeAll(async () => {
  test = await startTestGateway();
  file = join(test.dataDir, 'audit-checkpoints.jsonl');
});
afterAll(() => test.close());

const start = () => startCheckpoints(test.gateway.kit.database, test.dataDir, test.gateway.kit.log);

/** One more entry in the chain. */
const grow = async (): Promise<void> => void (await test.as('amy'));

const lineCount = async (): Promise<number> => (await readFile(file, 'utf8')).split('\n').length - 1;

async function verify(): Promise<{ intact: boolean; checkpoints: number; forgedCheckpoints: number }> {
  const audi = await test.as('audi');
  return (await audi.get<{ intact: boolean; checkpoints: number; forgedCheckpoints: number }>('/api/audit/verify')).body;
}

describe('checkpoints', () => {
  it('are taken only when the chain grew, also over restarts', async () => {
    await grow();
    await (await start()).stop();
    const before = await lineCount();
    await (await start()).stop();
    expect(await lineCount()).toBe(before);
    await grow();
    await (await start()).stop();
    expect(await lineCount()).toBe(before + 1);
  });

  it('go on after a power cut in the middle of a line', async () => {
    await grow();
    await (await start()).stop();
    const first = (await readFile(file, 'utf8')).split('\n')[0] ?? '';
    await appendFile(file, first.slice(0, 60));
    expect(await verify()).toMatchObject({ intact: true, forgedCheckpoints: 0 });
    await grow();
    await (await start()).stop();
    expect(await verify()).toMatchObject({ intact: true, forgedCheckpoints: 0 });
  });

  it('are taken again when they could not be written', async () => {
    const notes = await start();
    await grow();
    const before = await lineCount();
    await rename(file, `${file}.away`);
    await mkdir(file);
    await expect(notes.note()).rejects.toThrow();
    await rmdir(file);
    await rename(`${file}.away`, file);
    await notes.note();
    expect(await lineCount()).toBe(before + 1);
    await notes.stop();
  });

  it('are thinned at the start, except where the chain says something else', async () => {
    const { places } = await readCheckpoints(test.dataDir);
    const [known] = places.get('qm') ?? [];
    const at = (minute: number) => `2020-01-01T08:${String(minute).padStart(2, '0')}:00.000Z`;
    const same = Array.from({ length: 5 }, (_, n): Checkpoint => ({
      tenantId: 'qm',
      seq: known?.seq ?? 1,
      hash: known?.hash ?? '',
      at: at(n),
    }));
    const store = await CheckpointFile.open(test.dataDir);
    await store.append([
      ...same,
      { tenantId: 'elsewhere', seq: 1, hash: 'x', at: at(1) },
      { tenantId: 'elsewhere', seq: 2, hash: 'y', at: at(2) },
    ]);
    await (await start()).stop();
    const old = (await store.read()).flatMap(({ checkpoint }) =>
      checkpoint?.at.startsWith('2020') ? [`${checkpoint.tenantId} ${checkpoint.at}`] : [],
    );
    expect(old).toEqual([`qm ${at(4)}`, `elsewhere ${at(1)}`, `elsewhere ${at(2)}`]);
  });

  it('are checked without stopping the gateway, however many there are', async () => {
    const many = Array.from({ length: 20_000 }, (_, n): Checkpoint => ({
      tenantId: 'elsewhere',
      seq: n + 10,
      hash: 'f'.repeat(64),
      at: new Date(n * 60_000).toISOString(),
    }));
    await (await CheckpointFile.open(test.dataDir)).append(many);
    const audi = await test.as('audi');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const answer = await audi.get('/api/audit/verify');
    delay.disable();
    expect(answer.body).toMatchObject({ intact: true, forgedCheckpoints: 0 });
    // About 10 ms on an idle machine; several times that where others work beside it. At once it is seconds.
    expect(delay.max / 1e6).toBeLessThan(400);
  }, 60_000);
});

it('says which checkpoints can be spared: one an hour beyond a day, one a day beyond thirty', () => {
  const place = (at: string): Checkpoint => ({ tenantId: 'qm', seq: 1, hash: 'x', at });
  const all = [
    '2026-09-01T08:00:00.000Z',
    '2026-09-01T23:59:00.000Z',
    '2026-11-01T08:10:00.000Z',
    '2026-11-01T08:50:00.000Z',
    '2026-11-01T09:00:00.000Z',
    '2026-11-21T08:10:00.000Z',
    '2026-11-21T08:11:00.000Z',
  ];
  const spare = dispensable(all.map(place), Date.parse('2026-11-21T12:00:00.000Z'));
  expect(spare.map(({ at }) => at)).toEqual(['2026-09-01T08:00:00.000Z', '2026-11-01T08:10:00.000Z']);
});
