import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { err, folder, grown, milepost, out, planned, spec, steps, write } from './testing/milepost.ts';

describe('from a spec to a verified plan', () => {
  it('shows what it does at every step', async () => {
    await write('spec.json', spec());
    expect(await milepost('decompose', 'spec.json', '--lang', 'zh')).toBe(0);
    // 1,200 by 3 : 1 is 900 and 300; a quarter of each is 225 and 75.
    expect(out).toMatch(/华北区 +1,200 +300 +300 +300 +300\n {2}李雷 +900 +225 +225 +225 +225\n {2}王芳 +300 +75 +75 +75 +75\n/);
    expect(await readdir(folder)).toEqual(['spec.json']);

    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json', '--json')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, out: 'plan.json', cells: 8, totals: [{ metric: 'sales', total: 120000 }] });

    const edit = { kind: 'set', target: { at: { organisation: 'wang', time: '2026-Q1' } }, value: 10500, within: {}, by: '李雷', at: '2026-01-08T16:20:00+08:00', reason: '在谈项目' }; // prettier-ignore
    await write('edits.json', { format: 'milepost.target-edits/1', edits: [edit] });
    expect(await milepost('edit', 'plan.json', 'edits.json', '--out', 'next.json', '--lang', 'zh')).toBe(0);
    expect(out).toMatch(/王芳 · 2026-Q1 +75 +105 +\+30\n/);

    expect(await milepost('diff', 'plan.json', 'next.json', '--json')).toBe(0);
    const diff = JSON.parse(out);
    expect(diff).toMatchObject({ ok: true, format: 'milepost.target-diff/1', leaves: 8 });
    expect(diff.cells).toContainEqual({ metric: 'sales', at: { organisation: 'wang', time: '2026-Q1' }, before: 7500, after: 10500, leaf: true }); // prettier-ignore

    expect(await milepost('explain', 'next.json', 'wang,2026-Q1', '--lang', 'zh')).toBe(0);
    expect(out).toBe(
      [
        '王芳 · 2026-Q1：105 元。',
        '2025-12-15 10:00，陈静把“总计”的目标 1,200 元向下分解。',
        '  – 王芳：按去年同期占比（基数 3 元 / 12 元），从 1,200 元中分得 25 %，得 300 元。',
        '  – 王芳 · 2026-Q1：平均分配，从 300 元中分得 25 %，得 75 元。',
        '2026-01-08 16:20，李雷把“王芳 · 2026-Q1”从 75 元改为 105 元（原因：在谈项目），这里随之 +30 元。',
        '  – 王芳 · 2026-Q1：按现有数值的比例（基数 75 元 / 75 元），从 105 元中分得 100 %，得 105 元。',
        '',
      ].join('\n'),
    );

    expect(await milepost('publish', 'next.json', '--out', 'published.json', '--by', '陈静', '--at', '2026-01-10T09:00:00+08:00')).toBe(0); // prettier-ignore
    expect(await milepost('verify', 'published.json', '--json')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, differences: [], totals: ['120000'], publishedBy: '陈静' });
  });

  it('names what is wrong with a published file, and says so by its exit code', async () => {
    await planned();
    await milepost('publish', 'plan.json', '--out', 'published.json', '--by', 'x', '--at', '2026-01-10T09:00:00Z');
    const text = await readFile(join(folder, 'published.json'), 'utf8');
    await write('forged.json', text.replace('[7500,7500,7500,7500]', '[7500,7500,7500,7501]'));
    expect(await milepost('verify', 'forged.json')).toBe(1);
    expect(err.split('\n')[0]).toBe('Amounts as in the file, in minor units (fen) or pieces:');
    expect(err.split('\n')[1]).toMatch(
      /^organisation=wang \(王芳\), time=2026-Q4 \(values\.0\.cells\.1\.3\): .* 7500 in the journal, 7501 in the cell, off by 1$/,
    );
    expect(await milepost('verify', 'forged.json', '--json', '--lang', 'zh')).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, code: 'target.differs', file: 'forged.json' });
    expect(await milepost('verify', 'plan.json')).toBe(2);
    expect(err).toMatch(/plan\.json: certificate: The file has no certificate.*\[verify\.certificate\]/);
    expect(await milepost('verify', 'nowhere.json')).toBe(2);
    await write('broken.json', text.slice(0, 300));
    expect(await milepost('verify', 'broken.json')).toBe(2);
  });

  it('keeps the published versions in later files', async () => {
    await planned();
    await milepost('publish', 'plan.json', '--out', 'one.json', '--by', 'x', '--at', '2026-01-10T09:00:00Z');
    const { hash } = JSON.parse(await readFile(join(folder, 'one.json'), 'utf8')).certificate;
    await milepost('publish', 'one.json', '--out', 'two.json', '--by', 'y', '--at', '2026-02-10T09:00:00Z', '--json');
    expect(JSON.parse(out)).toMatchObject({ version: 2 });
    expect(JSON.parse(await readFile(join(folder, 'two.json'), 'utf8')).versions).toEqual([{ number: 1, hash, by: 'x', at: '2026-01-10T09:00:00Z' }]); // prettier-ignore
    expect(await milepost('verify', 'two.json')).toBe(0);
  });

  it('calls metrics and axes by their names, also in the headings of tables', async () => {
    const changed = spec();
    changed.metrics[0].name = { zh: '销售额', en: 'Sales' };
    changed.axes[0].name = { zh: '团队', en: 'team' };
    changed.axes[1].name = '期间';
    changed.facts.past = { csv: 'past.csv' };
    await write('spec.json', changed);
    await write('past.csv', '团队,金额,币种\nli,9,CNY\nwang,3,CNY\n');
    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json', '--lang', 'zh')).toBe(0);
    expect(out).toMatch(/^销售额 \(元\) .*\n华北区 .*\n {2}李雷 +900 /);
    await milepost('explain', 'plan.json', '--lang', 'zh');
    expect(out).toContain('按团队：李雷 900 元，王芳 300 元。');
    expect(out).toContain('按期间：2026-Q1 300 元');
    await milepost('explain', 'plan.json', '--lang', 'en');
    expect(out).toContain('By team: 李雷 CNY 900');
    await milepost('publish', 'plan.json', '--out', 'published.json', '--by', 'x', '--at', '2026-01-10T09:00:00Z');
    expect(await milepost('verify', 'published.json')).toBe(0);
    await write(
      'wrong.json',
      (await readFile(join(folder, 'published.json'), 'utf8')).replace(/"en": ?"Sales"/, '"fr":"Ventes"'),
    );
    expect(await milepost('verify', 'wrong.json')).toBe(2);
    expect(err).toContain('metrics.0.name.en');
    changed.axes[1].name = '团队';
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json')).toBe(1);
    expect(err).toMatch(/axes\.1\.name: The id "团队" occurs twice/);
  });

  it('explains growth by its percentage, and by the rail it met', async () => {
    const changed = spec();
    // 9 yuan asked for 50 % more, 3 for 10 %: 13.50 and 3.30; at most 40 % more leaves 12.60, and 4.20 for the other.
    steps(changed)[0] = { ...grown, percent: { north: 10, li: 50 }, rails: { maxGrowthPercent: 40 } };
    changed.targets[0].total = 1640;
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json', '--out', 'plan.json')).toBe(0);
    await milepost('explain', 'plan.json', 'li', '--lang', 'zh');
    expect(out).toMatch(
      /李雷：按计入增长要求的去年同期占比（要求比基数增长 50 %，受上限限制），从 16\.40 元中分得 .*得 12\.60 元/,
    );
    await milepost('explain', 'plan.json', 'wang');
    expect(out).toMatch(/王芳: .*\(asked for 10 % more than its base\)/);
    await milepost('publish', 'plan.json', '--out', 'published.json', '--by', 'x', '--at', '2026-01-10T09:00:00Z');
    expect(await milepost('verify', 'published.json')).toBe(0);
  });

  it('reports facts that several steps use once, and fits its tables into 80 columns', async () => {
    const changed = spec();
    changed.axes[1] = { id: 'time', kind: 'time', fiscalYearStartMonth: 1, members: [{ id: '2026', parentId: null }, ...Array.from({ length: 12 }, (_, at) => ({ id: `2026-${String(at + 1).padStart(2, '0')}`, parentId: '2026' }))] }; // prettier-ignore
    changed.facts.past = { axes: ['organisation', 'time'], rows: [{ at: { organisation: 'li', time: '2025-03' }, amount: 1, currency: 'CNY' }, { at: { organisation: 'zhou', time: '2025-03' }, amount: 1, currency: 'CNY' }] }; // prettier-ignore
    steps(changed)[1] = { axis: 'time', method: 'prior', facts: 'past' };
    changed.targets[0].total = 123_456_789_01;
    changed.commitments = [{ target: { at: { organisation: 'li' } }, amount: 100_000_000_00 }];
    changed.padding = [{ rules: [{ scope: 'company', amountMinor: 1_000_000 }] }];
    await write('spec.json', changed);
    await milepost('decompose', 'spec.json', '--json');
    expect(err).toBe('');
    expect(JSON.parse(out).facts).toMatchObject([{ paths: ['targets.0.steps.0', 'targets.0.steps.1'], report: { unused: [{ path: 'facts.past.rows.1' }] } }]); // prettier-ignore
    steps(changed)[1] = { axis: 'time', method: 'even' };
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json', '--lang', 'zh', '--unit', 'wan')).toBe(0);
    const lines = out.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    const heads = lines.filter((line) => line.startsWith('sales (万元)'));
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.flatMap((line) => line.match(/2026(-\d\d)?/g))).toHaveLength(13);
    expect(out).toContain('李雷：承诺 10,000 万元，目标 12,345.678901 万元，差额 −2,345.678901 万元');
    expect(out).toContain('华北区：承担 12,345.678901 万元，下发 12,346.678901 万元（+1 万元）');
  });

  it('says when holidays are not published yet', async () => {
    const changed = spec();
    changed.axes[1].period = '2027';
    await write('spec.json', changed);
    expect(await milepost('decompose', 'spec.json', '--lang', 'zh')).toBe(0);
    expect(err).toBe('提示 日历 CN：2027-Q1 至 2027-Q4 的节假日尚未公布，按估计值计算\n');
    changed.axes[1] = { kind: 'time', period: '2026', grain: 'quarter', fiscalYearStartMonth: 4 };
    await write('spec.json', changed);
    await milepost('decompose', 'spec.json');
    // January to March 2027 alone.
    expect(err).toBe('note calendar CN: the holidays of 2026-Q4 are not published yet and estimated\n');
    expect(out).toMatch(/^Fiscal years start in month 4 /);
    await milepost('decompose', 'spec.json', '--json');
    expect(JSON.parse(out)).toMatchObject({ uncertainPeriods: ['2026-Q4'] });
  });

  it('shows what padding comes to, and where guardrails had to give way', async () => {
    const changed = spec();
    changed.padding = [{ rules: [{ scope: 'company', percent: 10 }] }];
    await write('spec.json', changed);
    await milepost('decompose', 'spec.json', '--lang', 'zh');
    expect(out).toMatch(/加码（计划本身的数值不变）：\n {2}华北区：承担 1,200 元，下发 1,320 元（\+120 元）\n/);
    await milepost('decompose', 'spec.json', '--json');
    expect(JSON.parse(out)).toMatchObject({ padding: [{ metric: 'sales', steps: [{ member: 'north', carriedMinor: 120000, handedOutMinor: 132000 }] }], railsMissed: [] }); // prettier-ignore
    // 9 and 3 yuan of last year cannot grow to 1,200 by at most a half.
    steps(changed)[0] = { axis: 'organisation', method: 'growth', base: { method: 'prior', facts: 'past' }, rails: { maxGrowthPercent: 50 } }; // prettier-ignore
    await write('spec.json', changed);
    await milepost('decompose', 'spec.json');
    expect(err).toMatch(/^note targets\.0\.steps\.0: the total leaves no room for the guardrails .* gave way in 1 places/);
    await milepost('decompose', 'spec.json', '--json');
    expect(JSON.parse(out)).toMatchObject({ railsMissed: [{ path: 'targets.0.steps.0', pools: 1 }] });
    changed.targets[0].total = 1300;
    await write('spec.json', changed);
    await milepost('decompose', 'spec.json');
    expect(err).toBe('');
  });

  it('reads facts from a table beside the spec, in the encoding of Excel', async () => {
    const changed = spec();
    changed.facts.past = { csv: 'past.csv' };
    await write('spec.json', changed);
    // 金额,organisation in GB18030.
    await writeFile(join(folder, 'past.csv'), Buffer.concat([Buffer.from('bdf0b6ee', 'hex'), Buffer.from(',organisation\r\n"1,234.50",li\r\n411.5,wang\r\n7,zhou\r\n')])); // prettier-ignore
    expect(await milepost('decompose', 'spec.json')).toBe(0);
    // 123450 of 164600 is 3/4.
    expect(out).toMatch(/李雷 +900 /);
    expect(err).toMatch(/^note past: 1 rows not used: the plan's organisation has no "zhou" \(first at past\.csv:4\)$/m);
    expect(err).toMatch(/^note past: the table names no currency, its amounts are taken to be CNY as in the plan$/m);
    await milepost('decompose', 'spec.json', '--out', 'plan.json', '--json');
    expect(JSON.parse(out).facts).toMatchObject([{ facts: 'past', paths: ['targets.0.steps.0'], assumedCurrency: 'CNY', report: { unused: [{ path: 'past.csv:4' }] } }]); // prettier-ignore
    await milepost('explain', 'plan.json', 'li', '--lang', 'zh');
    expect(out).toContain('基数 1,234.50 元 / 1,646 元');
  });
});
