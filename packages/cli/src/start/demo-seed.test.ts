import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MirrorSink } from '@milepost/crm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../context.ts';
import { demoSeed } from './demo-seed.ts';

let dataDir: string;
let loaded: string[];
let cancel: AbortController;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'milepost-seed-'));
  loaded = [];
  cancel = new AbortController();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

function seeder(): ReturnType<typeof demoSeed> {
  const context: CommandContext = {
    ...{ locale: 'en', cwd: '/', interactive: false, terminal: false, signal: cancel.signal },
    ...{ out: () => undefined, err: () => undefined, today: () => '2026-11-21' },
    openMirror: () => Promise.reject(new Error('not needed')),
  };
  return demoSeed(context, { dataDir, today: '2026-11-20' });
}

/** Notes which companies were committed; `failAt` dies in the middle of one, as a killed process does. */
function newSink(failAt?: string): MirrorSink {
  let company = '';
  return {
    begin: ({ id }) => Promise.resolve(void (company = id)),
    upsert: () =>
      company === failAt ? Promise.reject(new Error('cut off')) : Promise.resolve({ inserted: 0, changed: 0, unchanged: 0 }),
    finish: () => Promise.resolve(void loaded.push(company)),
    rollback: () => Promise.resolve(),
  };
}

describe('the first load of the demo', () => {
  it('loads both companies, notes the people to show, and leaves no sign of work', async () => {
    const { seed, seedPending, demoHints } = seeder();
    await seed(newSink, []);
    expect(loaded).toEqual(['qinghe', 'beichen']);
    expect(await seedPending()).toBe(false);
    expect(Object.keys(await demoHints()).length).toBeGreaterThan(10);
    expect(await readdir(dataDir)).toEqual(['demo-users.json']);
  });

  it('goes on with the missing company after a crash between the two', async () => {
    await expect(seeder().seed(() => newSink('beichen'), [])).rejects.toThrow('cut off');
    expect(await seeder().seedPending()).toBe(true);
    await seeder().seed(newSink, ['qinghe']);
    expect(loaded).toEqual(['qinghe', 'beichen']);
    expect(await seeder().seedPending()).toBe(false);
    expect(await readFile(join(dataDir, 'demo-users.json'), 'utf8')).toContain('beichen:');
  });

  it('stops between companies when Ctrl-C was pressed', async () => {
    cancel.abort();
    await expect(seeder().seed(newSink, [])).rejects.toThrow('Cancelled');
    expect(loaded).toEqual([]);
    expect(await seeder().seedPending()).toBe(true);
  });
});
