import type { Role } from '@milepost/crm';
import type { Organisation } from '@milepost/sdk';
import { unitsBelow } from './scope.ts';

/** Somebody who can be given a finding. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

type Acting = { readonly personId: string; readonly name: string; readonly role: Role };

/**
 * Whom a person may give a finding: representatives keep theirs (their manager hands on), managers choose in their
 * branch, operations in the whole company. Whoever left is not offered.
 */
export function peopleFor(user: Acting, organisation: Organisation, today: string): readonly Choice[] {
  if (user.role === 'rep') return [{ id: user.personId, name: user.name }];
  const working = organisation.people.filter(({ leftOn, role }) => (leftOn === null || leftOn > today) && role !== 'auditor');
  const all = user.role === 'ops' || user.role === 'admin';
  const led = organisation.units
    .filter(({ managerId }) => managerId === user.personId)
    .map(({ id }) => unitsBelow(organisation, id));
  const mine = all ? working : working.filter(({ id, unitId }) => id === user.personId || led.some((units) => units.has(unitId)));
  return mine.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
