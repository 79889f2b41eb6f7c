import type { Organisation, Scope } from '@milepost/sdk';

type Belonging = { readonly ownerId: string | null; readonly unitId: string | null };

/** The unit and everything below it. */
export function unitsBelow(organisation: Organisation, unitId: string): ReadonlySet<string> {
  const inside = new Set([unitId]);
  for (const id of inside) {
    for (const unit of organisation.units) if (unit.parentId === id) inside.add(unit.id);
  }
  return inside;
}

/** The rows that belong to the organisation and person chosen at the top of the page. */
export function inScope<T extends Belonging>(
  rows: readonly T[],
  { unitId, personId }: Scope,
  organisation: Organisation,
): readonly T[] {
  if (personId !== null) return rows.filter((row) => row.ownerId === personId);
  if (unitId === null) return rows;
  const inside = unitsBelow(organisation, unitId);
  return rows.filter((row) => row.unitId !== null && inside.has(row.unitId));
}

/** The name of a person, the id where they are not in today's organisation. */
export function nameOf(organisation: Organisation, personId: string | null): string {
  if (personId === null) return '—';
  return organisation.people.find(({ id }) => id === personId)?.name ?? personId;
}
