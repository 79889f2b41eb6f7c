import { peopleIn } from '@milepost/crm/organisation';
import type { Filter } from '@milepost/crm';
import type { Organisation, Scope } from '@milepost/sdk';

/**
 * The filters that narrow rows to a scope. A unit counts what was done in it at the time (`unitAt:`), a person what is
 * credited to them; everything visible needs no filter, because the gateway shows no more than that.
 */
export function scopeFilters(scope: Scope, organisation: Pick<Organisation, 'units'> | null): Filter[] {
  if (scope.personId) return [{ field: 'ownerId', op: 'eq', value: scope.personId }];
  const unit = organisation?.units.find(({ id }) => id === scope.unitId);
  if (!unit) return [];
  return [{ field: `unitAt:${unit.kind}`, op: 'eq', value: unit.id }];
}

/** The people of a scope, for rows that are filtered by their present owner; null means everyone. */
export function peopleOf(scope: Scope, organisation: Pick<Organisation, 'units' | 'people'> | null): readonly string[] | null {
  if (scope.personId) return [scope.personId];
  if (!organisation?.units.some(({ id }) => id === scope.unitId)) return null;
  return peopleIn(organisation, scope.unitId).map(({ id }) => id);
}
