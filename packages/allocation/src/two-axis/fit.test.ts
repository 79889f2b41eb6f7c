import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { roundToTotals } from './fit-round.ts';
import { cellValue, createPlan } from './plan.ts';
import type { Plan } from './plan.ts';

const PEOPLE = ['a', 'b', 'c', 'd', 'e'];
const MONTHS = ['2026-01', '2026-02', '2026-03'];
const metric = { kind: 'count', unit: 'order' } as const;

function held(values: readonly (readonly number[])[]): Plan {
  const nodes = [{ id: 'co', parentId: null }, ...PEOPLE.map((id) => ({ id, parentId: 'co' }))];
  let plan = createPlan({ period: '2026-Q1', fiscalYearStartMonth: 1, metric }, nodes);
  const run = (edit: Parameters<typeof applyEdit>[1]): void => {
    const result = applyEdit(plan, edit);
    if (!result.ok) throw new Error(result.code);
    plan = result.plan;
  };
  PEOPLE.forEach((node, row) =>
    MONTHS.forEach((period, month) => run({ kind: 'set', node, period, value: values[row]?.[month] ?? 0 })),
  );
  for (const period of MONTHS) run({ kind: 'hold', node: 'co', period });
  for (const node of PEOPLE) run({ kind: 'hold', node, period: '2026-Q1' });
  return plan;
}

describe('holds that interlock', () => {
  it('are solved by hand arithmetic for two people and two months', () => {
    // Rows 30 and 30, columns 30 and 30; with the corner at 20 only one table is left.
    const table = held([
      [15, 15, 0],
      [15, 15, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const result = applyEdit(table, { kind: 'set', node: 'a', period: '2026-01', value: 20 });
    if (!result.ok) throw new Error(result.code);
    const at = (node: string, period: string): number | null => cellValue(result.plan, node, period);
    expect([at('a', '2026-02'), at('b', '2026-01'), at('b', '2026-02')]).toEqual([10, 10, 20]);
    expect(result.entry.splits.filter(({ method }) => method === 'fit').length > 0).toBe(true);
  });

  it('all stand after a change of one cell among positive ones, for any table', () => {
    const row = fc.array(fc.integer({ min: 3, max: 100_000 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 5, maxLength: 5 }), fc.integer({ min: -2, max: 2 }), (table, change) => {
        const plan = held(table);
        const value = (table[0]?.[0] ?? 0) + change;
        const result = applyEdit(plan, { kind: 'set', node: 'a', period: '2026-01', value });
        // A step of at most two units has room in every such table: no cell is below three.
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        expect(cellValue(result.plan, 'a', '2026-01')).toBe(value);
        for (const hold of plan.holds.values()) {
          expect(cellValue(result.plan, hold.node, hold.period)).toBe(cellValue(plan, hold.node, hold.period));
        }
      }),
    );
  });
});

describe('rounding to totals', () => {
  it('meets rows and columns that single units cannot mend one after the other', () => {
    const rows = [0, 1, 2].map((row) => ({ members: [row * 3, row * 3 + 1, row * 3 + 2], need: 1 }));
    const columns = [0, 1, 2].map((column) => ({ members: [column, column + 3, column + 6], need: 1 }));
    const values = roundToTotals(
      Array.from({ length: 9 }, () => 1 / 3),
      [...rows, ...columns],
    );
    expect(values?.reduce((sum, value) => sum + value, 0)).toBe(3);
    for (const { members } of [...rows, ...columns]) {
      expect(members.reduce((sum, index) => sum + (values?.[index] ?? 0), 0)).toBe(1);
    }
  });

  it('answers null when the totals contradict each other', () => {
    const both = [
      { members: [0, 1], need: 1 },
      { members: [0, 1], need: 2 },
    ];
    expect(roundToTotals([0.5, 0.5], both)).toBeNull();
  });
});
