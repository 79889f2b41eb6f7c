import { expect, it } from 'vitest';
import { organisationAxis } from './organisation-axis.ts';
import { reassign } from './reassign.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { explainCell } from '../edits/explain.ts';
import { tree, yearAxis } from '../baselines/testing/plans.ts';
import { cellValue, createPlan, refOf } from '../plan.ts';
import type { Organisation } from './organisation.ts';
import type { Edit } from '../edits/edit.ts';
import type { Plan } from '../plan.ts';

const always = { validFrom: '2020-01-01', validTo: null };
const organisation: Organisation = {
  units: [
    { id: 'all', parentId: null, ...always },
    { id: 'north', parentId: 'all', ...always },
    { id: 'south', parentId: 'all', ...always },
    { id: 'west', parentId: 'all', ...always },
  ],
  memberships: [
    { personId: 'li', unitId: 'north', ...always },
    { personId: 'wang', unitId: 'north', ...always },
    { personId: 'zhao', unitId: 'south', ...always },
  ],
};
const built = organisationAxis(organisation, { interval: { start: '2026-01-01', end: '2027-01-01' } });

/** Every person has 10 pumps and 5 valves a month, set by edits that stand in the journal. */
function published(...edits: Edit[]): Plan {
  const empty = createPlan({
    metrics: [{ id: 'n', kind: 'count', unit: 'piece' }],
    axes: [tree('product', { every: ['pumps', 'valves'] }), built.axis, yearAxis()],
    belongs: built.belongs(1),
  });
  const filled = ['li', 'wang', 'zhao'].flatMap((person): Edit[] => [
    {
      kind: 'set',
      target: { at: { organisation: person, product: 'pumps' } },
      value: 120,
      spread: { method: 'even' },
      by: 'Chen',
    },
    {
      kind: 'set',
      target: { at: { organisation: person, product: 'valves' } },
      value: 60,
      spread: { method: 'even' },
      by: 'Chen',
    },
  ]);
  return [...filled, ...edits].reduce((plan, edit) => {
    const result = applyEdit(plan, edit);
    if (!result.ok) throw new Error(result.code);
    return result.plan;
  }, empty);
}

const move = {
  personId: 'li',
  toUnitId: 'south',
  from: '2026-07-01',
  by: 'Chen',
  at: '2026-06-20T08:00:00Z',
  reason: '调往南区',
};
const value = (plan: Plan, at: Record<string, string>) => cellValue(plan, { at });

it('leaves the past with the old unit and takes the future to the new one', () => {
  const plan = published();
  const result = reassign(plan, built, move);
  if (!result.ok) throw new Error(result.code);
  const moved = result.plan;
  // 15 a month and person: north 360 before; Li takes 6 × 15 = 90 along.
  expect([value(plan, { organisation: 'north' }), value(plan, { organisation: 'south' })]).toEqual([360, 180]);
  expect([value(moved, { organisation: 'north' }), value(moved, { organisation: 'south' })]).toEqual([270, 270]);
  expect(value(moved, { organisation: 'li', time: '2026-06', product: 'pumps' })).toBe(10);
  expect(value(moved, { organisation: 'li', time: '2026-07' })).toBeNull();
  expect(value(moved, { organisation: 'li@south', time: '2026-07', product: 'valves' })).toBe(5);
  expect(value(moved, { organisation: 'south', time: '2026-06' })).toBe(15);
  expect(value(moved, {})).toBe(540);
  expect(value(moved, { product: 'pumps', time: '2026-Q3' })).toBe(value(plan, { product: 'pumps', time: '2026-Q3' }));
});

it('keeps the journal readable in new numbers, and adds what was moved', () => {
  const plan = published();
  const result = reassign(plan, built, move);
  if (!result.ok) throw new Error(result.code);
  const refs = (of: Plan) => of.journal.map(({ metric, target, before, after }) => [refOf(of, metric, target), before, after]);
  expect(refs(result.plan).slice(0, -1)).toEqual(refs(plan));
  const [entry] = result.entries;
  expect(entry).toMatchObject({ seq: 7, action: 'move', before: null, after: 90, by: 'Chen', at: move.at, reason: '调往南区' });
  expect(refOf(result.plan, 0, entry?.target as Int32Array).at).toEqual({
    product: 'every',
    organisation: 'li@south',
    time: '2026',
  });
  expect(entry?.divisions[0]?.pools).toEqual([{ total: 90, of: 90, fallback: null, method: 'move' }]);
  const chain = explainCell(result.plan, { at: { organisation: 'li@south', product: 'pumps', time: '2026-09' } }).chain;
  expect(chain.map(({ action, moved }) => [action, moved])).toEqual([['move', 10]]);
  const past = explainCell(result.plan, { at: { organisation: 'li', product: 'pumps', time: '2026-02' } }).chain;
  expect(past.map(({ action, by }) => [action, by])).toEqual([['set', 'Chen']]);
});

it('leaves the month in which the move falls where it is, with an empty cell beside it', () => {
  const result = reassign(published(), built, { ...move, from: '2026-07-15' });
  if (!result.ok) throw new Error(result.code);
  expect(value(result.plan, { organisation: 'li', time: '2026-07' })).toBe(15);
  expect(value(result.plan, { organisation: 'li@south', time: '2026-Q3' })).toBe(30);
  const edited = applyEdit(result.plan, {
    kind: 'set',
    target: { at: { organisation: 'li@south', product: 'pumps', time: '2026-07' } },
    value: 4,
  });
  expect(edited.ok && value(edited.plan, { organisation: 'south', time: '2026-07' })).toBe(19);
});

it('carries a hold along with what it holds, and refuses to change any other', () => {
  const hold = (at: Record<string, string>): Edit => ({ kind: 'hold', target: { at } });
  const along = reassign(published(hold({ organisation: 'li', time: '2026-Q3' }), hold({ time: '2026-09' })), built, move);
  if (!along.ok) throw new Error(along.code);
  expect([...along.plan.holds.values()].map(({ metric, box }) => refOf(along.plan, metric, box).at)).toEqual([
    { product: 'every', organisation: 'li@south', time: '2026-Q3' },
    { product: 'every', organisation: 'all', time: '2026-09' },
  ]);
  const against = reassign(published(hold({ organisation: 'south', time: '2026' }), hold({ organisation: 'li' })), built, move);
  expect(against).toMatchObject({ ok: false, code: 'held' });
  expect(!against.ok && against.conflicts.map(({ at }) => at.organisation)).toEqual(['south', 'li']);
});

it('takes the whole seat along from the first day, and comes back to the old one', () => {
  const whole = reassign(published(), built, { ...move, from: '2026-01-01' });
  if (!whole.ok) throw new Error(whole.code);
  expect(value(whole.plan, { organisation: 'south' })).toBe(360);
  expect(whole.plan.journal.length).toBe(7);
  const there = reassign(published(), built, move);
  if (!there.ok) throw new Error(there.code);
  const back = reassign(there.plan, there.built, { personId: 'li', toUnitId: 'north', from: '2026-10-01' });
  if (!back.ok) throw new Error(back.code);
  expect(value(back.plan, { organisation: 'li' })).toBe(9 * 15);
  expect(value(back.plan, { organisation: 'li@south' })).toBe(3 * 15);
  expect(back.entries[0]).toMatchObject({ before: 90, after: 135 });
});

it('moves on the first day of a membership, which then never was', () => {
  const there = reassign(published(), built, move);
  if (!there.ok) throw new Error(there.code);
  const further = reassign(there.plan, there.built, { personId: 'li', toUnitId: 'west', from: '2026-07-01' });
  if (!further.ok) throw new Error(further.code);
  expect(['north', 'south', 'west'].map((unit) => value(further.plan, { organisation: unit }))).toEqual([270, 180, 90]);
  expect(further.built.organisation.memberships.filter(({ personId }) => personId === 'li').map(({ unitId }) => unitId)).toEqual([
    'north',
    'west',
  ]);
});

it('does not drop the target of a unit that was nobody’s', () => {
  const plan = published({ kind: 'set', target: { at: { organisation: 'west', product: 'pumps', time: '2026-02' } }, value: 8 });
  expect(reassign(plan, built, { ...move, toUnitId: 'west' })).toEqual({
    ok: false,
    code: 'ownTarget',
    conflicts: [{ metric: 'n', at: { product: 'pumps', organisation: 'west', time: '2026-02' } }],
  });
  const free = reassign(published(), built, { ...move, toUnitId: 'west' });
  expect(free.ok && value(free.plan, { organisation: 'west' })).toBe(90);
});

it('refuses a move that cannot be', () => {
  const plan = published();
  expect(() => reassign(plan, built, { ...move, personId: 'sun' })).toThrow(/At move\.personId/);
  expect(() => reassign(plan, built, { ...move, toUnitId: 'north' })).toThrow(/At move\.toUnitId/);
  expect(() => reassign(plan, built, { ...move, from: '2026-13-01' })).toThrow(/At move\.from/);
  expect(() => reassign(plan, built, { ...move, toUnitId: 'east' })).toThrow(/At memberships\.1\.unitId/);
  const other = organisationAxis({ ...organisation, memberships: organisation.memberships.slice(1) }, built.options);
  expect(() => reassign(plan, other, { ...move, personId: 'zhao', toUnitId: 'north' })).toThrow(/At axes\.organisation/);
});
