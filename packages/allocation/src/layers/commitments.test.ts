import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from '../edits/apply-edit.ts';
import { cellCount } from '../grid.ts';
import { cellValue, createPlan, withValues } from '../plan.ts';
import { valuesOf } from '../values.ts';
import { commitmentGap, commitmentGaps } from './commitment-gap.ts';
import { mergeCommitments } from './commitment-merge.ts';
import { readCommitments } from './commitments.ts';
import { commitmentEdit, commitmentMergeEdits } from './commitment-edits.ts';
import type { Edit } from '../edits/edit.ts';
import type { Plan } from '../plan.ts';
import type { CommitmentMergeInput, CommitmentMergeProposal } from './commitment-merge.ts';
import type { CommitmentBatch } from './commitments.ts';

const sales = { id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' } as const;
const organisation = {
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'all', parentId: null },
    { id: 'north', parentId: 'all' },
    { id: 'li', parentId: 'north' },
    { id: 'wang', parentId: 'north' },
    { id: 'zhao', parentId: 'all' },
  ],
} as const;
const time = {
  id: 'time',
  kind: 'time',
  members: [
    { id: '2026', parentId: null },
    { id: '2026-01', parentId: '2026' },
    { id: '2026-02', parentId: '2026' },
  ],
} as const;

/** li, wang, zhao; January and February each. */
function planOf(...amounts: number[]): Plan {
  const plan = createPlan({ metrics: [sales], axes: [organisation, time] });
  return withValues(plan, 0, valuesOf(Float64Array.from(amounts)));
}

const company = planOf(100, 150, 200, 50, 300, 200);
const at = (member: string, month?: string) => ({ organisation: member, ...(month === undefined ? {} : { time: month }) });
type Word = [member: string, month: string | undefined, amount: number | null];
const said = (plan: Plan, ...words: Word[]) =>
  readCommitments(plan, [{ cells: words.map(([member, month, amount]) => ({ at: at(member, month), amount })) }]);

it('sums words and shows the gap, with how many have spoken', () => {
  const words = said(company, ['li', '2026-01', 80], ['li', '2026-02', 150], ['wang', '2026-01', 0]);
  const north = commitmentGap(company, words, at('north'));
  expect(north).toEqual({
    cell: { metric: 'sales', at: { organisation: 'north', time: '2026' } },
    topDown: 500,
    committed: 230,
    own: null,
    below: 230,
    gap: -270,
    gapRatio: { numerator: -270, denominator: 500 },
    // 100 + 150 + 200: wang's February has not been spoken for.
    topDownOfStated: 450,
    coverage: { stated: 3, undivided: 0, leaves: 4 },
  });
  expect(commitmentGap(company, words, at('wang', '2026-01'))).toMatchObject({ own: 0, committed: 0, gap: -200 });
  expect(commitmentGap(company, words, at('wang', '2026-02'))).toMatchObject({
    own: null,
    committed: null,
    gap: null,
    gapRatio: null,
  });
  expect(commitmentGap(planOf(0, 0, NaN, NaN, NaN, NaN), words, at('li'))).toMatchObject({ gap: 230, gapRatio: null });
  const table = commitmentGaps(company, words, 'organisation', { time: '2026-01' });
  expect(table.map(({ cell, committed }) => [cell.at.organisation, committed])).toEqual([['all', 80], ['north', 80], ['li', 80], ['wang', 0], ['zhao', null]]); // prettier-ignore
});

it('keeps a manager’s own word beside the sum of those below', () => {
  const words = said(company, ['north', undefined, 450], ['li', '2026-01', 80]);
  expect(commitmentGap(company, words, at('north'))).toMatchObject({ committed: 450, own: 450, below: 80, gap: -50, coverage: { stated: 4 } }); // prettier-ignore
  // The north spoke for the year as a whole: how much of it is January is not known, but for li's part.
  expect(commitmentGap(company, words, at('all', '2026-01'))).toMatchObject({ committed: 80, coverage: { stated: 1, undivided: 1, leaves: 3 } }); // prettier-ignore
  expect(commitmentGap(company, words, at('all'))).toMatchObject({ committed: 450, topDownOfStated: 500, coverage: { stated: 4, leaves: 6 } }); // prettier-ignore
});

it('lets a later word replace an earlier one, and null take it back', () => {
  const batches: CommitmentBatch[] = [
    { by: 'li', cells: [{ at: at('li', '2026-01'), amount: 80 }, { at: at('north'), amount: 9 }] }, // prettier-ignore
    { by: 'li', cells: [{ at: at('li', '2026-01'), amount: 70 }] },
    { by: 'sun', cells: [{ at: at('north'), amount: null }] },
  ];
  const words = readCommitments(company, JSON.parse(JSON.stringify(batches)) as CommitmentBatch[]);
  expect(commitmentGap(company, words, at('north'))).toMatchObject({ committed: 70, own: null });
  expect([...words.batchOf]).toEqual([1, -1, -1, -1, -1, -1]);
  expect(words.wide).toEqual([]);
});

it('lists words that cross instead of adding them', () => {
  const words = said(company, ['north', undefined, 400], ['all', '2026-01', 500]);
  expect(words.crossing).toEqual([
    {
      cell: { metric: 'sales', at: { organisation: 'all', time: '2026-01' } },
      amount: 500,
      with: { metric: 'sales', at: { organisation: 'north', time: '2026' } },
    },
  ]);
  expect(commitmentGap(company, words, at('all'))).toMatchObject({ committed: 400 });
});

it('answers bad words with their place', () => {
  expect(() => said(company, ['li', '2026-01', -1])).toThrow(/At batches\.0\.cells\.0\.amount/);
  expect(() => said(company, ['li', '2026-01', 0.5])).toThrow(/At batches\.0\.cells\.0\.amount/);
  expect(() => said(company, ['li', '2026-01', 1], ['li', '2026-01', 1])).toThrow(
    /At batches\.0\.cells\.1: The id "li · 2026-01"/,
  );
  expect(() => said(company, ['north', undefined, 1], ['north', '2026', 1])).toThrow(/At batches\.0\.cells\.1/);
  expect(() => said(company, ['nobody', undefined, 1])).toThrow(/At batches\.0\.cells\.0\.at\.organisation/);
  const sparse = createPlan({ metrics: [sales], axes: [organisation, time], support: [{ organisation: 'li' }] });
  expect(() => said(sparse, ['wang', '2026-01', 1])).toThrow(/no cell "wang · 2026-01"/);
  expect(() => said(sparse, ['zhao', undefined, 1])).toThrow(/no cell "zhao · 2026"/);
});

const merged = (plan: Plan, words: Word[], input: CommitmentMergeInput): CommitmentMergeProposal => {
  const result = mergeCommitments(plan, said(plan, ...words), input);
  if (!result.ok) throw new Error(result.conflicts.map(({ texts }) => texts.en).join());
  return result;
};

it('keeps what people said, gives nothing to 0 and shares the rest over null', () => {
  // 1000 asked; 80 + 0 kept; 920 over 150, 50, 300, 200 (700): 197⅐, 65 5⁄7, 394 2⁄7, 262 6⁄7 → 197, 66, 394, 263.
  const proposal = merged(company, [['li', '2026-01', 80], ['wang', '2026-01', 0]], { at: {} }); // prettier-ignore
  expect([...proposal.amounts]).toEqual([80, 197, 0, 66, 394, 263]);
  expect(proposal).toMatchObject({ total: 1000, kept: 80, remainder: 920, fallbacks: [] });
  const edits = commitmentMergeEdits(company, proposal, { by: 'chen' });
  expect(edits).toHaveLength(6);
  expect(edits[0]).toEqual({ by: 'chen', kind: 'set', target: { metric: 'sales', at: { organisation: 'li', time: '2026-01' } }, value: 80 }); // prettier-ignore
});

it('edits nothing that stays as it is', () => {
  expect(commitmentMergeEdits(company, merged(company, [['li', '2026-01', 100]], { at: {} }))).toEqual([]);
});

it('applies one word as an edit, and the proposal as a list of them', () => {
  const words = said(company, ['north', undefined, 400]);
  // 400 over 100, 150, 200, 50: 80, 120, 160, 40.
  const result = applyEdit(company, commitmentEdit(commitmentGap(company, words, at('north'))) as Edit);
  if (!result.ok) throw new Error(result.code);
  expect(['li', 'wang', 'zhao'].map((who) => cellValue(result.plan, { at: at(who) }))).toEqual([200, 200, 500]);
  expect(commitmentEdit(commitmentGap(result.plan, words, at('north')))).toBeNull();
  expect(commitmentEdit(commitmentGap(company, words, at('zhao')))).toBeNull();
  const proposal = merged(company, [['li', '2026-01', 80], ['wang', '2026-01', 0]], { at: {} }); // prettier-ignore
  const plan = commitmentMergeEdits(company, proposal).reduce((before, edit) => {
    const step = applyEdit(before, edit);
    return step.ok ? step.plan : before;
  }, company);
  expect(['li', 'wang', 'zhao'].map((who) => cellValue(plan, { at: at(who) }))).toEqual([277, 66, 657]);
});

it('shares a word above the leaves inside it first', () => {
  // The north says 400, li's January 80 of it: 320 over 150, 200, 50: 120, 160, 40. Zhao: 600 over 300, 200: 360, 240.
  const proposal = merged(company, [['north', undefined, 400], ['li', '2026-01', 80]], { at: {} }); // prettier-ignore
  expect([...proposal.amounts]).toEqual([80, 120, 160, 40, 360, 240]);
  expect(proposal).toMatchObject({ remainder: 920, kept: 80 });
});

it('leaves out words that reach beyond the target, and lists them', () => {
  const words: Word[] = [['north', undefined, 9_000], ['li', '2026-01', 80]]; // prettier-ignore
  // January of all is 600: li 80, the other 520 over 200 and 300.
  const proposal = merged(company, words, { at: { time: '2026-01' } });
  expect([...proposal.amounts]).toEqual([80, 208, 312]);
  expect(proposal.beyond).toEqual([{ metric: 'sales', at: { organisation: 'north', time: '2026' } }]);
  expect(merged(company, [['north', undefined, 400]], { at: {} }).beyond).toEqual([]);
});

it('tells contradictions as data, with the ways out', () => {
  const words: Word[] = [['north', undefined, 100], ['li', '2026-01', 90], ['li', '2026-02', 60], ['zhao', '2026-01', 950]]; // prettier-ignore
  const result = mergeCommitments(company, said(company, ...words), { at: {} });
  expect(result).toMatchObject({
    ok: false,
    conflicts: [
      { code: 'allocation.layers.commitment.above', cell: { at: { organisation: 'all' } }, total: 1000, committed: 1050, choices: ['follow', 'scale'] }, // prettier-ignore
      { code: 'allocation.layers.commitment.above', cell: { at: { organisation: 'north' } }, total: 100, committed: 150 },
    ],
  });
  // Follow: the north becomes 150, all 1100; wang and zhao's February get 0 of what is left.
  expect([...merged(company, words, { at: {}, choose: 'follow' }).amounts]).toEqual([90, 60, 0, 0, 950, 0]);
  // Scale: 1000 over 950 : 100 is 905 (904.76) and 95; 95 over 90 : 60 is 57 and 38.
  expect([...merged(company, words, { at: {}, choose: 'scale' }).amounts]).toEqual([57, 38, 0, 0, 905, 0]);
});

it('has nobody to give the rest to when all have spoken', () => {
  const all = (amount: number): Word[] => [['li', '2026-01', amount], ['li', '2026-02', amount]]; // prettier-ignore
  const ask = (amount: number, choose?: CommitmentMergeInput['choose']) => mergeCommitments(company, said(company, ...all(amount)), { at: at('li'), choose }); // prettier-ignore
  expect(ask(100)).toMatchObject({ ok: false, conflicts: [{ code: 'allocation.layers.commitment.nothingOpen', total: 250, committed: 200 }] }); // prettier-ignore
  expect(ask(100, 'scale')).toMatchObject({ ok: true, amounts: Float64Array.of(125, 125) });
  expect(ask(100, 'follow')).toMatchObject({ ok: true, total: 200 });
  expect(ask(0, 'scale')).toMatchObject({ ok: false, conflicts: [{ choices: ['follow'] }] });
  expect(ask(0, 'follow')).toMatchObject({ ok: true, total: 0, amounts: Float64Array.of(0, 0) });
});

it('shares evenly over the empty cells where the plan has nothing, and says so', () => {
  const bare = planOf(NaN, NaN, 0, NaN, NaN, NaN);
  const proposal = merged(bare, [['li', '2026-01', 4]], { at: at('north'), total: 10 });
  expect([...proposal.amounts]).toEqual([4, 3, 0, 3]);
  expect(proposal.fallbacks).toEqual(['evenEmpty']);
  expect([...merged(bare, [['li', '2026-01', 4]], { at: at('north'), total: 4 }).amounts]).toEqual([4, NaN, 0, NaN]);
  const mixed = merged(planOf(-5, 7, 0, 0, 0, 0), [], { at: at('li'), total: 10 });
  expect([[...mixed.amounts], mixed.fallbacks]).toEqual([[5, 5], ['even']]);
  expect(() => merged(bare, [], { at: {}, total: -1 })).toThrow(/At total/);
});

it('always adds up: words and rest make the total, and 0 stays 0', () => {
  const value = fc.oneof(fc.constant(NaN), fc.constant(0), fc.integer({ min: 0, max: 1_000 }));
  const word = fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000 })));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 6, maxLength: 6 }),
      fc.array(word, { minLength: 6, maxLength: 6 }),
      word,
      fc.nat(5_000),
      fc.constantFrom<CommitmentMergeInput['choose']>(undefined, 'follow', 'scale'),
      (values, leaves, north, total, choose) => {
        const plan = planOf(...values);
        const names = ['li', 'wang', 'zhao'].flatMap((who) => ['2026-01', '2026-02'].map((month) => [who, month] as const));
        const words: Word[] = names.map(([who, month], index) => [who, month, leaves[index] ?? null]);
        const commitments = said(plan, ...words, ['north', undefined, north]);
        const result = mergeCommitments(plan, commitments, { at: {}, total, choose });
        if (!result.ok) {
          expect(choose).not.toBe('follow');
          return;
        }
        const sum = result.amounts.reduce((whole, amount) => (Number.isNaN(amount) ? whole : whole + amount), 0);
        expect(sum).toBe(result.total);
        expect(result.kept + result.remainder).toBe(result.total);
        if (choose !== 'follow') expect(result.total).toBe(total);
        expect(result.positions).toHaveLength(cellCount(plan.grid));
        leaves.forEach((amount, index) => {
          if (amount === 0) expect(result.amounts[index]).toBe(0);
          if (amount !== null && choose === undefined) expect(result.amounts[index]).toBe(amount);
        });
      },
    ),
  );
});
