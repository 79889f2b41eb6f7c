import { expect, it } from 'vitest';
import { createHistory, editHistory, keepStep, redo, undo } from './history.ts';
import { applyEdit } from './apply-edit.ts';
import { hold, months, quarter, set } from './test-plans.ts';

it('goes back to the very plan that was, and forth again', () => {
  const start = quarter(10, 20, 30);
  const first = editHistory(createHistory(start), set('Q1', 120)(start)).history;
  const held = editHistory(first, hold('02')(start)).history;
  const back = undo(undo(held));
  expect(back.plan).toBe(start);
  expect(back.edits).toEqual([]);
  expect(undo(back)).toBe(back);
  const forth = redo(redo(back));
  expect(forth.plan).toBe(held.plan);
  expect(forth.edits).toEqual(held.edits);
  expect(redo(forth)).toBe(forth);
});

it('is left as it was by a refused edit, and cannot redo after a new one', () => {
  const start = quarter(10, 20, 30);
  const held = editHistory(createHistory(start), hold('02')(start)).history;
  const refused = editHistory(held, set('02', 1)(start));
  expect([refused.result.ok, refused.history === held]).toEqual([false, true]);
  const other = editHistory(undo(held), set('01', 11)(start)).history;
  expect(redo(other)).toBe(other);
});

it('forgets the oldest steps beyond its limit but keeps all edits for a draft', () => {
  let history = createHistory(quarter(1, 1, 1), 2);
  for (const value of [30, 60, 90]) history = editHistory(history, set('Q1', value)(history.plan)).history;
  expect([history.undo.length, history.edits.length]).toEqual([2, 3]);
  const oldest = undo(undo(history));
  expect([undo(oldest), months(oldest.plan)]).toEqual([oldest, [10, 10, 10]]);
  expect(undo(editHistory(createHistory(quarter(1, 1, 1), 0), set('Q1', 30)(quarter())).history).plan.journal.length).toBe(4);
});

it('keeps a change that was previewed, and one that was no edit', () => {
  const start = quarter(10, 20, 30);
  const preview = applyEdit(start, set('Q1', 120)(start));
  if (!preview.ok) throw new Error(preview.code);
  const kept = keepStep(createHistory(start), null, preview);
  expect([kept.plan === preview.plan, kept.edits.length, undo(kept).plan === start]).toEqual([true, 0, true]);
});
