import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { holdsAll, overlaps, sameBox } from './boxes.ts';
import { createHistory, editHistory, redo, undo } from './history.ts';
import { axisOf, quarterAxis, sales } from './test-plans.ts';
import { boxAt, cellCount } from '../grid.ts';
import { boxOf, boxValue, cellValue, createPlan } from '../plan.ts';
import { valueAt, valuesOf } from '../values.ts';
import type { AxisInput } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Edit, Spread } from './edit.ts';

const organisation = axisOf('organisation', 'organisation', 'co north south s3', 'north n1 n2', 'south s1 s2');
const product = axisOf('product', 'product', 'every pumps valves');
const channel = axisOf('channel', 'channel', 'any direct agents');
const shapes: readonly (readonly AxisInput[])[] = [
  [quarterAxis],
  [organisation, quarterAxis],
  [organisation, product, quarterAxis],
  [product, organisation, channel, quarterAxis],
  [organisation, product],
];

/** Some combinations do not belong: s3 sells no valves, and agents nothing in February. */
const belongs = (leaves: readonly string[]): boolean =>
  !(leaves.includes('s3') && leaves.includes('valves')) && !(leaves.includes('agents') && leaves.includes('02'));

const empty = shapes.map((axes) =>
  createPlan({ metrics: [...sales, { id: 'orders', kind: 'count', unit: 'order' }], axes, belongs }),
);

function filled(plan: Plan, amounts: readonly (number | null)[]): Plan {
  const list = Float64Array.from({ length: cellCount(plan.grid) }, (_, at) =>
    plan.grid.present?.[at] === 0 ? NaN : (amounts[at % amounts.length] ?? NaN),
  );
  return { ...plan, values: plan.values.map(() => valuesOf(list)) };
}

const leafAmounts = (plan: Plan, metric = 0): number[] =>
  Array.from({ length: cellCount(plan.grid) }, (_, at) => valueAt(plan.values[metric] as never, at));

const amount = fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constant(0), fc.constant(null));
const spread: fc.Arbitrary<Spread> = fc.constantFrom({ method: 'proportional' }, { method: 'even' });

/** A plan of any of the shapes, and edits of it. */
const scene = fc.integer({ min: 0, max: shapes.length - 1 }).chain((shape) => {
  const axes = shapes[shape] as readonly AxisInput[];
  const cell = fc
    .tuple(...axes.map(({ members }) => fc.constantFrom(...members.map(({ id }) => id))))
    .map((ids) => ({ metric: 'sales', at: Object.fromEntries(axes.map(({ id }, index) => [id, ids[index] as string])) }));
  const how = fc.record({ spread, keepSeasonality: fc.boolean(), keepManual: fc.boolean() });
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc
      .tuple(cell, fc.integer({ min: -50, max: 20_000 }), how)
      .map(([target, value, rest]): Edit => ({ kind: 'set', target, value, ...rest })),
    fc
      .tuple(cell, fc.integer({ min: -500, max: 500 }), how)
      .map(([target, value, rest]): Edit => ({ kind: 'add', target, value, ...rest })),
    fc
      .tuple(cell, fc.double({ min: -60, max: 60, noNaN: true }))
      .map(([target, percent]): Edit => ({ kind: 'percent', target, percent })),
    fc
      .tuple(cell, cell, fc.nat(5000))
      .map(([target, within, value]): Edit => ({ kind: 'set', target, value, within: within.at })),
    cell.map((target): Edit => ({ kind: 'clear', target })),
    cell.map((target): Edit => ({ kind: 'hold', target })),
    cell.map((target): Edit => ({ kind: 'hold', target })),
    cell.map((target): Edit => ({ kind: 'release', target })),
  );
  const amounts = fc.array(amount, { minLength: 5, maxLength: 40 });
  return fc.record({ shape: fc.constant(shape), amounts, edits: fc.array(edit, { minLength: 1, maxLength: 12 }) });
});

const start = ({ shape, amounts }: { shape: number; amounts: readonly (number | null)[] }): Plan =>
  filled(empty[shape] as Plan, amounts);

it('reaches the value asked for, moves no held cell, gives nothing to what does not belong, and leaves refusals without a trace', () => {
  fc.assert(
    fc.property(scene, (input) => {
      let plan = start(input);
      for (const edit of input.edits) {
        const frozen = JSON.stringify([leafAmounts(plan), [...plan.holds.keys()], plan.journal.length]);
        const result = applyEdit(plan, edit);
        expect(JSON.stringify([leafAmounts(plan), [...plan.holds.keys()], plan.journal.length])).toBe(frozen);
        if (!result.ok) {
          expect(Object.keys(result)).toEqual(['ok', 'code', 'conflicts', 'remedy']);
          continue;
        }
        const target = boxOf(plan, edit.target.at);
        for (const { metric, box } of plan.holds.values()) {
          if (edit.kind === 'release' && sameBox(box, target)) continue;
          expect(boxValue(result.plan, metric, box) ?? 0).toBe(boxValue(plan, metric, box) ?? 0);
        }
        if (edit.kind === 'set') expect(cellValue(result.plan, edit.target) ?? 0).toBe(edit.value);
        if (edit.kind === 'clear') expect(cellValue(result.plan, edit.target)).toBeNull();
        expect(result.entry.after ?? 0).toBe(cellValue(result.plan, edit.target) ?? 0);
        expect(leafAmounts(result.plan, 1)).toEqual(leafAmounts(plan, 1));
        for (const [at, value] of leafAmounts(result.plan).entries()) {
          if (plan.grid.present?.[at] === 0) expect(value).toBeNaN();
          else expect(Number.isNaN(value) || Number.isSafeInteger(value)).toBe(true);
        }
        plan = result.plan;
      }
    }),
  );
});

/** Cells that are tied to the target through held cells; nothing else has a reason to move. */
function tied(plan: Plan, edit: Edit): Box[] {
  const boxes = [boxOf(plan, edit.target.at)];
  const kept = [...plan.holds.values()].map(({ box }) => box);
  if ('within' in edit && edit.within !== undefined) kept.push(boxOf(plan, edit.within));
  for (let at = 0; at < boxes.length; at += 1) {
    for (const box of kept) if (!boxes.includes(box) && overlaps(plan.grid, box, boxes[at] as Box)) boxes.push(box);
  }
  return boxes;
}

it('moves nothing that need not: cells apart from the target and from the holds that touch it stay', () => {
  fc.assert(
    fc.property(scene, (input) => {
      let plan = start(input);
      for (const edit of input.edits) {
        const result = applyEdit(plan, edit);
        if (!result.ok) continue;
        const near = tied(plan, edit);
        const after = leafAmounts(result.plan);
        leafAmounts(plan).forEach((value, at) => {
          if (Object.is(value, after[at])) return;
          const leaf = boxAt(plan.grid, at);
          expect(near.some((box) => holdsAll(plan.grid, box, leaf))).toBe(true);
        });
        plan = result.plan;
      }
    }),
  );
});

it('changes nothing when an edit that set a value is done again', () => {
  fc.assert(
    fc.property(scene, (input) => {
      let plan = start(input);
      for (const edit of input.edits) {
        const result = applyEdit(plan, edit);
        if (!result.ok) continue;
        plan = result.plan;
        if (edit.kind !== 'set') continue;
        const again = applyEdit(plan, edit);
        expect(again).toMatchObject({ ok: true, diff: { cells: [], rest: 0, leaves: 0 } });
      }
    }),
  );
});

it('gives the same every time, and goes back and forth to the same plans', () => {
  fc.assert(
    fc.property(scene, (input) => {
      const text = (plan: Plan): string =>
        JSON.stringify([leafAmounts(plan), [...plan.holds], plan.journal], (_, value: unknown) =>
          ArrayBuffer.isView(value) ? Array.from(value as Float64Array, String) : value,
        );
      let history = createHistory(start(input));
      const plans = [history.plan];
      for (const edit of input.edits) {
        const next = editHistory(history, edit);
        if (next.result.ok) plans.push(next.history.plan);
        history = next.history;
      }
      const texts = plans.map(text);
      const again = input.edits.reduce((state, edit) => editHistory(state, edit).history, createHistory(start(input)));
      expect(text(again.plan)).toBe(texts.at(-1));
      for (let step = plans.length - 2; step >= 0; step -= 1) {
        history = undo(history);
        expect([history.plan === plans[step], text(history.plan) === texts[step]]).toEqual([true, true]);
      }
      for (let step = 1; step < plans.length; step += 1) history = redo(history);
      expect(text(history.plan)).toBe(texts.at(-1));
    }),
  );
});

it('does not depend on the order in which members are given', () => {
  const members = ['n1', 'n2', 's1', 's2', 's3'];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(members, { minLength: 5 }),
      fc.shuffledSubarray(['01', '02', '03'], { minLength: 3 }),
      fc.array(amount, { minLength: 15, maxLength: 15 }),
      fc.integer({ min: 0, max: 10_000 }),
      spread,
      (people, months, amounts, value, how) => {
        const build = (who: readonly string[], when: readonly string[]): Plan => {
          const axes = [
            axisOf('organisation', 'organisation', `co ${who.join(' ')}`),
            axisOf('time', 'time', `Q1 ${when.join(' ')}`),
          ];
          const plan = createPlan({ metrics: sales, axes });
          const list = who.flatMap((person) =>
            when.map((month) => amounts[members.indexOf(person) * 3 + Number(month) - 1] ?? NaN),
          );
          const result = applyEdit(
            { ...plan, values: [valuesOf(Float64Array.from(list))] },
            { kind: 'set', target: { at: {} }, value, spread: how },
          );
          if (!result.ok) throw new Error(result.code);
          return result.plan;
        };
        const [one, other] = [build(members, ['01', '02', '03']), build(people, months)];
        for (const person of members) {
          for (const month of ['01', '02', '03']) {
            const at = { organisation: person, time: month };
            expect(cellValue(other, { at })).toBe(cellValue(one, { at }));
          }
        }
      },
    ),
  );
});
