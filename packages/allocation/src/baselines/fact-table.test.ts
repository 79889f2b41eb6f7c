import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFacts } from './compile-facts.ts';
import { sumMembers } from './fact-table.ts';
import { samePeriod } from './time-map.ts';
import { childrenOf, isWithin } from '../axis.ts';
import { createPlan } from '../plan.ts';
import type { AxisInput, AxisKind, MemberInput } from '../axis.ts';
import type { Facts } from './facts.ts';
import type { Plan } from '../plan.ts';

const KINDS: readonly AxisKind[] = ['organisation', 'product', 'channel', 'time'];

const axis = (kind: AxisKind) =>
  fc.array(fc.nat(), { minLength: 1, maxLength: 7 }).map((picks): AxisInput => {
    const members: MemberInput[] = [{ id: `${kind}0`, parentId: null }];
    picks.forEach((pick, at) =>
      members.push({ id: `${kind}${at + 1}`, parentId: (members[pick % members.length] as { id: string }).id }),
    );
    return { id: kind, kind, members };
  });

/** Every fact looked at for every member, cell by cell: what `sumMembers` must find. */
function bruteForce(plan: Plan, facts: Facts, at: number, box: Int32Array, members: Int32Array): (number | null)[] {
  const { axes } = plan.grid;
  const cells = new Map<string, { on: number[]; amount: number }>();
  for (const { at: ids, amount } of facts.rows) {
    const on = axes.map((one) => one.numberOf.get(ids[one.id] as string) as number);
    const cell = cells.get(on.join()) ?? { on, amount: 0 };
    cells.set(on.join(), { on, amount: cell.amount + (amount ?? 0) });
  }
  return Array.from(members, (member) => {
    const below = [...cells.values()].filter(({ on }) =>
      axes.every((one, index) => isWithin(one, index === at ? member : (box[index] as number), on[index] as number)),
    );
    return below.length === 0 ? null : below.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0);
  });
}

const leafIds = (plan: Plan, index: number) => {
  const one = plan.grid.axes[index] as Plan['grid']['axes'][number];
  return Array.from(one.leaves, (leaf) => one.ids[leaf] as string);
};

it('finds by search what a look at every fact finds, and does not mind the order of facts', () => {
  fc.assert(
    fc.property(
      fc.tuple(...KINDS.map(axis)),
      fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), fc.integer({ min: -20, max: 100 })), {
        maxLength: 40,
      }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      fc.nat(3),
      fc.boolean(),
      (axes, raw, picks, at, toLeaves) => {
        const plan = createPlan({ metrics: [{ id: 'n', kind: 'count', unit: 'piece' }], axes });
        const rows = raw.map(([places, amount]) => ({
          at: Object.fromEntries(
            KINDS.map((kind, index) => {
              const ids = leafIds(plan, index);
              return [kind, ids[(places[index] as number) % ids.length] as string];
            }),
          ),
          amount,
        }));
        const facts = { axes: KINDS, rows };
        const box = Int32Array.from(plan.grid.axes, (one, index) => (picks[index] as number) % one.ids.length);
        const divided = plan.grid.axes[at] as Plan['grid']['axes'][number];
        const members = toLeaves
          ? divided.leaves.slice(divided.from[box[at] as number], divided.to[box[at] as number])
          : Int32Array.from(childrenOf(divided, box[at] as number));
        const ask = (given: Facts) => {
          const out = new Float64Array(members.length).fill(-1);
          sumMembers(compileFacts(plan, given, { time: samePeriod }), plan, at, box, members, out);
          return Array.from(out, (sum) => (Number.isNaN(sum) ? null : sum));
        };
        const expected = bruteForce(plan, facts, at, box, members);
        expect(ask(facts)).toEqual(expected);
        expect(ask({ ...facts, rows: [...rows].reverse() })).toEqual(expected);
      },
    ),
    { numRuns: 400 },
  );
});
