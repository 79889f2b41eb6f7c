import { expect, it } from 'vitest';
import { checkOrganisation, findProblems } from './find-problems.ts';
import type { Membership, Organisation, UnitSpan } from './organisation.ts';

const unit = (id: string, parentId: string | null, validFrom = '2020-01-01', validTo: string | null = null): UnitSpan => ({
  id,
  parentId,
  validFrom,
  validTo,
});
const member = (personId: string, unitId: string, validFrom = '2020-01-01', validTo: string | null = null): Membership => ({
  personId,
  unitId,
  validFrom,
  validTo,
});
const units = [unit('all', null), unit('north', 'all'), unit('south', 'all')];
const problems = (organisation: Organisation) =>
  findProblems(organisation).map(({ code, path, id, from, to }) => [
    code.replace('allocation.organisation.', ''),
    path,
    id,
    from,
    to,
  ]);

it('finds nothing wrong with people and units that change place one after the other', () => {
  const organisation = {
    units: [...units, unit('team', 'north', '2020-01-01', '2026-04-01'), unit('team', 'south', '2026-04-01')],
    memberships: [member('li', 'north', '2020-01-01', '2026-07-01'), member('li', 'south', '2026-07-01'), member('wang', 'team')],
  };
  expect(problems(organisation)).toEqual([]);
  expect(() => checkOrganisation(organisation)).not.toThrow();
});

it('names two units at once, the same twice, and gaps between', () => {
  const memberships = [
    member('li', 'north', '2026-01-01', '2026-07-01'),
    member('li', 'south', '2026-06-01', null),
    member('wang', 'north', '2026-01-01', '2026-03-01'),
    member('wang', 'north', '2026-02-01', '2026-04-01'),
    member('wang', 'south', '2026-05-01'),
  ];
  expect(problems({ units, memberships })).toEqual([
    ['overlap', 'memberships.1', 'li', '2026-06-01', '2026-07-01'],
    ['twice', 'memberships.3', 'wang', '2026-02-01', '2026-03-01'],
    ['gap', 'memberships.4', 'wang', '2026-04-01', '2026-05-01'],
  ]);
  expect(() => checkOrganisation({ units, memberships })).toThrow(
    'At memberships.1: A person is in two units at once (li 2026-06-01…2026-07-01)',
  );
  expect(() => checkOrganisation({ units, memberships: memberships.slice(4) })).not.toThrow();
});

it('names the days on which a unit or a parent does not exist', () => {
  const organisation = {
    units: [...units, unit('old', 'all', '2020-01-01', '2026-03-01'), unit('team', 'old', '2025-01-01', null)],
    memberships: [member('li', 'old', '2026-01-01', '2026-05-01'), member('wang', 'ghost')],
  };
  expect(problems(organisation)).toEqual([
    ['parentMissing', 'units.4.parentId', 'old', '2026-03-01', null],
    ['unitMissing', 'memberships.0.unitId', 'old', '2026-03-01', '2026-05-01'],
    ['unitMissing', 'memberships.1.unitId', 'ghost', '2020-01-01', null],
  ]);
});

it('finds a cycle and a second top that exist for some days only', () => {
  const cycle = [
    unit('all', null),
    unit('a', 'all', '2026-01-01', '2026-02-01'),
    unit('a', 'b', '2026-02-01', '2026-03-01'),
    unit('b', 'a', '2026-01-01', '2026-03-01'),
  ];
  expect(problems({ units: cycle, memberships: [] })).toEqual([['cycle', 'units.2.parentId', 'a', '2026-02-01', '2026-03-01']]);
  const tops = [...units, unit('spin', 'all', '2020-01-01', '2026-01-01'), unit('spin', null, '2026-01-01')];
  expect(problems({ units: tops, memberships: [] })).toEqual([['tops', 'units.4.parentId', 'spin', '2026-01-01', null]]);
});

it('names bad intervals, units in two places and ids used twice', () => {
  const organisation = {
    units: [...units, unit('south', 'north', '2026-01-01')],
    memberships: [
      member('li', 'north', '2026-01-01', '2026-01-01'),
      member('north', 'south'),
      member('wang', 'north', '2026-02-30'),
    ],
  };
  expect(problems(organisation)).toEqual([
    ['unitTwice', 'units.3', 'south', '2026-01-01', null],
    ['interval', 'memberships.0', 'li', null, null],
    ['sameId', 'memberships.1.personId', 'north', null, null],
    ['interval', 'memberships.2', 'wang', null, null],
  ]);
});
