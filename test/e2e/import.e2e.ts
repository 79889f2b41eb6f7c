import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder, portalEnv } from '../support/data-folder.ts';
import { milepost } from '../support/program.ts';
import type { Finished } from '../support/program.ts';

// Import needs the data folder for itself, so there is no portal here: an empty database, filled from files alone.
let folder: string;
let files: string;
beforeAll(async () => {
  folder = await newFolder('import');
  files = join(folder, 'files');
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const run = (...args: string[]): Promise<Finished> => milepost(args, portalEnv(folder));
const company = ['--tenant', 'muster', '--name', 'Muster'];

/** GBK bytes of a text whose characters are all in the table that iconv-like decoders share; checked by decoding it again. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!table.has(character)) table.set(character, [lead, trail]);
    }
  }
  const bytes = Buffer.from(
    [...text].flatMap((character) => (character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : (table.get(character) ?? []))),
  );
  if (decoder.decode(bytes) !== text) throw new Error('The text does not fit GBK');
  return bytes;
}

it('writes templates in either language whose example rows import as they are, whatever the encoding', async () => {
  expect(await run('templates', files, '--lang', 'zh')).toMatchObject({ code: 0 });
  const names = (await readdir(files)).filter((name) => name.endsWith('.csv'));
  expect(names.length).toBeGreaterThan(10);
  const [first = '', second = ''] = names;
  const textOf = async (name: string): Promise<string> => (await readFile(join(files, name), 'utf8')).replace(/^\uFEFF/, '');
  await writeFile(join(files, first), gbk(await textOf(first)));
  await writeFile(join(files, second), `\uFEFF${await textOf(second)}`);
  const checked = await run('import', files, '--dry-run', '--json', ...company);
  expect(checked.code, checked.err + checked.out).toBe(0);
  const report = JSON.parse(checked.out) as { imported: boolean; files: { encoding?: string }[] };
  expect(report.imported).toBe(false);
  expect(JSON.stringify(report.files).toLowerCase()).toMatch(/gb/);
});

it('imports nothing with a single error, and names row and column of each', async () => {
  const spoilt = join(folder, 'spoilt');
  await mkdir(spoilt);
  for (const name of await readdir(files)) await copyFile(join(files, name), join(spoilt, name));
  const accounts = (await readFile(join(spoilt, '客户.csv'), 'utf8')).replace(/^\uFEFF/, '');
  const [header = '', row = ''] = accounts.split(/\r?\n/);
  const columns = header.split(',');
  const cells = row.split(',');
  const at = (label: string): number => columns.findIndex((column) => column.includes(label));
  cells[at('客户类型')] = '夫妻店';
  cells[at('建档日期')] = '2024/13/45';
  await writeFile(join(spoilt, '客户.csv'), `${header}\n${cells.join(',')}\n`);
  for (const args of [['--dry-run'], []]) {
    const refused = await run('import', spoilt, '--lang', 'zh', ...args, ...company);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/客户\.csv:2 .*客户类型/);
    expect(refused.err).toMatch(/客户\.csv:2 .*建档日期/);
  }
  // Nothing came of it: the company that the import would have made is not there.
  const unknown = await run('import', files, '--dry-run', '--tenant', 'muster');
  expect(unknown.code).toBe(1);
});

it('imports once, and a second time changes nothing', async () => {
  const first = JSON.parse((await run('import', files, '--json', ...company)).out) as {
    counts: Record<string, { inserted: number; changed: number }>;
  };
  const sum = (counts: typeof first.counts, key: 'inserted' | 'changed'): number =>
    Object.values(counts).reduce((total, part) => total + part[key], 0);
  expect(sum(first.counts, 'inserted')).toBeGreaterThan(10);
  const second = JSON.parse((await run('import', files, '--json', '--tenant', 'muster')).out) as typeof first;
  expect([sum(second.counts, 'inserted'), sum(second.counts, 'changed')]).toEqual([0, 0]);
});
