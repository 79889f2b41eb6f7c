import { leafIds } from '@milepost/allocation';
import { logEntryOf, organisationOf, timeOf, verifySums } from '@milepost/allocation/records';
import { createCalendar } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { amountAt } from './amount-at.ts';
import { decomposeYear } from './decomposition.ts';
import type { DecompositionInput } from './decomposition.ts';
import { smallCompany } from './small-company.ts';
import { headerOf, newValues, planOf, proofOf } from './stored.ts';
import { buildNodes } from './tree.ts';

const nodes = buildNodes({ ...smallCompany, asOf: '2026-11-20' });
const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const input: DecompositionInput = {
  plan: { period: '2026', fiscalYearStartMonth: 1, currency: 'CNY' },
  nodes,
  totalMinor: 248_000,
  time: 'workingDays',
  organisation: 'even',
  lastYear: { 'east~amy': { '2025-03': 300 }, 'west~cat': { '2025-03': 100 } },
  lastYearDays: {},
  calendar,
  by: 'olga',
  at: '2026-01-02T03:04:05.000Z',
};
const planFor = (change: Partial<DecompositionInput>) => {
  const { result, notes } = decomposeYear({ ...input, ...change });
  if (!result.ok) throw new Error(result.code);
  return { plan: result.plan, notes };
};

describe('the first decomposition', () => {
  it('gives every month its working days: 248 in 2026, so 248,000 gives 1,000 a day', () => {
    const { plan } = planFor({});
    // C5: by month 21,16,22,21,19,21,23,21,22,18,21,23.
    expect(leafIds(timeOf(plan)).map((month) => amountAt(plan, 'co', month))).toEqual(
      [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23].map((days) => days * 1000),
    );
  });

  it('gives only those who are there: all of January to amy and cat, all of July to amy and bob', () => {
    const { plan, notes } = planFor({});
    expect([
      amountAt(plan, 'east~amy', '2026-01'),
      amountAt(plan, 'east~bob', '2026-01'),
      amountAt(plan, 'west~cat', '2026-01'),
    ]).toEqual([10_500, null, 10_500]);
    expect([
      amountAt(plan, 'east~amy', '2026-07'),
      amountAt(plan, 'east~bob', '2026-07'),
      amountAt(plan, 'west~cat', '2026-07'),
    ]).toEqual([11_500, 11_500, null]);
    expect(notes.filter((note) => note.kind === 'partOfYear').map((note) => note.label)).toEqual(['鲍勃', '凯特']);
  });

  it('takes the team’s mean for someone without history, and says so', () => {
    const { plan, notes } = planFor({ organisation: 'lastYear', totalMinor: 12_000, time: 'even' });
    // July: amy 300 of last year, bob the mean of his team (300), cat gone: half of 1,000 each.
    expect([amountAt(plan, 'east~amy', '2026-07'), amountAt(plan, 'east~bob', '2026-07')]).toEqual([500, 500]);
    // January: amy 300, cat 100.
    expect([amountAt(plan, 'east~amy', '2026-01'), amountAt(plan, 'west~cat', '2026-01')]).toEqual([750, 250]);
    expect(notes).toContainEqual({ kind: 'noHistory', node: 'east~bob', label: '鲍勃' });
  });

  it('says when there is no last year to share by', () => {
    const { notes } = planFor({ organisation: 'lastYear', lastYear: {} });
    expect(notes).toContainEqual({ kind: 'noLastYear' });
    expect(notes.some((note) => note.kind === 'evenFallback')).toBe(true);
  });

  it('gives a unit the share of everyone in it', () => {
    const everyone = nodes.map((node) => ({ ...node, from: null, to: null }));
    const { plan } = planFor({ nodes: everyone, time: 'even', totalMinor: 36_000 });
    // 3,000 a month for three people: two in the east.
    expect([amountAt(plan, 'east', '2026-01'), amountAt(plan, 'west', '2026-01')]).toEqual([2_000, 1_000]);
  });

  it('takes the months of last year, returns above sales as nothing', () => {
    const lastYear = { 'east~amy': { '2025-03': 300 }, 'west~cat': { '2025-03': 100, '2025-04': -50, '2025-05': 400 } };
    const { plan } = planFor({ time: 'lastYear', lastYear, totalMinor: 800 });
    expect(['2026-03', '2026-04', '2026-05'].map((month) => amountAt(plan, 'co', month))).toEqual([400, 0, 400]);
    const [log] = plan.journal.map((entry) => logEntryOf(plan, entry));
    expect(log?.splits[2]).toMatchObject({ node: 'co', period: '2026-03', method: 'prior', weight: 400, of: 800, pool: 800 });
  });

  it('counts weekdays in a year of which no holidays are known, and says so', () => {
    const { notes } = planFor({
      plan: { period: '2199', fiscalYearStartMonth: 1, currency: 'CNY' },
      nodes: buildNodes({ ...smallCompany, period: '2199', asOf: '2199-01-01' }),
    });
    expect(notes).toContainEqual({ kind: 'estimatedDays', status: 'unknown' });
  });

  it('says when the holidays of the year are estimated', () => {
    const { notes } = planFor({
      plan: { period: '2027', fiscalYearStartMonth: 1, currency: 'CNY' },
      nodes: buildNodes({ ...smallCompany, period: '2027', asOf: '2027-01-01' }),
    });
    expect(notes).toContainEqual({ kind: 'estimatedDays', status: 'estimated' });
  });

  it('is stored as one record for each node, adds up, and comes back with its explanation', () => {
    const { plan } = planFor({ organisation: 'headcount', totalMinor: 1_000_001 });
    const values = newValues(plan, nodes, 'p1', { by: 'olga', at: input.at });
    expect(values).toHaveLength(nodes.length);
    expect(verifySums(values)).toEqual([]);
    const back = planOf(headerOf(input.plan), values);
    expect(amountAt(back, 'co', '2026')).toBe(1_000_001);
    expect(back.journal).toHaveLength(1);
    const [log] = back.journal.map((entry) => logEntryOf(back, entry));
    expect(log?.splits.find((split) => split.node === 'east~amy' && split.period === '2026-01')?.method).toBe('headcount');
    // 6 nodes with 3 parents: 3 × 17 periods over nodes, 6 × 5 over time.
    expect(proofOf(back)).toEqual({ cells: 3 * 17 + 6 * 5, wrong: 0 });
  });

  it('lets a branch be read alone, and several nodes without a common parent together', () => {
    const { plan } = planFor({});
    const values = newValues(plan, nodes, 'p1', { by: 'olga', at: input.at });
    const east = planOf(
      headerOf(input.plan),
      values.filter((value) => value.nodeId.startsWith('east')),
    );
    expect(amountAt(east, 'east', '2026')).toBe(amountAt(plan, 'east', '2026'));
    const people = planOf(
      headerOf(input.plan),
      values.filter((value) => value.kind === 'person'),
    );
    expect(amountAt(people, organisationOf(people).ids[0] as string, '2026')).toBe(248_000);
  });

  it('keeps what stands above out of the records of those below', () => {
    const values = newValues(planFor({}).plan, nodes, 'p1', { by: 'olga', at: input.at });
    expect(values.find((value) => value.nodeId === 'east~amy')?.edits[0]?.after).toBeNull();
    expect(values.find((value) => value.nodeId === 'co')?.edits[0]?.after).toBe(248_000);
  });
});
