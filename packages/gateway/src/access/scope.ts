import type { Role } from '@milepost/crm';
import type { WriteReach } from './actor.ts';

/** Units and memberships as the mirror has them, days as `YYYY-MM-DD`. */
export interface OrganisationRows {
  readonly units: readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly managerId: string | null;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  readonly memberships: readonly {
    readonly personId: string;
    readonly unitId: string;
    readonly primary: boolean;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
}

/** Whose rows a person sees. */
export interface BranchScope {
  readonly seesAll: boolean;
  readonly people: readonly string[];
  readonly units: readonly string[];
}

const lasts = (row: { validFrom: string; validTo: string | null }, day: string): boolean =>
  row.validFrom <= day && (row.validTo === null || day < row.validTo);

/**
 * The branch of a person on a day: `docs/reference/access.md` in code. A manager's units are everything below a unit
 * led today, closed units included, so that rows booked there stay visible; their people are those who work in one of these
 * units today, and those who lead one.
 */
export function branchOf(personId: string, role: Role, organisation: OrganisationRows, day: string): BranchScope {
  if (role === 'ops' || role === 'admin' || role === 'auditor') return { seesAll: true, people: [personId], units: [] };
  if (role === 'rep') return { seesAll: false, people: [personId], units: [] };
  const { units, memberships } = organisation;
  const branch = new Set(units.filter((unit) => unit.managerId === personId && lasts(unit, day)).map(({ id }) => id));
  for (const id of branch) {
    for (const unit of units) if (unit.parentId === id) branch.add(unit.id);
  }
  const people = new Set([personId]);
  for (const row of memberships) {
    if (row.primary && branch.has(row.unitId) && lasts(row, day)) people.add(row.personId);
  }
  for (const unit of units) {
    if (unit.managerId !== null && branch.has(unit.id) && lasts(unit, day)) people.add(unit.managerId);
  }
  return { seesAll: false, people: [...people].sort(), units: [...branch].sort() };
}

/** How far a role's writing reaches, where a collection lets the role write at all. */
export function writeReachOf(role: Role): WriteReach {
  if (role === 'ops' || role === 'admin') return 'all';
  if (role === 'manager') return 'branch';
  return role === 'rep' ? 'own' : 'none';
}
