/** Small plans with holds anywhere, answered a second time by trying every table of whole numbers. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { axisOf, sales } from './test-plans.ts';
import { boxOf, boxValue, createPlan } from '../plan.ts';
import { positionsOf } from '../grid.ts';
import { valuesOf } from '../values.ts';
import type { Plan } from '../plan.ts';
import type { Edit, Refusal } from './edit.ts';

const organisation = axisOf('organisation', 'organisation', 'co a b');
const product = axisOf('product', 'product', 'every pumps valves');
const months = axisOf('time', 'time', 'Q1 01 02');
const quarter = axisOf('time', 'time', 'Q1 01 02 03');
const team = axisOf('organisation', 'organisation', 'co north c', 'north a b');

type At = Record<string, string>;

/** A sum over positions that must come out. */
interface Claim {
  readonly cells: readonly number[];
  readonly total: number;
}

/** Whether whole numbers of at least 0 meet all the sums: every table is tried, cell by cell. */
function someTable(cellCount: number, claims: readonly Claim[]): boolean {
  const left = claims.map(({ total }) => total);
  const own = Array.from({ length: cellCount }, (_, cell) =>
    claims.flatMap(({ cells }, at) => (cells.includes(cell) ? [at] : [])),
  );
  const last = claims.map(({ cells }) => Math.max(...cells));
  if (claims.some(({ total, cells }) => total < 0 || (cells.length === 0 && total !== 0))) return false;
  const place = (cell: number): boolean => {
    if (cell === cellCount) return true;
    const sums = own[cell] ?? [];
    const most = sums.length === 0 ? 0 : Math.min(...sums.map((at) => left[at] ?? 0));
    for (let amount = 0; amount <= most; amount += 1) {
      for (const at of sums) left[at] = (left[at] ?? 0) - amount;
      const open = sums.every((at) => last[at] !== cell || left[at] === 0);
      const found = open && place(cell + 1);
      for (const at of sums) left[at] = (left[at] ?? 0) + amount;
      if (found) return true;
    }
    return false;
  };
  return place(0);
}

const claimAt = (plan: Plan, at: At, total: number): Claim => ({ cells: [...positionsOf(plan.grid, boxOf(plan, at))], total });

const cellOf = (axes: readonly { id: string; members: readonly { id: string }[] }[]): fc.Arbitrary<At> =>
  fc
    .tuple(...axes.map(({ members }) => fc.constantFrom(...members.map(({ id }) => id))))
    .map((ids) => Object.fromEntries(axes.map(({ id }, index) => [id, ids[index] as string])));

function check(
  axes: Parameters<typeof createPlan>[0]['axes'],
  amounts: readonly number[],
  holds: At[],
  target: At,
  value: number,
): void {
  const empty = createPlan({ metrics: sales, axes });
  let plan: Plan = { ...empty, values: [valuesOf(Float64Array.from(amounts))] };
  for (const at of holds) {
    const held = applyEdit(plan, { kind: 'hold', target: { at } });
    if (held.ok) plan = held.plan;
  }
  const edit: Edit = { kind: 'set', target: { at: target }, value };
  const result = applyEdit(plan, edit);
  if (!result.ok && result.code === 'held') return;
  const wanted = claimAt(plan, target, value);
  const kept = [...plan.holds.values()].map(({ box }) => ({
    cells: [...positionsOf(plan.grid, box)],
    total: boxValue(plan, 0, box) ?? 0,
  }));
  expect(result.ok).toBe(someTable(amounts.length, [wanted, ...kept]));
  if (!result.ok) return checkRefusal(plan, result, wanted, amounts.length);
  expect(boxValue(result.plan, 0, boxOf(plan, target))).toBe(value);
  for (const { box } of plan.holds.values()) expect(boxValue(result.plan, 0, box)).toBe(boxValue(plan, 0, box));
  for (const chunk of result.plan.values) expect(chunk.chunks.every((list) => list.every((amount) => !(amount < 0)))).toBe(true);
}

/** The named holds contradict the value asked for; without any one of them, or with what it needs, they do not. */
function checkRefusal(plan: Plan, { conflicts }: Refusal, wanted: Claim, cells: number): void {
  const claims = conflicts.map(({ at, held }) => claimAt(plan, at, held ?? 0));
  expect(someTable(cells, [wanted, ...claims])).toBe(false);
  conflicts.forEach(({ at, needed }, one) => {
    const others = claims.filter((_, index) => index !== one);
    expect(someTable(cells, [wanted, ...others])).toBe(true);
    if (needed !== null && needed >= 0) expect(someTable(cells, [wanted, ...others, claimAt(plan, at, needed)])).toBe(true);
  });
}

const small = (cells: number) => fc.array(fc.integer({ min: 0, max: 3 }), { minLength: cells, maxLength: cells });

it('agrees over two crossing axes: an edit is refused only when no table of whole numbers meets it', () => {
  const axes = [team, quarter];
  fc.assert(
    fc.property(small(9), fc.array(cellOf(axes), { maxLength: 6 }), cellOf(axes), fc.integer({ min: 0, max: 9 }), (...input) =>
      check(axes, ...input),
    ),
    { numRuns: 400 },
  );
});

it('agrees over three crossing axes', () => {
  const axes = [organisation, product, months];
  fc.assert(
    fc.property(small(8), fc.array(cellOf(axes), { maxLength: 7 }), cellOf(axes), fc.integer({ min: 0, max: 8 }), (...input) =>
      check(axes, ...input),
    ),
    { numRuns: 400 },
  );
});
