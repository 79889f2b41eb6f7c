import { expect, it } from 'vitest';
import { applyEdit } from '../edits/apply-edit.ts';
import { driver, even, seasonality } from '../methods/index.ts';
import { cellValue } from '../plan.ts';
import { decompose } from './decompose.ts';
import { done, organisation, planOver, quarter, row } from './testing/small-plan.ts';
import type { Edit } from '../edits/edit.ts';
import type { CellRef, Plan } from '../plan.ts';

const people = planOver([organisation, quarter]);
const steps = [{ axis: 'organisation', method: even() }, { axis: 'time', method: even() }]; // prettier-ignore

const hold = (at: CellRef['at']) => ({ kind: 'hold', target: { at } }) as const;
const set = (at: CellRef['at'], value: number) => ({ kind: 'set', target: { at }, value }) as const;

function edited(plan: Plan, ...edits: readonly Edit[]): Plan {
  return edits.reduce((before, edit) => {
    const result = applyEdit(before, edit);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
    return result.plan;
  }, plan);
}

it('leaves a held cell alone and shares the rest by weight', () => {
  // Worked example: a quarter of 100, January and March 10 to 30, February held at 20.
  const one = planOver([quarter]);
  const held = edited(one, set({ time: '2026-02' }, 20), hold({ time: '2026-02' }));
  const plan = done(held, { total: 100, steps: [{ axis: 'time', method: seasonality({ '01': 10, '02': 99, '03': 30 }) }] });
  expect(row(plan, {})).toEqual([20, 20, 60]);
  // The journal says what went by weight: 80 over 10 and 30.
  expect(plan.journal.at(-1)?.divisions[0]?.pools).toEqual([{ total: 80, of: 40, fallback: null, method: 'seasonality' }]);
});

it('does not move a neighbour above for a cell held far below', () => {
  const first = done(people, { total: 90, steps });
  const at = { organisation: 'n1', time: '2026-01' };
  const held = edited(first, set(at, 16), hold(at));
  const again = done(held, { total: 180, steps });
  // Sixty to each of three people; n1 has 16 of them already, 44 over two months.
  expect(row(again, { organisation: 'n1' })).toEqual([16, 22, 22]);
  expect(row(again, { organisation: 'n2' })).toEqual([20, 20, 20]);
  expect(row(again, { organisation: 's1' })).toEqual([20, 20, 20]);
});

it('gives way where what is held below is more than the share', () => {
  const at = { organisation: 'n1', time: '2026-01' };
  const held = edited(done(people, { total: 90, steps }), set(at, 50), hold(at));
  const by = [{ axis: 'time', method: even() }, { axis: 'organisation', method: even() }]; // prettier-ignore
  const plan = done(held, { total: 90, steps: by });
  // January needs 50 of 90; the other months share 40, January's other people get nothing. Two thirds of 20 are 13, n1 has 7.
  expect(row(plan, {})).toEqual([50, 20, 20]);
  expect(row(plan, { organisation: 'n2' })).toEqual([0, 6, 6]);
});

it('keeps a held cell above the leaves with all that is in it', () => {
  const first = done(people, { total: 90, steps: [{ axis: 'organisation', method: driver({ n1: 1, n2: 2, s1: 3 }) }, { axis: 'time', method: even() }] }); // prettier-ignore
  const held = edited(first, hold({ organisation: 'north', time: '2026-02' }));
  const plan = done(held, { total: 900, steps });
  expect(cellValue(plan, { at: { organisation: 'n1', time: '2026-02' } })).toBe(5);
  expect(cellValue(plan, { at: { organisation: 'n2', time: '2026-02' } })).toBe(10);
  expect(row(plan, { organisation: 's1' })).toEqual([100, 100, 100]);
});

it('keeps a held null null, and what a method leaves out', () => {
  const at = { organisation: 'n1', time: '2026-01' };
  const held = edited(people, hold(at));
  const plan = done(held, { total: 90, steps });
  expect(row(plan, { organisation: 'n1' })).toEqual([null, 15, 15]);
  // n1 is silent but has a held 7: the 7 stays, its other months become null.
  const seven = edited(done(people, { total: 90, steps }), set(at, 7), hold(at));
  const byDriver = [{ axis: 'organisation', method: driver({ s1: 1 }) }, { axis: 'time', method: even() }]; // prettier-ignore
  const silent = done(seven, { total: 67, steps: byDriver });
  expect(row(silent, { organisation: 'n1' })).toEqual([7, null, null]);
  expect(row(silent, { organisation: 'n2' })).toEqual([null, null, null]);
  expect(row(silent, { organisation: 's1' })).toEqual([20, 20, 20]);
});

it('names the fewest holds that are too many, or all where there is no room', () => {
  const first = done(people, { total: 90, steps });
  const held = edited(first, hold({ organisation: 'n1' }), hold({ organisation: 's1', time: '2026-01' }));
  // 30 and 10 are held; for 25 the 30 alone is too much, and would have to be 15.
  expect(decompose(held, { total: 25, steps })).toMatchObject({
    ok: false,
    code: 'belowZero',
    conflicts: [{ at: { organisation: 'n1', time: '2026-Q1' }, held: 30, needed: 15, cause: 'hold' }],
  });
  const all = edited(first, hold({ organisation: 'north' }), hold({ organisation: 's1' }));
  const refused = decompose(all, { total: 100, steps });
  expect(refused).toMatchObject({
    ok: false,
    code: 'noRoom',
    conflicts: [
      { held: 60, needed: 70 },
      { held: 30, needed: 40 },
    ],
  });
  expect(decompose(all, { total: 90, steps }).ok).toBe(true);
});

it('keeps the total of a cell held around the target', () => {
  const held = edited(done(people, { total: 90, steps }), hold({}));
  const north = { at: { organisation: 'north' } };
  expect(decompose(held, { total: 61, target: north, steps })).toMatchObject({ ok: false, code: 'held', conflicts: [{ held: 90, needed: 91 }] }); // prettier-ignore
  const by = [{ axis: 'organisation', method: driver({ n1: 1, n2: 5 }) }, { axis: 'time', method: even() }]; // prettier-ignore
  const plan = done(held, { total: 60, target: north, steps: by });
  expect(cellValue(plan, { at: { organisation: 'n1' } })).toBe(10);
});

it('keeps what a person set when asked, again and again', () => {
  const first = done(people, { total: 90, steps });
  const typed = edited(first, set({ organisation: 'n1', time: '2026-01' }, 4));
  const free = done(typed, { total: 90, steps });
  expect(row(free, { organisation: 'n1' })).toEqual([10, 10, 10]);
  const kept = done(typed, { total: 90, steps, keepManual: true });
  expect(row(kept, { organisation: 'n1' })).toEqual([4, 13, 13]);
  const twice = done(kept, { total: 180, steps, keepManual: true });
  expect(row(twice, { organisation: 'n1' })).toEqual([4, 28, 28]);
  const refused = decompose(typed, { total: 3, steps, keepManual: true });
  expect(refused).toMatchObject({ ok: false, code: 'belowZero', conflicts: [{ held: 4, needed: 3, cause: 'manual' }] });
});

it('keeps the profile over time that everyone has', () => {
  const season = seasonality({ '01': 1, '02': 2, '03': 3 });
  const first = done(people, {
    total: 180,
    steps: [
      { axis: 'organisation', method: even() },
      { axis: 'time', method: season },
    ],
  });
  const other = edited(first, { ...set({ organisation: 'n2' }, 60), spread: { method: 'even' } });
  const plan = done(other, { total: 360, steps, keepSeasonality: true });
  expect(row(plan, { organisation: 'n1' })).toEqual([20, 40, 60]);
  expect(row(plan, { organisation: 'n2' })).toEqual([40, 40, 40]);
  // Nobody has a profile yet: the method steps in.
  const rising = [steps[0] as (typeof steps)[number], { axis: 'time', method: season }];
  expect(row(done(people, { total: 18, steps: rising, keepSeasonality: true }), { organisation: 's1' })).toEqual([1, 2, 3]);
});

it('falls back as declared where a base has no weights', () => {
  const nobody = { name: 'past', weigh: (_: unknown, out: Float64Array) => out.fill(0) };
  const first = { axis: 'organisation', method: nobody };
  const by = [first, { axis: 'time', method: even() }]; // prettier-ignore
  const result = decompose(people, { total: 90, steps: by });
  if (!result.ok) throw new Error('refused');
  expect(result.entry.divisions[0]?.pools[0]).toEqual({ total: 90, of: 2, fallback: 'even', method: 'past' });
  const declared = decompose(people, { total: 90, steps: by, fallback: driver({ n1: 1, n2: 1, s1: 4 }) });
  if (!declared.ok) throw new Error('refused');
  expect(declared.entry.divisions[0]?.pools[0]).toEqual({ total: 90, of: 6, fallback: 'declared', method: 'driver' });
  expect(cellValue(declared.plan, { at: { organisation: 's1' } })).toBe(60);
  expect(decompose(people, { total: 90, steps: by, fallback: 'refuse' })).toMatchObject({
    ok: false,
    code: 'noBase',
    conflicts: [{ at: { organisation: 'co', time: '2026-Q1' }, held: 90 }],
  });
  // Zero says that there is nothing to get: only those nobody spoke about share.
  const partly = { name: 'past', weigh: (_: unknown, out: Float64Array) => void (out.fill(NaN), (out[0] = 0)) };
  const empty = decompose(people, { total: 90, steps: [{ axis: 'organisation', method: partly }, by[1] as never] });
  if (!empty.ok) throw new Error('refused');
  expect(empty.entry.divisions[0]?.pools[0]?.fallback).toBe('evenEmpty');
  expect(row(empty.plan, { organisation: 'north' })).toEqual([0, 0, 0]);
});

it('puts a total of 0 as zeros, even where nobody has a weight', () => {
  const silent = { name: 'silent', weigh: (_: unknown, out: Float64Array) => out.fill(NaN) };
  const plan = done(people, {
    total: 0,
    steps: [
      { axis: 'organisation', method: silent },
      { axis: 'time', method: silent },
    ],
  });
  expect(row(plan, { organisation: 'n1' })).toEqual([0, 0, 0]);
});
