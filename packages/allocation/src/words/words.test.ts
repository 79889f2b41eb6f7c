import { expect, it } from 'vitest';
import { decompose } from '../decompose/decompose.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { explainCell } from '../edits/explain.ts';
import { driver } from '../methods/driver.ts';
import { even } from '../methods/even.ts';
import { seasonality } from '../methods/seasonality.ts';
import { createPlan } from '../plan.ts';
import { amountWords, changeWords, percentWords, plainAmount, unitName } from './amount-words.ts';
import { explainInWords } from './explain-in-words.ts';
import { methodWords } from './method-words.ts';
import { refusalWords } from './refusal-words.ts';
import { stepWords } from './step-words.ts';
import type { DecomposeSpec, DivisionStep } from '../decompose/spec.ts';
import type { Edit } from '../edits/edit.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Language } from './amount-words.ts';

const cny = { id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' } as const;
const jpy = { ...cny, currency: 'JPY' } as const;
const visits = { id: 'visits', kind: 'count', unit: '次' } as const;

it('writes amounts without losing a fen', () => {
  expect(amountWords(3_000_000, cny, 'zh')).toBe('30,000 元');
  expect(amountWords(1, cny, 'zh')).toBe('0.01 元');
  expect(amountWords(-150, cny, 'zh')).toBe('−1.50 元');
  expect(amountWords(9_007_199_254_740_991, cny, 'en')).toBe('CNY 90,071,992,547,409.91');
  expect(amountWords(1234, jpy, 'zh')).toBe('1,234 JPY');
  expect(amountWords(12, visits, 'zh')).toBe('12 次');
  expect([amountWords(null, cny, 'zh'), amountWords(0, cny, 'zh')]).toEqual(['未填', '0 元']);
  // 24.0001 ten thousands: four digits more behind the point, never rounded.
  expect(plainAmount(24_000_100, cny, 'wan')).toBe('24.0001');
  expect([plainAmount(2_400_000_000, cny, 'wan'), unitName(cny, 'zh', 'wan')]).toEqual(['2,400', '万元']);
  expect([changeWords(1, cny, 'zh'), changeWords(-250_000, cny, 'en')]).toEqual(['+0.01 元', '−CNY 2,500']);
});

it('writes shares as precisely as they need', () => {
  expect([0.125, 1 / 3, 1, 0, 0.00031234].map(percentWords)).toEqual(['12.5 %', '33.33 %', '100 %', '0 %', '0.0312 %']);
});

it('names methods, also those made of others', () => {
  expect(methodWords('prior', 'zh')).toBe('去年同期占比');
  expect(methodWords('blended:50%prior+50%trailing:6', 'zh')).toBe('混合基数（去年同期占比 50 %、近 6 个月占比 50 %）');
  expect(methodWords('prior:2years:counts', 'zh')).toBe('2 年前同期占比');
  expect(methodWords('prior:springFestival:2years', 'en')).toBe(
    'the share in the same period 2 years earlier, by days from the Spring Festival',
  );
  expect(methodWords('growth:prior', 'zh')).toBe('计入增长要求的去年同期占比');
  expect(methodWords('margins:prior+prior+blended:50%prior+50%even', 'zh')).toBe(
    '满足各项合计的调整（起点：去年同期占比、混合基数（去年同期占比 50 %、平均分配 50 %））',
  );
  expect(methodWords('growth:prior', 'en')).toBe('the share in the same period of last year, grown as asked');
  expect(methodWords('prior>even', 'zh')).toBe('去年同期占比，没有则按平均分配');
  expect(methodWords('门店数', 'zh')).toBe('“门店数”');
});

const people = {
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'north', parentId: null },
    { id: 'li', parentId: 'north' },
    { id: 'wang', parentId: 'north' },
  ],
} as const;
const time = {
  id: 'time',
  kind: 'time',
  members: [
    { id: '2026-Q1', parentId: null },
    ...['01', '02', '03'].map((month) => ({ id: `2026-${month}`, parentId: '2026-Q1' })),
  ],
} as const;
const names = new Map([['organisation', new Map([['north', '华北'], ['li', '李雷'], ['wang', '王芳']])]]); // prettier-ignore
const by = { by: '陈静', at: '2026-01-05T09:00:00+08:00' };

function decomposed(spec: Partial<DecomposeSpec>): Plan {
  const steps = [{ axis: 'organisation', method: even() }, { axis: 'time', method: seasonality({ '01': 1, '02': 1, '03': 1 }) }]; // prettier-ignore
  const plan = createPlan({ metrics: [cny], axes: [people, time] });
  const result = decompose(plan, { total: 10_000, steps, ...by, ...spec });
  if (!result.ok) throw new Error(result.code);
  return result.plan;
}

function edited(plan: Plan, ...edits: Edit[]): Plan {
  return edits.reduce((state, edit) => {
    const result = applyEdit(state, edit);
    if (!result.ok) throw new Error(result.code);
    return result.plan;
  }, plan);
}

const explained = (plan: Plan, at: CellRef['at'], language: Language = 'zh') =>
  explainInWords({ plan, names, language }, explainCell(plan, { at })).map(({ text, level }) => `${'- '.repeat(level)}${text}`);

it('explains method, base, share and rounding', () => {
  // 100 yuan: 50 each; 50 yuan over three months is 16.67, 16.67, 16.66.
  expect(explained(decomposed({ reason: '年度目标' }), { organisation: 'wang', time: '2026-01' })).toEqual([
    '王芳 · 2026-01：16.67 元。',
    '2026-01-05 09:00，陈静把“总计”的目标 100 元向下分解（原因：年度目标）。',
    '- 王芳：平均分配，从 100 元中分得 50 %，得 50 元。',
    '- 王芳 · 2026-01：按季节系数（基数 1 / 3），从 50 元中分得 33.33 %，精确值 16.66667，取整 +0.00333 元，得 16.67 元。',
  ]);
});

it('explains who changed it, when, why and by how much, and what holds it', () => {
  const target = { at: { organisation: 'li', time: '2026-02' } };
  const author = { by: '李雷', at: '2026-02-03T10:15:00+08:00' };
  const plan = edited(
    decomposed({}),
    { kind: 'set', target, value: 2000, within: { organisation: 'li', time: '2026-Q1' }, reason: '补货', ...author },
    { kind: 'hold', target, ...author },
  );
  expect(explained(plan, target.at).filter((line) => !line.startsWith('-'))).toEqual([
    '李雷 · 2026-02：20 元。',
    '已锁定：编辑不会改动它。',
    '2026-01-05 09:00，陈静把“总计”的目标 100 元向下分解。',
    '2026-02-03 10:15，李雷把“李雷 · 2026-02”从 16.67 元改为 20 元（原因：补货），这里随之 +3.33 元。',
    '2026-02-03 10:15，李雷锁定“李雷 · 2026-02”（20 元）。',
  ]);
  // The sibling gave way: 16.67 + 16.66 has 3.33 less.
  expect(explained(plan, { organisation: 'li', time: '2026-01' }, 'en').join('\n')).toMatch(
    /李雷 set 李雷 · 2026-02 from CNY 16\.67 to CNY 20 \(补货\), which moved this cell by −CNY 1\.6[67]\./,
  );
  expect(explained(plan, { organisation: 'li' })[0]).toBe('李雷：50 元，是下级之和。');
});

it('says when a rule stepped in, and tells null from 0', () => {
  const steps = (values: Readonly<Record<string, number>>) => [{ axis: 'organisation', method: driver(values, '门店数') }, { axis: 'time', method: even() }]; // prettier-ignore
  const plan = decomposed({ steps: steps({ li: 0, wang: 0 }) });
  expect(explained(plan, { organisation: 'li' }).at(-1)).toBe(
    '- 李雷：从 100 元中分得 50 %，得 50 元。（没有可用的基数，平均分配。）',
  );
  const partly = decomposed({ steps: steps({ li: 0, wang: 3 }) });
  expect(explained(partly, { organisation: 'li', time: '2026-01' })[0]).toBe('李雷 · 2026-01：0 元，即没有可完成的量。');
  const silent = decomposed({ steps: steps({ wang: 3 }) });
  expect(explained(silent, { organisation: 'li' })[0]).toBe('李雷：未填，还没有人给出数值。');
  expect(explained(silent, { organisation: 'wang' }).at(-1)).toBe(
    '- 王芳：按“门店数”（基数 3 / 3），从 100 元中分得 100 %，得 100 元。',
  );
});

it('says of a sum what it is made of, and how each axis was divided, in whatever order', () => {
  const organisation = { axis: 'organisation', method: driver({ li: 3, wang: 1 }, '门店数') };
  const months = { axis: 'time', method: seasonality({ '01': 1, '02': 1, '03': 2 }) };
  // 100 yuan: a quarter of it in January is 25, of which 李雷 has 3 of 4 parts.
  const parts = ['- 按组织：李雷 18.75 元，王芳 6.25 元。'];
  const divided = (steps: readonly DivisionStep[]) => explained(decomposed({ steps }), { time: '2026-01' });
  expect(divided([organisation, months])).toEqual([
    '2026-01：25 元，是下级之和。',
    ...parts,
    '2026-01-05 09:00，陈静把“总计”的目标 100 元向下分解。',
    '- 分解方法：组织按“门店数”；时间按季节系数。',
  ]);
  expect(divided([months, organisation])).toContain('- 分解方法：时间按季节系数；组织按“门店数”。');
});

it('sets digits apart from Chinese words, and words not', () => {
  const target = { at: { organisation: 'li', time: '2026-02' } };
  const plan = edited(createPlan({ metrics: [cny], axes: [people, time] }), { kind: 'set', target, value: 100, by: '李雷' });
  expect(explained(plan, target.at)[1]).toBe('李雷把“李雷 · 2026-02”从未填改为 1 元，这里随之 +1 元。');
});

it('names the first parts of a long list and counts the others', () => {
  const months = { ...time, members: [{ id: '2026', parentId: null }, ...Array.from({ length: 9 }, (_, at) => ({ id: `2026-0${at + 1}`, parentId: '2026' }))] }; // prettier-ignore
  const plan = createPlan({ metrics: [visits], axes: [months] });
  expect(explained(plan, {}).slice(0, 2)).toEqual([
    '总计：未填，还没有人给出数值。',
    expect.stringMatching(/2026-06 未填，另有 3 项。$/),
  ]);
});

it('gives the base of amounts in money, and of everything else as it is', () => {
  const step = {
    ...{ metric: 'sales', at: { organisation: 'li' }, before: null, after: 100, pool: 200, weight: 12_345, of: 24_690 },
    ...{ fallback: null, reserved: 0, share: 0.5, exact: 100, rounding: 0 },
  };
  const plan = decomposed({});
  const words = (method: string) => stepWords({ plan, names, language: 'zh' }, { ...step, method }, cny);
  expect(words('prior')).toBe('李雷：按去年同期占比（基数 123.45 元 / 246.90 元），从 2 元中分得 50 %，得 1 元。');
  expect(words('prior:counts')).toContain('（基数 12,345 / 24,690）');
  expect(words('门店数')).toContain('（基数 12,345 / 24,690）');
});

it('says so when nothing is recorded', () => {
  const plan = { ...decomposed({}), journal: [] };
  expect(explained(plan, {}).at(-1)).toMatch(/无法说明来历/);
  expect(explained(plan, {}, 'en')).toEqual([
    'the whole plan: CNY 100, the sum of what lies below.',
    '- By organisation: 李雷 CNY 50, 王芳 CNY 50.',
    '- By time: 2026-01 CNY 33.34, 2026-02 CNY 33.34, 2026-03 CNY 33.32.',
    'Nothing is recorded about it: the file has no journal, or nobody has touched it.',
  ]);
});

it('lists what stands against a change before the remedy', () => {
  const plan = edited(decomposed({}), { kind: 'hold', target: { at: { organisation: 'li' } } }, { kind: 'hold', target: { at: { organisation: 'wang' } } }); // prettier-ignore
  const refusal = applyEdit(plan, { kind: 'set', target: { at: {} }, value: 12_000 });
  if (refusal.ok) throw new Error('done');
  const lines = refusalWords({ plan, names, language: 'zh' }, refusal);
  expect(lines.slice(0, -1)).toEqual(['李雷：锁定 50 元，需要 70 元', '王芳：锁定 50 元，需要 70 元']);
  expect(lines.at(-1)).toBe(refusal.remedy.zh);
});

it('asks for nothing where only the totals together are wrong', () => {
  const conflict = { metric: 'sales', at: { organisation: 'li' }, held: 5000, needed: null, cause: 'target' } as const;
  const remedy = { zh: '请修改。', en: 'Change one.' };
  const words = (language: Language) =>
    refusalWords({ plan: decomposed({}), names, language }, { conflicts: [conflict], remedy });
  expect(words('zh')).toEqual(['李雷：要求的数值 50 元', '请修改。']);
  expect(words('en')).toEqual(['李雷: asked for at CNY 50', 'Change one.']);
});
