import { describe, expect, it } from 'vitest';
import type { LintOptions, TargetDraft } from './lint/target-draft.ts';
import { lintTarget } from './lint-target.ts';

const options: LintOptions = { today: '2026-01-05', fiscalYearStartMonth: 1 };
/** The first quarter: 300 in three months, weeks and days abridged. */
const good: TargetDraft = {
  ...{ metric: { id: 'revenue', unit: '元', kind: 'money', currency: 'CNY' }, ownerId: 'li', targetMinor: 300 },
  ...{ source: 'orders', period: '2026-Q1', focus: { '2026-Q1': '华东新客户' } },
  forecast: { existingMinor: 200, newMinor: 100, competition: '竞品涨价' },
  splits: {
    month: { '2026-01': 100, '2026-02': 50, '2026-03': 150 },
    week: { '2026-W02': 300 },
    day: { '2026-01-05': 300 },
  },
  history: [
    { period: '2023-Q1', amountMinor: 200 },
    { period: '2024-Q1', amountMinor: 250 },
    { period: '2025-Q1', amountMinor: 260 },
  ],
  outlook: { probability: 0.6, standardError: 0.005, p50Minor: 310 },
};
const codes = (change: Partial<TargetDraft>, more: Partial<LintOptions> = {}): string[] =>
  lintTarget({ ...good, ...change }, { ...options, ...more }).findings.map(({ code }) => code);

describe('the target linter', () => {
  it('finds nothing in a sound target', () => {
    expect(lintTarget(good, options)).toEqual({
      findings: [],
      passed: true,
      principles: {
        ...{ specific: 'met', measurable: 'met', predictable: 'met', attainable: 'met', relevant: 'met', timeBound: 'met' },
      },
    });
  });

  it.each<[string, Partial<TargetDraft>, string[]]>([
    ['a missing metric', { metric: null }, ['metric.missing']],
    ['a metric without a unit', { metric: { id: 'new', unit: ' ', kind: 'count' } }, ['unit.missing']],
    ['a missing owner', { ownerId: null }, ['owner.missing']],
    ['a missing figure', { targetMinor: null }, ['amount.missing']],
    ['a missing source', { source: null }, ['source.missing']],
    ['money without a currency', { metric: { id: 'revenue', unit: '元', kind: 'money' } }, ['currency.missing']],
    ['no forecast', { forecast: null }, ['forecast.missing']],
    ['no simulation', { outlook: null }, ['probability.missing']],
    ['one year of history', { history: good.history.slice(2) }, ['history.missing']],
    ['a quarter without focus', { focus: {} }, ['focus.missing']],
    ['no period', { period: null }, ['period.missing']],
    ['no split', { splits: {} }, ['split.missing']],
  ])('finds %s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('tells a figure nobody gave from a figure of 0', () => {
    const zero = { targetMinor: 0, splits: {}, forecast: { existingMinor: 0, newMinor: 0, competition: '无' } };
    expect(codes(zero, { levels: [] })).toEqual(['amount.zero', 'growth.negative']);
  });

  it('weighs the simulated chance against its thresholds, which can be moved', () => {
    const low = { outlook: { probability: 0.25, standardError: 0.004, p50Minor: 240 } };
    const [finding] = lintTarget({ ...good, ...low }, options).findings;
    expect(finding).toMatchObject({
      ...{ code: 'probability.low', principle: 'attainable', severity: 'error' },
      evidence: { probability: 0.25, standardError: 0.004, least: 0.3, p50Minor: 240 },
    });
    expect(finding?.texts.zh).toBe('模拟达成概率 25%，低于 30%；一半情形只能到 240。');
    expect(codes(low, { leastProbability: 0.2 })).toEqual([]);
    expect(codes({ outlook: { probability: 0.99, standardError: 0.001, p50Minor: 400 } })).toEqual(['probability.high']);
  });

  it('holds the growth asked for against the best there has been: 25 % in 2024, and ten points', () => {
    // 351 / 260 = 1.35: just what is allowed. 352 is more.
    const at = (targetMinor: number) => ({
      targetMinor,
      splits: {},
      forecast: { ...good.forecast!, newMinor: targetMinor - 200 },
    });
    expect(codes(at(351), { levels: [] })).toEqual([]);
    const [finding] = lintTarget({ ...good, ...at(352) }, { ...options, levels: [] }).findings;
    expect(finding).toMatchObject({
      code: 'growth.beyondBest',
      evidence: { growth: 92 / 260, best: 0.25, bestPeriod: '2024-Q1', lastMinor: 260, targetMinor: 352 },
    });
    expect(codes(at(200), { levels: [] })).toEqual(['growth.negative']);
  });

  it('speaks of no growth after a year of nothing', () => {
    const history = [
      { period: '2024-Q1', amountMinor: 200 },
      { period: '2025-Q1', amountMinor: 0 },
    ];
    expect(codes({ history })).toEqual([]);
    expect(codes({ history: [{ period: '2023-Q1', amountMinor: 0 }, ...good.history.slice(1)] })).toEqual(['growth.beyondBest']);
  });

  it('asks where the difference between forecast and target comes from', () => {
    const [finding] = lintTarget({ ...good, forecast: { ...good.forecast!, newMinor: 60 } }, options).findings;
    expect([finding?.code, finding?.evidence['gapMinor']]).toEqual(['forecast.sum', 40]);
  });

  it('adds the parts up, and sees gaps', () => {
    const month = { '2026-01': 100, '2026-02': 50, '2026-03': 149 };
    const [wrong] = lintTarget({ ...good, splits: { ...good.splits, month } }, options).findings;
    expect([wrong?.code, wrong?.evidence]).toEqual([
      'split.sum',
      { level: 'month', sumMinor: 299, targetMinor: 300, gapMinor: -1 },
    ]);
    const [gap] = lintTarget(
      { ...good, splits: { ...good.splits, month: { '2026-01': 100, '2026-02': null } } },
      options,
    ).findings;
    expect([gap?.code, gap?.evidence['periods']]).toEqual(['split.gaps', '2026-02, 2026-03']);
  });

  it('knows a period that is over, and names every quarter of a year without focus', () => {
    expect(codes({}, { today: '2026-04-01' })).toEqual(['period.over']);
    const year = { period: '2026', splits: {}, focus: { '2026-Q2': '回款' } };
    const found = lintTarget({ ...good, ...year }, { ...options, levels: [] }).findings;
    expect(found.map(({ evidence }) => evidence['quarters'])).toEqual(['2026-Q1, 2026-Q3, 2026-Q4']);
  });

  it('has a remedy in both languages for every finding', () => {
    const nothing: TargetDraft = {
      ...{ metric: null, ownerId: null, targetMinor: null, source: null, period: null, splits: {} },
      ...{ forecast: null, focus: {}, history: [], outlook: null },
    };
    const { findings, passed, principles } = lintTarget(nothing, options);
    expect([passed, principles.specific, principles.attainable, principles.relevant]).toEqual([false, 'error', 'warning', 'met']);
    expect(findings.filter(({ texts, remedy }) => !/\p{Script=Han}/u.test(texts.zh + remedy.zh) || remedy.en === '')).toEqual([]);
    expect(findings.find(({ code }) => code === 'forecast.missing')?.texts).toEqual({
      zh: '缺少预测依据：现有客户、新客户、竞争情况。',
      en: 'The forecast lacks: existing customers, new customers, competition.',
    });
    expect(findings.filter(({ texts }) => /[{}]/.test(texts.zh + texts.en))).toEqual([]);
  });

  it.each<[string, Partial<TargetDraft>, Partial<LintOptions>, string, string]>([
    ['NaN', { targetMinor: Number.NaN }, {}, 'allocation.outlook.amount.invalid', 'targetMinor'],
    ['a target below 0', { targetMinor: -1 }, {}, 'allocation.outlook.number.invalid', 'targetMinor'],
    [
      'a broken part',
      { splits: { day: { '2026-01-05': 0.1 } } },
      {},
      'allocation.outlook.amount.invalid',
      'splits.day.2026-01-05',
    ],
    ['a foreign month', { splits: { month: { '2026-04': 1 } } }, {}, 'allocation.outlook.plan.outside', 'splits.month.2026-04'],
    ['a month among days', { splits: { day: { '2026-01': 1 } } }, {}, 'allocation.outlook.plan.outside', 'splits.day.2026-01'],
    ['a threshold of 2', {}, { leastProbability: 2 }, 'allocation.outlook.share.invalid', 'leastProbability'],
  ])('refuses %s', (_, change, more, code, path) => {
    expect(() => lintTarget({ ...good, ...change }, { ...options, ...more })).toThrow(expect.objectContaining({ code, path }));
  });
});
