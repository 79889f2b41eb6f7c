import { describe, expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { after, at, attempt, axisOf, given, hold, months, quarter, quarterAxis, sales, set, team, value } from './test-plans.ts';
import { cellValue, createPlan } from '../plan.ts';

describe('setting a total', () => {
  it('leaves held cells and divides the rest by the current values: 100 with February at 20', () => {
    expect(months(after(quarter(10, 20, 30), hold('02'), set('Q1', 100)))).toEqual([20, 20, 60]);
  });

  it('keeps a held total and lets the siblings give way: January 20 of 60', () => {
    expect(months(after(quarter(10, 20, 30), hold('Q1'), set('01', 20)))).toEqual([20, 16, 24]);
  });

  it('keeps a total for one edit only, and holds nothing afterwards', () => {
    const plan = after(quarter(10, 20, 30), set('01', 20, { within: { time: 'Q1' } }));
    expect(months(plan)).toEqual([20, 16, 24]);
    expect(plan.holds.size).toBe(0);
    expect(attempt(plan, set('01', 70, { within: { time: 'Q1' } }))).toMatchObject({
      code: 'belowZero',
      conflicts: [{ at: { time: 'Q1' }, held: 60, needed: 70, cause: 'within' }],
    });
  });

  it('lets parents follow when nothing is held', () => {
    const plan = after(team(), set('n1 01', 15));
    expect([value(plan, 'north 01'), value(plan, 'co Q1')]).toEqual([25, 125]);
  });

  it('adds values and percentages, half a unit away from zero', () => {
    expect(months(after(quarter(10, 20, 30), () => ({ kind: 'add', target: { at: {} }, value: 6 })))).toEqual([11, 22, 33]);
    // 60 less 7.5 percent is 55.5, away from zero 56: 9.33, 18.67, 28 become 9, 19, 28.
    expect(months(after(quarter(10, 20, 30), () => ({ kind: 'percent', target: { at: {} }, percent: -7.5 })))).toEqual([
      9, 19, 28,
    ]);
  });

  it('copies the pattern of another slice by position', () => {
    const plan = after(team(), set('n1 01', 40), set('n1 02', 20));
    const spread = { method: 'reference', at: { organisation: 'n1' } } as const;
    expect(months(after(plan, set('s1 Q1', 140, { spread })), 's1')).toEqual([80, 40, 20]);
    const shape = { method: 'reference', at: { organisation: 'north' } } as const;
    expect(() => attempt(plan, set('s1 Q1', 140, { spread: shape }))).toThrow(/At spread\.at\.organisation/);
  });

  it('copies a pattern by id: one person is the pattern of a whole team', () => {
    const plan = after(team(), set('n1 01', 40), set('n1 02', 20));
    const spread = { method: 'reference', at: { organisation: 'n1' }, match: 'id' } as const;
    const shaped = after(plan, set('south Q1', 280, { spread }));
    expect([months(shaped, 's1'), months(shaped, 's2')]).toEqual([
      [80, 40, 20],
      [80, 40, 20],
    ]);
  });

  it('matches ids only where the slice has them, and takes another metric for a pattern', () => {
    const plan = after(team(), set('n1 01', 40));
    const north = { method: 'reference', at: { organisation: 'north' }, match: 'id' } as const;
    const shaped = after(plan, set('co Q1', 180, { spread: north }));
    expect([months(shaped, 'n1'), months(shaped, 's1')]).toEqual([
      [80, 20, 20],
      [0, 0, 0],
    ]);
    const orders = { id: 'orders', kind: 'count', unit: 'order' } as const;
    const two = createPlan({ metrics: [...sales, orders], axes: [quarterAxis] });
    const first = applyEdit(two, { kind: 'set', target: { metric: 'orders', at: { time: '02' } }, value: 5 });
    const like = { method: 'reference', metric: 'orders' } as const;
    const second =
      first.ok && applyEdit(first.plan, { kind: 'set', target: { metric: 'sales', at: {} }, value: 70, spread: like });
    if (!second || !second.ok) throw new Error('refused');
    const row = (metric: string) => ['01', '02', '03'].map((time) => cellValue(second.plan, { metric, at: { time } }));
    expect([row('sales'), row('orders')]).toEqual([
      [null, 70, null],
      [null, 5, null],
    ]);
    expect(() => applyEdit(two, { kind: 'set', target: { at: {} }, value: 1 })).toThrow(/metric/);
  });

  it('divides by given weights, the later row before the earlier', () => {
    const spread = {
      method: 'weights',
      weights: [
        { at: { time: '01' }, weight: 1 },
        { at: { organisation: 's2', time: '01' }, weight: 3 },
      ],
    } as const;
    const plan = after(team(), set('south Q1', 80, { spread }));
    expect([months(plan, 's1'), months(plan, 's2')]).toEqual([
      [20, 0, 0],
      [60, 0, 0],
    ]);
    const wrong = { method: 'weights', weights: [{ at: {}, weight: -1 }] } as const;
    expect(() => attempt(plan, set('co', 1, { spread: wrong }))).toThrow(/At spread\.weights\.0\.weight/);
  });
});

describe('null and zero', () => {
  it('differ: a cleared cell is null and its parent is null only when all its leaves are', () => {
    const cleared = after(quarter(10, 0, 30), () => ({ kind: 'clear', target: { at: { time: '01' } } }));
    expect(months(cleared)).toEqual([null, 0, 30]);
    expect(value(cleared, 'Q1')).toBe(30);
    expect(
      value(
        after(cleared, () => ({ kind: 'clear', target: { at: {} } })),
        'Q1',
      ),
    ).toBeNull();
  });

  it('gives a new total to the empty cells when the others say zero, and says so', () => {
    const plan = after(quarter(null, 0, null), set('Q1', 11));
    expect(months(plan)).toEqual([6, 0, 5]);
    expect(plan.journal.at(-1)?.divisions[0]?.pools[0]?.fallback).toBe('evenEmpty');
  });

  it('splits evenly and says so when everything is zero', () => {
    const plan = after(quarter(0, 0, 0), set('Q1', 10));
    expect(months(plan)).toEqual([4, 3, 3]);
    expect(plan.journal.at(-1)?.divisions[0]?.pools[0]?.fallback).toBe('even');
  });

  it('leaves null alone where others carry the weight', () => {
    expect(months(after(quarter(null, 10, 30), set('Q1', 80)))).toEqual([null, 20, 60]);
    expect(months(after(quarter(null, 0, null), set('Q1', 0)))).toEqual([null, 0, null]);
    expect(months(after(quarter(), set('Q1', 0)))).toEqual([0, 0, 0]);
  });

  it('gives nothing to combinations that do not belong', () => {
    const people = axisOf('organisation', 'organisation', 'co a b');
    const belongs = ([who, month]: readonly string[]): boolean => !(who === 'b' && month === '02');
    const plan = after(createPlan({ metrics: sales, axes: [people, quarterAxis], belongs }), set('co', 10));
    expect([months(plan, 'a'), months(plan, 'b')]).toEqual([
      [2, 2, 2],
      [2, null, 2],
    ]);
    expect(attempt(plan, set('b 02', 5))).toMatchObject({ ok: false, code: 'empty', conflicts: [] });
  });
});

describe('signs', () => {
  it('do not turn: an amount below zero is refused where there was none', () => {
    const plan = quarter(10, 20, 30);
    const below = { ok: false, code: 'belowZero', conflicts: [{ at: { time: 'Q1' }, held: 60, needed: -30, cause: 'target' }] };
    expect(attempt(plan, set('Q1', -30))).toMatchObject(below);
    expect(attempt(plan, () => ({ kind: 'add', target: { at: {} }, value: -90 }))).toMatchObject(below);
    expect(attempt(plan, () => ({ kind: 'percent', target: { at: {} }, percent: -150 }))).toMatchObject(below);
    expect(attempt(quarter(null, 0, 30), set('01', -1))).toMatchObject({
      code: 'belowZero',
      conflicts: [{ held: null, needed: -1 }],
    });
    // -95 less 205, over the sizes 5 and 100, would bring January to -5.
    expect(attempt(quarter(5, -100, null), set('Q1', -300))).toMatchObject({ code: 'belowZero' });
    const spread = { method: 'even' } as const;
    expect(attempt(quarter(5, -100, null), set('Q1', -120, { spread }))).toMatchObject({ code: 'belowZero' });
  });

  it('keep their pattern when a total was below zero', () => {
    expect(months(after(quarter(-10, -20, -30), set('Q1', -120)))).toEqual([-20, -40, -60]);
    expect(months(after(quarter(-10, -20, -30), set('Q1', 60)))).toEqual([10, 20, 30]);
  });

  it('that are mixed: the change goes by size, on top of what is there', () => {
    // 95 to 116: 21 over the sizes 100 and 5.
    const plan = after(quarter(100, -5, null), set('Q1', 116));
    expect(months(plan)).toEqual([120, -4, null]);
    expect(plan.journal.at(-1)?.divisions[0]).toMatchObject({ pools: [{ total: 21, of: 105, fallback: null }] });
    expect(plan.journal.at(-1)?.divisions[0]?.reserved?.slice(0, 2)).toEqual(Float64Array.of(100, -5));
  });

  it('mean nothing to a single child: it takes the whole', () => {
    const single = axisOf('time', 'time', '2026 only');
    const plan = after(createPlan({ metrics: sales, axes: [single] }), set('2026', 7), hold('only'));
    expect(value(plan, 'only')).toBe(7);
    expect(attempt(plan, set('2026', 8))).toMatchObject({
      code: 'held',
      conflicts: [{ at: { time: 'only' }, held: 7, needed: 8 }],
    });
  });
});

describe('contradictory holds', () => {
  it('are answered with each held cell and what it would need', () => {
    const plan = after(quarter(10, 20, 30), hold('01'), hold('02'), hold('03'));
    expect(attempt(plan, set('Q1', 65))).toMatchObject({
      ok: false,
      code: 'noRoom',
      conflicts: [
        { at: { time: '01' }, held: 10, needed: 15 },
        { at: { time: '02' }, held: 20, needed: 25 },
        { at: { time: '03' }, held: 30, needed: 35 },
      ],
    });
  });

  it('name the held total when no sibling is left', () => {
    const plan = after(quarter(10, 20, 30), hold('Q1'), hold('02'), hold('03'));
    expect(attempt(plan, set('01', 12))).toMatchObject({
      code: 'noRoom',
      conflicts: [
        { at: { time: 'Q1' }, held: 60, needed: 62 },
        { at: { time: '02' }, held: 20, needed: 18 },
        { at: { time: '03' }, held: 30, needed: 28 },
      ],
    });
  });

  it('refuse what would push others below zero, naming only the holds it takes', () => {
    expect(attempt(after(quarter(10, 20, 30), hold('Q1')), set('01', 70))).toMatchObject({
      code: 'belowZero',
      conflicts: [{ at: { time: 'Q1' }, held: 60, needed: 70 }],
    });
    const plan = after(quarter(10, 20, 30), hold('01'), hold('03'));
    const refused = attempt(plan, set('Q1', 25));
    expect(refused).toMatchObject({ code: 'belowZero', conflicts: [{ at: { time: '03' }, held: 30, needed: 15 }] });
    expect(refused).not.toHaveProperty('conflicts.1');
  });

  it('refuse to change a held cell or to clear over it', () => {
    const plan = after(quarter(10, 20, 30), hold('02'));
    expect(attempt(plan, set('02', 21))).toMatchObject({
      code: 'held',
      conflicts: [{ at: { time: '02' }, held: 20, needed: 21 }],
    });
    expect(applyEdit(plan, { kind: 'clear', target: { at: {} } })).toMatchObject({
      code: 'held',
      conflicts: [{ held: 20, needed: -40 }],
    });
    const released = after(plan, () => ({ kind: 'release', target: { at: { time: '02' } } }), set('02', 21));
    expect(released.holds.size).toBe(0);
  });

  it('let siblings take up what a clear takes away', () => {
    const plan = after(quarter(10, 20, 30), hold('Q1'), () => ({ kind: 'clear', target: { at: { time: '01' } } }));
    expect(months(plan)).toEqual([null, 24, 36]);
  });
});

describe('holds on both axes', () => {
  it('leave the shared leaves alone while there is room', () => {
    const plan = after(team(), hold('co 01'), set('north Q1', 80));
    expect(months(plan, 'n1')).toEqual([10, 15, 15]);
    expect(value(plan, 'co 01')).toBe(40);
  });

  it('are all kept when a month of the company and the quarter of a person stand around the cell', () => {
    const plan = after(team(), hold('co 01'), hold('n1 Q1'), set('n1 01', 16));
    expect(value(plan, 'co 01')).toBe(40);
    expect(months(plan, 'n1')).toEqual([16, 7, 7]);
  });

  it('are all kept when every month and every person is held', () => {
    const people = ['n1', 'n2', 's1', 's2'];
    const holds = [...['01', '02', '03'].map((month) => hold(`co ${month}`)), ...people.map((who) => hold(`${who} Q1`))];
    const plan = after(team(), ...holds, set('n1 01', 16));
    expect(months(plan, 'co')).toEqual([40, 40, 40]);
    for (const person of people) expect(value(plan, `${person} Q1`)).toBe(30);
    expect(months(plan, 'n1')).toEqual([16, 7, 7]);
  });

  it('let the other teams give way when all months of the company are held', () => {
    const shifted = after(team(), hold('co 01'), hold('co 02'), hold('co 03'), set('north Q1', 66));
    expect(months(shifted, 'co')).toEqual([40, 40, 40]);
    expect(months(shifted, 'north')).toEqual([22, 22, 22]);
    expect(months(shifted, 'south')).toEqual([18, 18, 18]);
  });

  it('name only the people when they alone fix the total of their team', () => {
    const plan = after(team(), hold('co 01'), hold('n1 Q1'), hold('n2 Q1'), hold('n2 02'));
    expect(attempt(plan, set('north Q1', 61))).toMatchObject({
      code: 'noRoom',
      conflicts: [
        { at: { organisation: 'n1', time: 'Q1' }, held: 30, needed: 31 },
        { at: { organisation: 'n2', time: 'Q1' }, held: 30, needed: 31 },
      ],
    });
  });

  it('open cells nobody spoke about before those that say zero', () => {
    const people = axisOf('organisation', 'organisation', 'co a b');
    const empty = createPlan({ metrics: sales, axes: [people, quarterAxis] });
    const plan = after(empty, set('a 01', 10), set('a 03', 0), set('b 01', 10), hold('a Q1'), hold('co 01'), set('a 01', 4));
    expect([months(plan, 'a'), months(plan, 'b')]).toEqual([
      [4, 6, 0],
      [16, null, null],
    ]);
    expect(plan.journal.at(-1)?.divisions[0]?.pools).toMatchObject([{ method: 'fit', fallback: 'evenEmpty' }]);
  });

  it('leave a cell below zero as it is', () => {
    const people = axisOf('organisation', 'organisation', 'co a b');
    const cells = ['a 01', 'a 02', 'a 03', 'b 01', 'b 02', 'b 03'];
    const amounts = [10, 10, 0, 10, -5, 7];
    const empty = createPlan({ metrics: sales, axes: [people, quarterAxis] });
    const start = cells.reduce((plan, cell, index) => given(plan, cell, amounts[index] as number), empty);
    const plan = after(start, hold('co 01'), hold('a Q1'), hold('b Q1'), set('a 01', 12));
    expect([months(plan, 'a'), months(plan, 'b')]).toEqual([
      [12, 8, 0],
      [8, -5, 9],
    ]);
  });

  it('are refused as interlocked with the smallest set that contradicts itself', () => {
    const holds = ['co 01', 'south Q1', 'n2 01', 's1 01', 's2 01', 'n1 Q1'].map(hold);
    const crossed = after(team(), ...holds);
    // January of everybody else is held, so the company's 40 leaves 10 for n1; the two quarters do not matter.
    const refused = attempt(crossed, set('n1 01', 11));
    if (refused.ok) throw new Error('done');
    expect(refused.code).toBe('interlocked');
    expect(refused.conflicts.map(({ at: { organisation, time }, held, needed }) => [organisation, time, held, needed])).toEqual([
      ['co', '01', 40, 41],
      ['n2', '01', 10, 9],
      ['s1', '01', 10, 9],
      ['s2', '01', 10, 9],
    ]);
  });
});

it('refuses cells and amounts that do not exist', () => {
  const plan = team();
  expect(() => attempt(plan, set('x 01', 1))).toThrow(/At target\.at\.organisation: .*no member "x"/);
  expect(() => attempt(plan, set('n1 01', 1.5))).toThrow(/At value/);
  expect(() => attempt(plan, set('n1 01', Number.NaN))).toThrow(/integers up to/);
  expect(() => attempt(plan, set('n1 01', Number.MAX_SAFE_INTEGER))).toThrow(/integers up to/);
  expect(() => applyEdit(plan, { kind: 'percent', target: { at: at(plan, 'n1') }, percent: Infinity })).toThrow(/percentage/);
});
