import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellCount } from '../grid.ts';
import { boxOfKey } from '../journal.ts';
import { boxValue, cellValue, createPlan, withValues } from '../plan.ts';
import { valueAt, valuesOf } from '../values.ts';
import { decompose } from './decompose.ts';
import { sales } from './testing/small-plan.ts';
import type { AxisInput, AxisKind } from '../axis.ts';
import type { Method } from '../methods/index.ts';
import type { Hold, Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { DecomposeSpec } from './spec.ts';

/** A random tree of up to seven members. */
const tree = (kind: AxisKind) =>
  fc.array(fc.nat(), { maxLength: 6 }).map((picks): AxisInput => {
    const members: { id: string; parentId: string | null }[] = [{ id: `${kind}0`, parentId: null }];
    picks.forEach((pick, at) =>
      members.push({ id: `${kind}${at + 1}`, parentId: (members[pick % members.length] as { id: string }).id }),
    );
    return { id: kind, kind, members };
  });

/** Weights by the cell asked about, so that they depend on nothing but ids; null and 0 among them. */
function hashed(seed: number, choice: readonly (number | null)[]): Method {
  return {
    name: 'hashed',
    weigh({ plan, axis, box, members }, out) {
      for (let at = 0; at < out.length; at += 1) {
        let hash = seed;
        plan.grid.axes.forEach(({ ids }, index) => {
          const id = ids[(index === axis ? members[at] : box[index]) ?? 0] as string;
          for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
        });
        out[at] = choice[hash % choice.length] ?? NaN;
      }
    },
  };
}

interface World {
  readonly plan: Plan;
  readonly inputs: readonly AxisInput[];
  readonly spec: DecomposeSpec & { readonly steps: readonly object[] };
}

/** A recipe: kept small, so that a counterexample can be read. */
const recipe = (holds: number) =>
  fc.record({
    axes: fc.tuple(tree('organisation'), tree('product'), tree('time')),
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
    levels: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    seed: fc.nat(1000),
    total: fc.oneof(fc.nat(50), fc.nat(1_000_000_000_000)),
    current: fc.array(fc.constantFrom(NaN, 0, 1, 7, 30), { minLength: 1, maxLength: 40 }),
    held: fc.array(fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), { maxLength: holds }),
    sparse: fc.option(fc.nat({ max: 6 })),
  });

type Recipe = typeof recipe extends (holds: number) => fc.Arbitrary<infer T> ? T : never;

function worldOf({ axes, order, levels, seed, total, current, held, sparse }: Recipe, choice: readonly (number | null)[]): World {
  const belongs = sparse === null ? {} : { belongs: (ids: readonly string[]) => ids.join('').length % 7 !== 0 || sparse > 3 };
  const empty = createPlan({ metrics: sales, axes, ...belongs });
  const amounts = Float64Array.from({ length: cellCount(empty.grid) }, (_, at) =>
    empty.grid.present?.[at] === 0 ? NaN : (current[at % current.length] as number),
  );
  const boxes = held.map((pick) => Int32Array.from(empty.grid.axes, ({ ids }, at) => (pick[at] as number) % ids.length));
  const kept = new Map(boxes.map((box) => [box.join('.'), { metric: 0, box } satisfies Hold]));
  const plan = { ...withValues(empty, 0, valuesOf(amounts)), holds: kept };
  const method = hashed(seed, choice);
  const steps = order.map((at) => ({
    axis: axes[at]?.id ?? '',
    method,
    via: levels[at] === true ? ('levels' as const) : ('leaves' as const),
  }));
  return { plan, inputs: axes, spec: { total, steps } };
}

const leaves = (plan: Plan): number[] =>
  Array.from({ length: cellCount(plan.grid) }, (_, at) => valueAt(plan.values[0] as Values, at));

const covered = (from: Int32Array, to: Int32Array, member: number): boolean => from[member] === from[0] && to[member] === to[0];

it('gives the target its total and every part less than one unit from its exact share', () => {
  fc.assert(
    fc.property(recipe(0), (given) => {
      const { plan, spec } = worldOf(given, [1, 2, 3, 0.1, 0, null]);
      const result = decompose(plan, spec);
      if (!result.ok) return;
      expect(cellValue(result.plan, { at: {} })).toBe(spec.total);
      for (const { after, weights, pool, pools, keys } of result.entry.divisions) {
        const sums = pools.map(() => 0);
        after.forEach((part, at) => {
          const { total, of, method } = pools[pool[at] as number] as (typeof pools)[number];
          const weight = weights[at] as number;
          if (method !== 'silent') sums[pool[at] as number] = (sums[pool[at] as number] ?? 0) + (Number.isNaN(part) ? 0 : part);
          if (Number.isNaN(weight)) expect(part).toBeNaN();
          else if (total > 0) expect(Math.abs(part - (total * weight) / of)).toBeLessThan(1 + 1e-3);
          if (weight === 0) expect(part).toBe(0);
          // What is written down is what the cell has.
          const value = boxValue(result.plan, 0, boxOfKey(plan.grid.axes, keys[at] as number));
          expect(value ?? NaN).toBe(part);
        });
        expect(sums).toEqual(pools.map(({ total }) => total));
      }
    }),
    { numRuns: 300 },
  );
});

it('never moves what is held, and refuses only with holds that contradict', () => {
  fc.assert(
    fc.property(recipe(3), (given) => {
      const { plan, spec } = worldOf(given, [1, 2, 3, 0, null]);
      const result = decompose(plan, spec);
      if (!result.ok) {
        if (result.code === 'empty') return;
        expect(['held', 'noRoom', 'belowZero']).toContain(result.code);
        expect(result.conflicts.length).toBeGreaterThan(0);
        // Each of them could give way alone: without the largest the total fits or another refusal stands.
        if (result.code === 'belowZero' && result.conflicts[0]?.cause === 'hold') {
          const sum = result.conflicts.reduce((all, { held }) => all + (held ?? 0), 0);
          expect(sum).toBeGreaterThan(spec.total);
        }
        return;
      }
      expect(cellValue(result.plan, { at: {} })).toBe(spec.total);
      const [before, after] = [leaves(plan), leaves(result.plan)];
      for (const { box } of plan.holds.values()) {
        const total = boxValue(plan, 0, box);
        expect(boxValue(result.plan, 0, box)).toBe(total);
        // A hold of the whole keeps its total alone; an only child is the whole, too.
        if (plan.grid.axes.every(({ from, to }, at) => covered(from, to, box[at] as number))) continue;
        before.forEach((value, at) => {
          const row = Math.floor(at / plan.grid.width);
          const inside = plan.grid.axes.every((axis, index) => {
            const leaf = index < 2 ? (plan.grid.rows[index]?.[row] as number) : at % plan.grid.width;
            return (axis.from[box[index] as number] as number) <= leaf && leaf < (axis.to[box[index] as number] as number);
          });
          if (inside) expect(after[at]).toBe(value);
        });
      }
      expect(after.every((value) => Number.isNaN(value) || value >= 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('does the same again when nothing has changed', () => {
  fc.assert(
    fc.property(recipe(2), (given) => {
      const { plan, spec } = worldOf(given, [1, 2, 3, 0, null]);
      const first = decompose(plan, spec);
      if (!first.ok) return;
      const second = decompose(first.plan, spec);
      expect(second.ok && leaves(second.plan)).toEqual(leaves(first.plan));
    }),
    { numRuns: 200 },
  );
});

it('does not depend on the order in which members were given', () => {
  fc.assert(
    fc.property(recipe(0), (given) => {
      const { plan, inputs, spec } = worldOf(given, [1, 1, 2, null]);
      const turned = inputs.map((axis) => ({ ...axis, members: [...axis.members].reverse() }));
      const same = decompose({ ...plan, holds: new Map() }, spec);
      const other = decompose(createPlan({ metrics: sales, axes: turned }), spec);
      if (plan.grid.present !== null || !same.ok || !other.ok) return;
      const at = (ids: readonly string[]) => ({ at: { organisation: ids[0] ?? '', product: ids[1] ?? '', time: ids[2] ?? '' } });
      for (const o of inputs[0]?.members ?? []) {
        for (const p of inputs[1]?.members ?? []) {
          for (const t of inputs[2]?.members ?? []) {
            const ref = at([o.id, p.id, t.id]);
            expect(cellValue(other.plan, ref)).toBe(cellValue(same.plan, ref));
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});
