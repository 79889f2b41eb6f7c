import { describe, expect, it } from 'vitest';
import { peopleIn, unitsBelow, visiblePeople } from './organisation.ts';
import type { Role } from './rows.ts';

// co (Olga) → east (Eva) → sh (Sam; Ann, Ben), hz (nobody leads; Cai) · west (Wei; Dan). Eva belongs to co and leads east.
const unit = (id: string, parentId: string | null, managerId: string | null) => ({ id, parentId, managerId });
const units = [
  unit('co', null, 'olga'),
  unit('east', 'co', 'eva'),
  unit('sh', 'east', 'sam'),
  unit('hz', 'east', null),
  unit('west', 'co', 'wei'),
];
const person = (id: string, unitId: string, leads: string | null = null) => ({ id, unitId, leads });
const people = [
  person('olga', 'co', 'co'),
  person('eva', 'co', 'east'),
  person('sam', 'sh', 'sh'),
  person('ann', 'sh'),
  person('ben', 'sh'),
  person('cai', 'hz'),
  person('wei', 'west', 'west'),
  person('dan', 'west'),
];
const organisation = { units, people };

const ids = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id);
const seenBy = (personId: string, role: Role, unitId: string | null = null, chosen: string | null = null): string[] =>
  ids(visiblePeople(organisation, { user: { personId, role } }, { unitId, personId: chosen }));

describe('unitsBelow', () => {
  it('is the unit with everything below it, and ends in a circle', () => {
    expect([...unitsBelow(units, 'east')].sort()).toEqual(['east', 'hz', 'sh']);
    expect([...unitsBelow([unit('a', 'b', null), unit('b', 'a', null)], 'a')].sort()).toEqual(['a', 'b']);
  });
});

describe('peopleIn', () => {
  it('is who belongs to the branch or leads in it', () => {
    expect(ids(peopleIn(organisation, 'east'))).toEqual(['eva', 'sam', 'ann', 'ben', 'cai']);
    expect(ids(peopleIn(organisation, 'hz'))).toEqual(['cai']);
  });

  it('is everybody without a unit, and nobody for one that is gone', () => {
    expect(peopleIn(organisation, null)).toHaveLength(8);
    expect(peopleIn(organisation, 'closed')).toEqual([]);
  });
});

describe('visiblePeople', () => {
  it('is oneself for a representative, whatever the scope', () => {
    expect(seenBy('ann', 'rep')).toEqual(['ann']);
    expect(seenBy('ann', 'rep', 'sh')).toEqual(['ann']);
    expect(seenBy('ann', 'rep', 'west')).toEqual([]);
    expect(seenBy('ann', 'rep', null, 'ben')).toEqual([]);
  });

  it('is the branch led for a manager, also without a unit in the scope and never beyond it', () => {
    expect(seenBy('eva', 'manager')).toEqual(['eva', 'sam', 'ann', 'ben', 'cai']);
    expect(seenBy('eva', 'manager', 'co')).toEqual(['eva', 'sam', 'ann', 'ben', 'cai']);
    expect(seenBy('eva', 'manager', 'sh')).toEqual(['sam', 'ann', 'ben']);
    expect(seenBy('eva', 'manager', 'west')).toEqual([]);
    expect(seenBy('wei', 'manager', null, 'dan')).toEqual(['dan']);
  });

  it('is oneself for a manager who leads nothing today', () => {
    expect(seenBy('dan', 'manager')).toEqual(['dan']);
  });

  it('is everybody of the scope for operations, auditors and administrators', () => {
    for (const role of ['ops', 'auditor', 'admin'] as const) {
      expect(seenBy('x', role)).toHaveLength(8);
      expect(seenBy('x', role, 'west')).toEqual(['wei', 'dan']);
    }
  });
});
