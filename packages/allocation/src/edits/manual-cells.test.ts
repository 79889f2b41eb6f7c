import { expect, it } from 'vitest';
import { manualCells } from './manual-cells.ts';
import { after, at, attempt, hold, months, set, team, value } from './test-plans.ts';
import { boxOf } from '../plan.ts';
import { boxAt } from '../grid.ts';
import type { Plan } from '../plan.ts';

/** Manual cells seen from a place, as 'n1 01'. */
function manual(plan: Plan, place: string): string[] {
  const marks = manualCells(plan, 0, boxOf(plan, at(plan, place)));
  return [...(marks ?? [])].flatMap((mark, position) => {
    const box = boxAt(plan.grid, position);
    return mark === 1 ? [plan.grid.axes.map((axis, index) => axis.ids[box[index] as number]).join(' ')] : [];
  });
}

const keep = { keepManual: true };

it('are those a person set below, not what was spread from here or above', () => {
  const plan = after(team(), set('n1 01', 15), set('south 02', 24));
  expect(manual(plan, 'co')).toEqual(['n1 01', 's1 02', 's2 02']);
  expect(manual(plan, 'north')).toEqual(['n1 01', 's1 02', 's2 02']);
  expect(manual(plan, 'south 02')).toEqual(['n1 01']);
  expect(manual(after(plan, set('n1 Q1', 60)), 'co')).toEqual(['n1 01', 'n1 02', 'n1 03', 's1 02', 's2 02']);
});

it('are no longer manual once a spread from above moved them, or they were cleared', () => {
  const plan = after(team(), set('n1 01', 15));
  expect(manual(after(plan, set('co', 500)), 'co')).toEqual([]);
  expect(
    manual(
      after(plan, () => ({ kind: 'clear', target: { at: at(plan, 'n1 01') } })),
      'co',
    ),
  ).toEqual([]);
});

it('do not include siblings that gave way', () => {
  expect(manual(after(team(), hold('n1 Q1'), set('n1 01', 15)), 'co')).toEqual(['n1 01']);
});

it('stay where they are when the total is spread anew, by any method', () => {
  const plan = after(team(), set('n1 01', 15));
  // 125 become 235: the other eleven cells of 10 double.
  const spread = after(plan, set('co', 235, keep));
  expect([months(spread, 'n1'), months(spread, 's2')]).toEqual([
    [15, 20, 20],
    [20, 20, 20],
  ]);
  expect(manual(spread, 'co')).toEqual(['n1 01']);
  expect(value(after(plan, set('co', 125, { ...keep, spread: { method: 'even' } })), 'n1 01')).toBe(15);
});

it('are named when nothing else is left to move', () => {
  const plan = after(team(), set('n1 01', 15), set('n1 02', 15), set('n1 03', 15));
  const refused = attempt(plan, set('n1 Q1', 60, keep));
  expect(refused).toMatchObject({ code: 'noRoom', conflicts: [{ held: 15, needed: 30, cause: 'manual' }, {}, {}] });
  expect(attempt(plan, set('n1 Q1', 60))).toMatchObject({ ok: true });
});
