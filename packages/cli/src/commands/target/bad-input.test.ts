import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cancel, err, folder, grown, hold, members, milepost, out, planned, spec, steps, write } from './testing/milepost.ts';
import type { Change } from './testing/milepost.ts';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-call -- specs are taken apart and put together wrongly here */

describe('bad input', () => {
  it.each<[string, Change, RegExp]>([
    ['a negative total', (value) => (value.targets[0].total = -1), /spec\.json: targets\.0\.total: .*allocation\.total\.negative/],
    ['a cycle', (value) => (members(value)[1].parentId = 'li'), /spec\.json: axes\.0\.members\.1\.parentId: .*"li" is above itself/],
    ['overlapping periods', (value) => (value.axes[1] = { id: 'time', kind: 'time', members: [{ id: '2026', parentId: null }, { id: '2026-Q1', parentId: '2026' }, { id: '2026-03', parentId: '2026' }] }), /axes\.1\.members\.2\.id: The periods 2026-Q1 \/ 2026-03 overlap/],
    ['a period beyond its parent', (value) => (value.axes[1] = { id: 'time', kind: 'time', members: [{ id: '2026', parentId: null }, { id: '2027-01', parentId: '2026' }] }), /axes\.1\.members\.1\.id: The periods 2027-01 \/ 2026 overlap/],
    ['two currencies in the facts', (value) => (value.facts.past.rows[1].currency = 'USD'), /facts\.past\.rows\.1\.currency: .*CNY, USD/],
    ['facts in another currency', (value) => value.facts.past.rows.forEach((row: any) => (row.currency = 'USD')), /targets\.0\.steps\.0\.facts: .*CNY, USD/],
    ['an amount beyond exact integers', (value) => (value.targets[0].total = 9007199254740992), /targets\.0\.total: .*9007199254740992/],
    ['a year without calendar data', (value) => { value.axes[1].period = '2150'; steps(value)[1].method = 'workingDays'; }, /targets\.0\.steps\.1\.workingDays: .*2150-Q1/],
    ['an empty axis', (value) => members(value).splice(0), /axes\.0\.members: There is nothing to spread over/],
    ['a member twice', (value) => (members(value)[2].id = 'li'), /axes\.0\.members\.2\.id: The id "li" occurs twice/],
    ['two tops', (value) => (members(value)[2].parentId = null), /axes\.0\.members\.2\.parentId: An organisation .*exactly one top/],
    ['two tops of products', (value) => value.axes.unshift({ id: 'product', kind: 'product', members: [{ id: 'pumps', parentId: null }, { id: 'valves', parentId: null }] }), /axes\.0\.members\.1\.parentId: An axis must have exactly one top member/],
    ['a parent that is not there', (value) => (members(value)[2].parentId = 'south'), /axes\.0\.members\.2\.parentId: The parent "south"/],
    ['a total with decimals', (value) => (value.targets[0].total = 0.5), /targets\.0\.total: .*got 0\.5; remove the decimals/],
    ['a hold nobody has', (value) => (value.holds = [hold('zhou', 1)]), /holds\.0\.target\.at\.organisation: .*"zhou"/],
    ['a table elsewhere', (value) => (value.facts.past = { csv: '../past.csv' }), /facts\.past\.csv: .*does not lie beside/],
    ['a table that is not there', (value) => (value.facts.past = { csv: 'past.csv' }), /facts\.past\.csv: Cannot read "past\.csv"/],
    ['a driver for nobody', (value) => (steps(value)[0] = { axis: 'organisation', method: 'driver', values: { li: 1, wong: 2 } }), /targets\.0\.steps\.0\.values\.wong: The axis has no member "wong"; choose/],
    ['a percentage for nobody', (value) => (steps(value)[0] = { ...grown, percent: { wong: 2 } }), /targets\.0\.steps\.0\.percent\.wong: The axis has no member "wong"/],
    ['relief for a member of another axis', (value) => (steps(value)[0] = { ...grown, reliefPercent: { '2026-Q1': 2 } }), /targets\.0\.steps\.0\.reliefPercent\.2026-Q1: The axis has no member/],
    ['a rail for a person', (value) => (steps(value)[0] = { ...grown, rails: { li: 2 } }), /targets\.0\.steps\.0\.rails\.li: There is no property "li"/],
    ['an amount given to nobody', (value) => (steps(value)[0] = { axis: 'organisation', method: 'manual', entries: [{ at: { organisation: 'wong' }, amount: 1 }] }), /targets\.0\.steps\.0\.entries\.0\.at\.organisation: .*"wong"/],
    ['an axis without a step', (value) => steps(value).pop(), /targets\.0\.steps: Nothing says .*, for example equal parts\./],
  ])('answers %s with its place', async (_, change, message) => {
    const changed = spec();
    change(changed);
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json')).toBe(1);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['spec.json']);
    expect(await milepost('decompose', 'spec.json', '--json', '--lang', 'zh')).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, file: 'spec.json', code: expect.any(String), message: expect.stringMatching(/[一-龥]/) });
  }); // prettier-ignore

  it('answers NaN with its line, and numbers that would be changed by reading', async () => {
    await write('spec.json', JSON.stringify(spec()).replace('"total":120000', '\n"total": NaN'));
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/spec\.json: targets\.0\.total: No valid JSON \(line:column 2:10\)/);
    await write('spec.json', JSON.stringify(spec()).replace('"total":120000', '"total": 9007199254740993'));
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/targets\.0\.total: The number 9007199254740993 cannot be held exactly/);
  });

  it.each([1e15, 9e15])('divides %d fen without losing one', async (total) => {
    const changed = spec();
    changed.targets[0].total = total + 1;
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json')).toBe(0);
    const { values } = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8'));
    const sum = values[0].cells.flat().reduce((all: bigint, amount: number) => all + BigInt(amount), 0n);
    expect(sum).toBe(BigInt(total) + 1n);
  });

  it('answers holds that contradict the total with each of them, and writes nothing', async () => {
    const changed = spec();
    changed.holds = [hold('li', 70000), hold('wang', 60000)];
    await write('spec.json', changed);
    await write('plan.json', 'what was there');
    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json', '--lang', 'zh')).toBe(1);
    expect(err).toMatch(
      /李雷：锁定 700 元，需要 600 元\n王芳：锁定 600 元，需要 500 元\nspec\.json: targets\.0：.*\[target\.refused\.\w+\]/,
    );
    expect(await readFile(join(folder, 'plan.json'), 'utf8')).toBe('what was there');
    expect(await milepost('decompose', 'spec.json', '--json')).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, path: 'targets.0', conflicts: [{ held: 70000, needed: 60000 }, { held: 60000, needed: 50000 }] }); // prettier-ignore
  });

  it('shows the two sums of totals that contradict each other, and the totals a fit had to meet', async () => {
    const changed = spec();
    const margin = (at: object, total: number) => ({ at, total });
    const people = [margin({ organisation: 'li' }, 180_000_000_00), margin({ organisation: 'wang' }, 120_000_000_00)];
    const quarters = [['2026-Q1', 100], ['2026-Q2', 70], ['2026-Q3', 70], ['2026-Q4', 70]].map(([time, millions]) => margin({ time }, Number(millions) * 100_000_000)); // prettier-ignore
    changed.targets = [{ steps: steps(changed), margins: [...people, ...quarters] }];
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json', '--lang', 'zh')).toBe(1);
    expect(err).toContain('“2026-Q1、2026-Q2、2026-Q3、2026-Q4”合计 310,000,000 元，“李雷、王芳”合计只有 300,000,000 元，相差 10,000,000 元，不能同时成立。'); // prettier-ignore
    expect(err).toContain('李雷：要求的数值 180,000,000 元，需要 190,000,000 元');
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toContain('2026-Q1, 2026-Q2, 2026-Q3, 2026-Q4 come to CNY 310,000,000, 李雷, 王芳 to CNY 300,000,000: CNY 10,000,000 apart, so both cannot hold.'); // prettier-ignore
    expect(await milepost('decompose', 'spec.json', '--json')).toBe(1);
    const refused = JSON.parse(out);
    expect(refused.sides).toEqual({ needs: 310_000_000_00, allows: 300_000_000_00 });
    expect(refused.conflicts.map((one: any) => one.needed)).not.toContain(null);

    changed.targets[0].margins[2].total = 90_000_000_00;
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json')).toBe(0);
    expect(await milepost('explain', 'plan.json', 'li,2026-Q1', '--lang', 'zh')).toBe(0);
    expect(out).toContain('  – 须满足的合计：李雷 180,000,000 元，2026-Q1 90,000,000 元。\n');
    await milepost('publish', 'plan.json', '--out', 'published.json', '--by', 'x', '--at', '2026-01-10T09:00:00Z');
    expect(await milepost('verify', 'published.json')).toBe(0);
  });

  it('applies no edit when one is refused', async () => {
    await planned();
    const target = { at: { organisation: 'wang', time: '2026-Q1' } };
    await write('edits.json', { format: 'milepost.target-edits/1', edits: [{ kind: 'hold', target }, { kind: 'set', target, value: 1 }] }); // prettier-ignore
    expect(await milepost('edit', 'plan.json', 'edits.json', '--out', 'next.json')).toBe(1);
    expect(err).toMatch(
      /王芳 · 2026-Q1: held at CNY 75, CNY 0\.01 would be needed\nedits\.json: edits\.1: .*\[target\.refused\.held\]/,
    );
    expect(await readdir(folder)).toEqual(['edits.json', 'plan.json', 'spec.json']);
  });

  it.each(['decompose', 'explain', 'publish', 'verify', 'diff', 'edit'])('refuses a file of 200 MB in %s', async (command) => {
    const file = await open(join(folder, 'huge.json'), 'w');
    await file.truncate(200_000_000);
    await file.close();
    const more = { decompose: [], explain: ['*'], publish: ['--out', 'x.json', '--by', 'x'], verify: [], diff: ['huge.json'], edit: ['huge.json'] }; // prettier-ignore
    expect(await milepost(command, 'huge.json', ...more[command as keyof typeof more])).toBe(command === 'verify' ? 2 : 1);
    expect(err).toMatch(/huge\.json: The file has 200000000 bytes, over the limit of 128 MiB; .*\[allocation\.file\.tooLarge\]/);
  });

  it('names the byte where a file stops being UTF-8', async () => {
    await writeFile(join(folder, 'spec.json'), Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xff, 0x22, 0x7d])]));
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/not UTF-8 \(at byte 11\)/);
  });

  it('leaves no half file after Ctrl-C', async () => {
    await planned();
    const before = await readFile(join(folder, 'plan.json'), 'utf8');
    cancel.abort();
    expect(await milepost('publish', 'plan.json', '--out', 'plan.json', '--by', 'x')).toBe(130);
    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json')).toBe(130);
    expect(await readFile(join(folder, 'plan.json'), 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['plan.json', 'spec.json']);
  });

  it('leaves no half file where it cannot write', async () => {
    await write('spec.json', spec());
    await mkdir(join(folder, 'taken'));
    expect(await milepost('decompose', 'spec.json', '--out', 'taken')).toBe(1);
    expect(err).toMatch(/Cannot write to taken\. .*\[cli\.folder\.write\]/);
    expect(await milepost('decompose', 'spec.json', '--out', 'nowhere/plan.json')).toBe(1);
    expect(await readdir(folder)).toEqual(['spec.json', 'taken']);
  });

  it.each<[string, string, RegExp]>([
    ['a column without amounts', 'organisation,钱\nli,3\n', /past\.csv:1: The header has no column of amounts \(it has: organisation \| 钱\)/],
    ['a row with too few cells', 'organisation,金额\nli\n', /past\.csv:2: .*not as many cells as the header \(1 ≠ 2\)/],
    ['an amount in words', 'organisation,金额\nli,3\nwang,约 4\n', /past\.csv:3: "约 4" is no amount/],
    ['a quote that does not close', 'organisation,金额\nli,"3\n', /past\.csv:2: The quotes of this row/],
    ['a second currency', 'organisation,金额,币种\nli,3,CNY\nwang,4,USD\n', /past\.csv:3: .*CNY, USD/],
    ['a heading that is no axis', '组织,金额\nli,3\n', /targets\.0\.steps\.0\.facts: The facts do not name the axis .*\(organisation ∉ 组织\)/],
  ])('answers %s in a table with its row', async (_, table, message) => {
    const changed = spec();
    changed.facts.past = { csv: 'past.csv' };
    await write('spec.json', changed);
    await write('past.csv', table);
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(message);
  }); // prettier-ignore

  it('names the period that days cannot be compared by, and the metric that is left open', async () => {
    const changed = spec();
    changed.facts.past = {
      axes: ['organisation', 'time'],
      rows: [{ at: { organisation: 'li', time: '2025 年 3 月' }, amount: 3 }],
    };
    steps(changed)[1] = { axis: 'time', method: 'prior', facts: 'past', springFestival: true };
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/spec\.json: facts\.past\.rows\.0\.at\.time: "2025 年 3 月" is no period; write 2025, 2025-Q1/);
    changed.facts.past = { csv: 'past.csv' };
    await write('spec.json', changed);
    await write('past.csv', 'organisation,time,金额\nli,2025-03,3\n,,\nli,2025 年 4 月,3\n');
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/past\.csv:4: "2025 年 4 月" is no period/);
    const two = spec();
    two.metrics.push({ id: 'visits', kind: 'count', unit: '次' });
    two.targets[0].target = {};
    await write('spec.json', two);
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/targets\.0\.target\.metric: The plan has several metrics; name one of them: sales \| visits\./);
    const weeks = spec();
    weeks.axes[1].grain = 'week';
    await write('spec.json', weeks);
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/^spec\.json: axes\.1: The property "weekRule" is missing/);
  });

  it('takes a cell by the names of its members, and by a metric beside them', async () => {
    const changed = spec();
    members(changed)[2].name = '李雷';
    await write('spec.json', changed);
    await milepost('decompose', 'spec.json', '--out', 'plan.json');
    expect(await milepost('explain', 'plan.json', 'sales，华北区，2026-Q1', '--lang', 'zh')).toBe(0);
    expect(out).toMatch(/^2026-Q1：300 元/);
    expect(await milepost('explain', 'plan.json', '--lang', 'zh')).toBe(0);
    expect(out).toMatch(/^总计：1,200 元/);
    expect(await milepost('explain', 'plan.json', '李雷')).toBe(1);
    expect(err).toMatch(/"李雷" \(organisation=li \| organisation=wang\)/);
    expect(await milepost('explain', 'plan.json', 'organisation=华北区,2026-Q2')).toBe(0);
  });

  it('explains nothing that is not there', async () => {
    await planned();
    expect(await milepost('explain', 'plan.json', 'wong')).toBe(1);
    expect(err).toMatch(/plan\.json: wong: The axis has no member "wong"/);
    expect(await milepost('explain', 'plan.json', 'organisation=li,organisation=wang')).toBe(1);
  });
});
