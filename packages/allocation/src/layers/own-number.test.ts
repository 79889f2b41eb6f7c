import { expect, it } from 'vitest';
import { applyEdit } from '../edits/apply-edit.ts';
import { cellValue, createPlan, withValues } from '../plan.ts';
import { valuesOf } from '../values.ts';
import { ownEdit, ownNumber, withOwnLeaves } from './own-number.ts';
import type { AxisInput } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { OwnPolicy } from './own-number.ts';

const organisation: AxisInput = {
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'all', parentId: null },
    { id: 'north', parentId: 'all' },
    { id: 'li', parentId: 'north' },
    { id: 'wang', parentId: 'north' },
    { id: 'zhao', parentId: 'all' },
  ],
};

/** North's own, li, wang, zhao. */
function planOf(...amounts: number[]): Plan {
  const { axis } = withOwnLeaves(organisation, ['north']);
  const plan = createPlan({ metrics: [{ id: 'visits', kind: 'count', unit: 'visit' }], axes: [axis] });
  return withValues(plan, 0, valuesOf(Float64Array.from(amounts)));
}

const north = { at: { organisation: 'north' } };

it('puts the own number first below the manager, with a label in both languages', () => {
  const { axis, labels } = withOwnLeaves(organisation, ['north', 'all'], { north: '孙经理' });
  expect(axis.members.map(({ id }) => id)).toEqual(['all', 'all/own', 'north', 'north/own', 'li', 'wang', 'zhao']);
  expect(labels).toEqual({
    'north/own': { zh: '孙经理（本人）', en: '孙经理 (own)' },
    'all/own': { zh: 'all（本人）', en: 'all (own)' },
  });
});

it('keeps own and team apart while both are in every sum', () => {
  const plan = planOf(30, 100, 60, 10);
  expect(ownNumber(plan, 'organisation', north)).toEqual({ total: 190, own: 30, team: 160 });
  expect(cellValue(plan, { at: {} })).toBe(200);
  expect(ownNumber(planOf(NaN, 0, NaN, NaN), 'organisation', north)).toEqual({ total: 0, own: null, team: 0 });
  expect(ownNumber(planOf(5, NaN, NaN, NaN), 'organisation', north)).toEqual({ total: 5, own: 5, team: null });
});

it('adds the own number to the total, or takes it out of the team, as the policy says', () => {
  const set = (policy: OwnPolicy) => {
    const plan = planOf(0, 100, 60, 10);
    const result = applyEdit(plan, ownEdit(plan, 'organisation', north, 40, policy, { by: 'sun' }));
    if (!result.ok) throw new Error(result.code);
    const people = ['li', 'wang', 'zhao'].map((id) => cellValue(result.plan, { at: { organisation: id } }));
    return [ownNumber(result.plan, 'organisation', north), people];
  };
  expect(set('onTop')).toEqual([{ total: 200, own: 40, team: 160 }, [100, 60, 10]]);
  // The team gives 40 of 160: 100 and 60 become 75 and 45.
  expect(set('inside')).toEqual([{ total: 160, own: 40, team: 120 }, [75, 45, 10]]);
});

it('answers bad input with its place', () => {
  expect(() => withOwnLeaves(organisation, ['li'])).toThrow(/At managers\.0: "li" has nobody below/);
  expect(() => withOwnLeaves(organisation, ['nobody'])).toThrow(/At managers\.0/);
  expect(() => withOwnLeaves(organisation, ['north', 'north'])).toThrow(/At managers\.1/);
  const taken = { ...organisation, members: [...organisation.members, { id: 'north/own', parentId: 'all' }] };
  expect(() => withOwnLeaves(taken, ['north'])).toThrow(/"north\/own" occurs twice/);
  expect(() => ownNumber(planOf(1, 1, 1, 1), 'organisation', { at: {} })).toThrow(/At at\.organisation: "all" has no leaf/);
  expect(() => ownNumber(planOf(1, 1, 1, 1), 'colour', north)).toThrow(/At axisId/);
});
