import { expect, it } from 'vitest';
import { applyEdit } from './edits/apply-edit.ts';
import { heldCells, isHeld, withHolds } from './holds.ts';
import { createPlan } from './plan.ts';

const members = ['li', 'wang'].map((id) => ({ id, parentId: 'north' }));
const plan = createPlan({
  metrics: [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }],
  axes: [{ id: 'organisation', kind: 'organisation', members: [{ id: 'north', parentId: null }, ...members] }],
});
const li = { at: { organisation: 'li' } };

it('holds the cells given, no others, and stands against edits like any hold', () => {
  const held = withHolds(withHolds(plan, [{ at: {} }]), [li, li]);
  expect(heldCells(held)).toEqual([{ metric: 'sales', at: { organisation: 'li' } }]);
  expect([isHeld(held, li), isHeld(held, { at: { organisation: 'wang' } }), isHeld(plan, li)]).toEqual([true, false, false]);
  expect(applyEdit(held, { kind: 'set', target: li, value: 1 })).toMatchObject({ ok: false, code: 'held' });
  expect(held.journal).toEqual([]);
  expect(() => withHolds(plan, [{ at: { organisation: 'zhao' } }])).toThrow(/zhao/);
});
