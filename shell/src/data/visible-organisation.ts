import { unitsBelow, visiblePeople } from '@milepost/crm/organisation';
import type { Organisation, Scope, SessionInfo } from '@milepost/sdk';

type Who = Pick<SessionInfo, 'user'>;

/**
 * What of the organisation somebody may choose as a scope: a representative themselves, a manager the branches they lead, all
 * others everything. Figures of anything else would read as zero, because the gateway shows no rows of it.
 */
export function visibleOrganisation(organisation: Organisation, { user }: Who): Organisation {
  const people = visiblePeople(organisation, { user });
  if (user.role === 'rep') return { ...organisation, units: [], people };
  if (user.role !== 'manager') return organisation;
  const led = organisation.units.filter(({ managerId }) => managerId === user.personId);
  const branch = new Set(led.flatMap(({ id }) => [...unitsBelow(organisation.units, id)]));
  return { ...organisation, units: organisation.units.filter(({ id }) => branch.has(id)), people };
}

/** Whether a scope lies in what somebody may see. A person counts, whatever unit the address names beside them. */
export function scopeIsVisible(
  organisation: Organisation,
  who: Who,
  { unitId, personId }: Pick<Scope, 'unitId' | 'personId'>,
): boolean {
  const { units, people } = visibleOrganisation(organisation, who);
  if (personId) return people.some(({ id }) => id === personId);
  return unitId === null || units.some(({ id }) => id === unitId);
}

/** The one unit that a manager leads, at the top of their branch; null for all others and for several. */
export function ledUnit(organisation: Organisation, who: Who): Organisation['units'][number] | null {
  if (who.user.role !== 'manager') return null;
  const { units } = visibleOrganisation(organisation, who);
  const tops = units.filter(({ parentId }) => !units.some(({ id }) => id === parentId));
  return tops.length === 1 ? (tops[0] ?? null) : null;
}
