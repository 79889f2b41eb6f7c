import type { Role, Unit } from './rows.ts';

/** What of a unit says where it stands. */
export type UnitPlace = Pick<Unit, 'id' | 'parentId'>;

/** Units and people of one day, as `crm.organisation()` answers them; more fields do no harm. */
export interface OrganisationOf<P extends PersonPlace> {
  readonly units: readonly (UnitPlace & Pick<Unit, 'managerId'>)[];
  readonly people: readonly P[];
}

/** Where a person stands: the unit they belong to, and the topmost one they lead. */
export interface PersonPlace {
  readonly id: string;
  readonly unitId: string;
  readonly leads: string | null;
}

/** A unit and everything below it. Contains the unit also when it is not among `units`. */
export function unitsBelow(units: readonly UnitPlace[], unitId: string): ReadonlySet<string> {
  const branch = new Set([unitId]);
  // A set also visits what is added while it is walked through, each once: a circle of parents ends.
  for (const id of branch) for (const unit of units) if (unit.parentId === id) branch.add(unit.id);
  return branch;
}

/**
 * The people of a unit and everything below it: who belongs to one of these units, and who leads one. Everybody for null,
 * nobody for a unit that the organisation of the day does not have.
 */
export function peopleIn<P extends PersonPlace>({ units, people }: OrganisationOf<P>, unitId: string | null): readonly P[] {
  if (unitId === null) return people;
  if (!units.some(({ id }) => id === unitId)) return [];
  const branch = unitsBelow(units, unitId);
  return people.filter((person) => standsIn(person, branch));
}

/**
 * The people of a scope whose work somebody may see: a representative their own, a manager that of the people in the branches
 * they lead, all others everybody's. The organisation itself is open to the whole company, and so names more people than that.
 * The rules are those of `docs/reference/access.md`; the gateway keeps to them for rows whatever a page lists.
 */
export function visiblePeople<P extends PersonPlace>(
  organisation: OrganisationOf<P>,
  { user }: { readonly user: { readonly personId: string; readonly role: Role } },
  { unitId, personId }: { readonly unitId: string | null; readonly personId: string | null } = { unitId: null, personId: null },
): readonly P[] {
  const inScope = peopleIn(organisation, unitId).filter(({ id }) => personId === null || id === personId);
  if (user.role === 'rep') return inScope.filter(({ id }) => id === user.personId);
  if (user.role !== 'manager') return inScope;
  const led = organisation.units.filter(({ managerId }) => managerId === user.personId);
  const branches = led.map(({ id }) => unitsBelow(organisation.units, id));
  return inScope.filter((person) => person.id === user.personId || branches.some((branch) => standsIn(person, branch)));
}

function standsIn({ unitId, leads }: PersonPlace, branch: ReadonlySet<string>): boolean {
  return branch.has(unitId) || (leads !== null && branch.has(leads));
}
