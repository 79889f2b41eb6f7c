import { describe, expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { cellValue, createPlan } from './plan.ts';
import type { Edit } from './edit.ts';
import type { Plan } from './plan.ts';

const HEADER = {
  period: '2026-Q1',
  fiscalYearStartMonth: 1,
  metric: { kind: 'money', currency: 'CNY', tax: 'included' },
} as const;

/** Applies edits that must all succeed. */
function after(plan: Plan, ...edits: Edit[]): Plan {
  return edits.reduce((state, edit) => {
    const result = applyEdit(state, edit);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
    return result.plan;
  }, plan);
}

function set(node: string, period: string, value: number): Edit {
  return { kind: 'set', node, period, value };
}

function hold(node: string, period: string): Edit {
  return { kind: 'hold', node, period };
}

function quarter(jan: number, feb: number, mar: number): Plan {
  const plan = createPlan(HEADER, [{ id: 'a', parentId: null }]);
  return after(plan, set('a', '2026-01', jan), set('a', '2026-02', feb), set('a', '2026-03', mar));
}

function months(plan: Plan, node = 'a'): (number | null)[] {
  return ['2026-01', '2026-02', '2026-03'].map((month) => cellValue(plan, node, month));
}

/** Two teams of two people, each 10 a month. */
function team(): Plan {
  const plan = createPlan(HEADER, [
    { id: 'co', parentId: null },
    { id: 'north', parentId: 'co' },
    { id: 'n1', parentId: 'north' },
    { id: 'n2', parentId: 'north' },
    { id: 'south', parentId: 'co' },
    { id: 's1', parentId: 'south' },
    { id: 's2', parentId: 'south' },
  ]);
  return after(plan, { ...set('co', '2026-Q1', 120), spread: { method: 'even' } } as Edit);
}

describe('setting a total', () => {
  it('leaves held cells and divides the rest by the current values: 100 with February at 20', () => {
    const plan = after(quarter(10, 20, 30), hold('a', '2026-02'), set('a', '2026-Q1', 100));
    expect(months(plan)).toEqual([20, 20, 60]);
  });

  it('keeps a held total and lets the siblings give way: January 20 of 60', () => {
    const plan = after(quarter(10, 20, 30), hold('a', '2026-Q1'), set('a', '2026-01', 20));
    expect(months(plan)).toEqual([20, 16, 24]);
  });

  it('lets parents follow when nothing is held', () => {
    const plan = after(team(), set('n1', '2026-01', 15));
    expect([cellValue(plan, 'north', '2026-01'), cellValue(plan, 'co', '2026-Q1')]).toEqual([25, 125]);
  });

  it('adds values and percentages', () => {
    expect(months(after(quarter(10, 20, 30), { kind: 'add', node: 'a', period: '2026-Q1', value: 6 }))).toEqual([11, 22, 33]);
    // 60 less 7.5 percent is 55.5, away from zero 56: 9.33, 18.67, 28 become 9, 19, 28.
    const less = { kind: 'percent', node: 'a', period: '2026-Q1', percent: -7.5 } as const;
    expect(months(after(quarter(10, 20, 30), less))).toEqual([9, 19, 28]);
  });

  it('copies the pattern of another slice', () => {
    const plan = after(team(), set('n1', '2026-01', 40), set('n1', '2026-02', 20));
    const spread = { method: 'reference', node: 'n1' } as const;
    const shaped = after(plan, { ...set('s1', '2026-Q1', 140), spread } as Edit);
    expect(months(shaped, 's1')).toEqual([80, 40, 20]);
  });
});

describe('null and zero', () => {
  it('differ: a cleared cell is null and its parent is null only when all its leaves are', () => {
    const cleared = after(quarter(10, 0, 30), { kind: 'clear', node: 'a', period: '2026-01' });
    expect(months(cleared)).toEqual([null, 0, 30]);
    expect(cellValue(cleared, 'a', '2026-Q1')).toBe(30);
    const empty = after(cleared, { kind: 'clear', node: 'a', period: '2026-Q1' });
    expect(cellValue(empty, 'a', '2026-Q1')).toBeNull();
    expect(empty.rows.size).toBe(0);
  });

  it('gives a new total to the empty cells when the others say zero', () => {
    const plan = after(createPlan(HEADER, [{ id: 'a', parentId: null }]), set('a', '2026-02', 0), set('a', '2026-Q1', 11));
    expect(months(plan)).toEqual([6, 0, 5]);
    expect(plan.log.at(-1)?.splits[0]?.fallback).toBe('evenEmpty');
  });

  it('splits evenly and says so when everything is zero', () => {
    const plan = after(quarter(0, 0, 0), set('a', '2026-Q1', 10));
    expect(months(plan)).toEqual([4, 3, 3]);
    expect(plan.log.at(-1)?.splits[0]?.fallback).toBe('even');
  });
});

describe('contradictory holds', () => {
  it('are answered with each held cell and what it would need', () => {
    const plan = after(quarter(10, 20, 30), hold('a', '2026-01'), hold('a', '2026-02'), hold('a', '2026-03'));
    expect(applyEdit(plan, set('a', '2026-Q1', 65))).toMatchObject({
      ok: false,
      code: 'noRoom',
      conflicts: [
        { node: 'a', period: '2026-01', held: 10, needed: 15 },
        { node: 'a', period: '2026-02', held: 20, needed: 25 },
        { node: 'a', period: '2026-03', held: 30, needed: 35 },
      ],
    });
  });

  it('name the held total when no sibling is left', () => {
    const plan = after(quarter(10, 20, 30), hold('a', '2026-Q1'), hold('a', '2026-02'), hold('a', '2026-03'));
    expect(applyEdit(plan, set('a', '2026-01', 12))).toMatchObject({
      code: 'noRoom',
      conflicts: [
        { period: '2026-Q1', held: 60, needed: 62 },
        { period: '2026-02', held: 20, needed: 18 },
        { period: '2026-03', held: 30, needed: 28 },
      ],
    });
  });

  it('refuse what would push others below zero', () => {
    const plan = after(quarter(10, 20, 30), hold('a', '2026-Q1'));
    expect(applyEdit(plan, set('a', '2026-01', 70))).toMatchObject({
      code: 'belowZero',
      conflicts: [{ period: '2026-Q1', held: 60, needed: 70 }],
    });
    expect(applyEdit(after(quarter(10, 20, 30), hold('a', '2026-03')), set('a', '2026-Q1', 25))).toMatchObject({
      code: 'belowZero',
    });
  });

  it('refuse to change a held cell or to clear over it', () => {
    const plan = after(quarter(10, 20, 30), hold('a', '2026-02'));
    expect(applyEdit(plan, set('a', '2026-02', 21))).toMatchObject({
      code: 'held',
      conflicts: [{ period: '2026-02', held: 20, needed: 21 }],
    });
    expect(applyEdit(plan, { kind: 'clear', node: 'a', period: '2026-Q1' }).ok).toBe(false);
    expect(after(plan, { kind: 'release', node: 'a', period: '2026-02' }, set('a', '2026-02', 21)).holds.size).toBe(0);
  });
});

describe('holds on both axes', () => {
  it('leave the shared leaves alone while there is room', () => {
    const plan = after(team(), hold('co', '2026-01'), set('north', '2026-Q1', 80));
    expect(months(plan, 'n1')).toEqual([10, 15, 15]);
    expect(cellValue(plan, 'co', '2026-01')).toBe(40);
  });

  it('are all kept when a month of the company and the quarter of a person stand around the cell', () => {
    const plan = after(team(), hold('co', '2026-01'), hold('n1', '2026-Q1'), set('n1', '2026-01', 16));
    expect(cellValue(plan, 'n1', '2026-01')).toBe(16);
    expect(cellValue(plan, 'co', '2026-01')).toBe(40);
    expect(months(plan, 'n1')).toEqual([16, 7, 7]);
  });

  it('are all kept when every month and every person is held', () => {
    const people = ['n1', 'n2', 's1', 's2'];
    const holds = [
      ...['2026-01', '2026-02', '2026-03'].map((month) => hold('co', month)),
      ...people.map((person) => hold(person, '2026-Q1')),
    ];
    const plan = after(team(), ...holds, set('n1', '2026-01', 16));
    expect(months(plan, 'co')).toEqual([40, 40, 40]);
    for (const person of people) expect(cellValue(plan, person, '2026-Q1')).toBe(30);
    expect(months(plan, 'n1')).toEqual([16, 7, 7]);
  });

  it('let the other teams give way when all months of the company are held', () => {
    const plan = after(team(), hold('co', '2026-01'), hold('co', '2026-02'), hold('co', '2026-03'));
    const shifted = after(plan, set('north', '2026-Q1', 66));
    expect(months(shifted, 'co')).toEqual([40, 40, 40]);
    expect(months(shifted, 'north')).toEqual([22, 22, 22]);
    expect(months(shifted, 'south')).toEqual([18, 18, 18]);
  });

  it('name only the people when they alone fix the total of their team', () => {
    const plan = after(team(), hold('co', '2026-01'), hold('n1', '2026-Q1'), hold('n2', '2026-Q1'), hold('n2', '2026-02'));
    expect(applyEdit(plan, set('north', '2026-Q1', 61))).toMatchObject({
      code: 'noRoom',
      conflicts: [
        { node: 'n1', period: '2026-Q1', held: 30, needed: 31 },
        { node: 'n2', period: '2026-Q1', held: 30, needed: 31 },
      ],
    });
  });

  it('are refused as interlocked when they contradict each other', () => {
    const plan = after(team(), hold('co', '2026-Q1'), hold('south', '2026-Q1'), hold('n2', '2026-Q1'));
    const result = applyEdit(plan, set('n1', '2026-Q1', 31));
    expect(result).toMatchObject({ ok: false, code: 'noRoom' });
    const crossed = after(
      team(),
      hold('co', '2026-01'),
      hold('south', '2026-Q1'),
      hold('n2', '2026-01'),
      hold('s1', '2026-01'),
      hold('s2', '2026-01'),
      hold('n1', '2026-Q1'),
    );
    expect(applyEdit(crossed, set('n1', '2026-01', 11))).toMatchObject({ ok: false, code: 'interlocked' });
  });
});

describe('an edit', () => {
  it('answers every changed cell of every level and shares what it did not touch', () => {
    const plan = team();
    const result = applyEdit(plan, set('n1', '2026-01', 15));
    if (!result.ok) throw new Error('refused');
    expect(result.diff).toEqual([
      { node: 'co', period: '2026-Q1', before: 120, after: 125, leaf: false },
      { node: 'co', period: '2026-01', before: 40, after: 45, leaf: false },
      { node: 'north', period: '2026-Q1', before: 60, after: 65, leaf: false },
      { node: 'north', period: '2026-01', before: 20, after: 25, leaf: false },
      { node: 'n1', period: '2026-Q1', before: 30, after: 35, leaf: false },
      { node: 'n1', period: '2026-01', before: 10, after: 15, leaf: true },
    ]);
    expect(result.plan.rows.get(1)).toBe(plan.rows.get(1));
    expect(cellValue(plan, 'n1', '2026-01')).toBe(10);
  });

  it('refuses cells and amounts that do not exist', () => {
    expect(() => applyEdit(team(), set('x', '2026-01', 1))).toThrow('no node "x"');
    expect(() => applyEdit(team(), set('n1', '2026-04', 1))).toThrow('not part of the plan');
    expect(() => applyEdit(team(), set('n1', '2026-01', 1.5))).toThrow('At value');
    expect(() => applyEdit(team(), set('n1', '2026-01', Number.NaN))).toThrow('safe integer');
  });
});
