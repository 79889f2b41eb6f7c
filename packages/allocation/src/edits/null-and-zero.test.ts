import { describe, expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { after, attempt, axisOf, hold, months, quarter, quarterAxis, sales, set, value } from './test-plans.ts';
import { createPlan } from '../plan.ts';
import type { Plan } from '../plan.ts';
import type { Edit } from './edit.ts';

const clear = (time: string) => (): Edit => ({ kind: 'clear', target: { at: { time } } });

/** Two people, nobody has said anything. */
function empty(): Plan {
  return createPlan({ metrics: sales, axes: [axisOf('organisation', 'organisation', 'co a b'), quarterAxis] });
}

describe('0 said about cells that are null', () => {
  it('stands in those that are not held', () => {
    expect(months(after(quarter(), hold('02'), set('Q1', 0)))).toEqual([0, null, 0]);
  });

  it('is refused where all of them are held, and never null in silence', () => {
    const plan = after(quarter(), hold('01'), hold('02'), hold('03'));
    expect(attempt(plan, set('Q1', 0))).toMatchObject({
      code: 'noRoom',
      conflicts: [{ at: { time: '01' }, held: null }, { at: { time: '02' } }, { at: { time: '03' } }],
    });
  });

  it('stands where holds that have an amount cross the cell', () => {
    // Each month of the company is held at 5, all of it b's: a gets 0 and every month keeps its 5.
    const filled = after(empty(), ...['01', '02', '03'].map((month) => set(`b ${month}`, 5)));
    const plan = after(filled, hold('co 01'), hold('co 02'), hold('co 03'), set('a Q1', 0));
    expect([months(plan, 'a'), months(plan, 'co')]).toEqual([
      [0, 0, 0],
      [5, 5, 5],
    ]);
  });

  it('leaves out the months that are held as null, and is refused when all are', () => {
    const filled = after(empty(), set('b 02', 5), set('b 03', 5), hold('co 01'), hold('co 02'), hold('co 03'));
    const plan = after(filled, set('a Q1', 0));
    expect([months(plan, 'a'), value(plan, 'co 01')]).toEqual([[null, 0, 0], null]);
    const silent = after(empty(), hold('co 01'), hold('co 02'), hold('co 03'));
    expect(attempt(silent, set('a Q1', 0))).toMatchObject({ code: 'noRoom', conflicts: [{}, {}, {}] });
  });
});

describe('a cell held as null', () => {
  it('stays null: nothing can be said below it, not even 0', () => {
    const plan = after(quarter(), hold('Q1'));
    for (const amount of [0, 5]) {
      expect(attempt(plan, set('01', amount))).toMatchObject({
        code: 'held',
        conflicts: [{ at: { time: 'Q1' }, held: null, needed: amount, cause: 'hold' }],
      });
    }
    expect(attempt(quarter(), set('01', 0, { within: { time: 'Q1' } }))).toMatchObject({
      code: 'held',
      conflicts: [{ cause: 'within' }],
    });
  });

  it('stays null where holds cross', () => {
    const plan = after(empty(), set('b 02', 5), hold('co 01'), hold('a Q1'));
    expect(attempt(plan, set('a 01', 0))).toMatchObject({ ok: false });
    expect(attempt(plan, set('b 01', 0))).toMatchObject({
      code: 'held',
      conflicts: [{ at: { organisation: 'co', time: '01' } }],
    });
  });
});

describe('a cell held at 0', () => {
  it('does not turn null: the siblings take up the 0 of a cell that is cleared', () => {
    expect(months(after(quarter(0, null, null), hold('Q1'), clear('01')))).toEqual([null, 0, 0]);
    expect(months(after(quarter(0, 0, null), hold('Q1'), clear('01')))).toEqual([null, 0, null]);
  });

  it('refuses the clearing when there is no sibling to take it', () => {
    const plan = after(quarter(0, null, null), hold('Q1'), hold('02'), hold('03'));
    expect(applyEdit(plan, clear('01')())).toMatchObject({
      code: 'noRoom',
      conflicts: [{ at: { time: 'Q1' }, held: 0 }, {}, {}],
    });
  });
});

describe('conflicts', () => {
  it('list only held cells of which the plan has some', () => {
    const people = axisOf('organisation', 'organisation', 'co a b');
    const belongs = ([who, month]: readonly string[]): boolean => !(who === 'b' && month === '02');
    const plan = after(createPlan({ metrics: sales, axes: [people, quarterAxis], belongs }), set('co', 10));
    const held = after(plan, hold('a 02'), hold('b 02'));
    expect(attempt(held, set('co 02', 3))).toMatchObject({
      code: 'noRoom',
      conflicts: [{ at: { organisation: 'a', time: '02' } }],
    });
    expect(attempt(held, set('co 02', 3))).not.toHaveProperty('conflicts.1');
  });

  it('name a cell once that is held and kept for the edit as well', () => {
    const plan = after(quarter(10, 20, 30), hold('01'), hold('Q1'));
    const within = { time: 'Q1' };
    for (const [place, amount, count] of [
      ['Q1', 70, 1],
      ['01', 12, 1],
    ] as const) {
      const refused = attempt(plan, set(place, amount, { within }));
      expect(refused.ok ? [] : refused.conflicts.map(({ cause }) => cause)).toEqual(Array(count).fill('hold'));
    }
  });
});
