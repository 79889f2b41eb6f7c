import type { Role } from '@milepost/crm';
import { branchBelow, ledBy } from './participants.ts';
import type { Organisation } from './participants.ts';

/** Whose scores a person looks at: their own, or those of some units. */
export type Who = { readonly units: ReadonlySet<string>; readonly unitId: string } | { readonly personId: string };

/**
 * Whom a person may look at in a scope. A representative sees themselves whatever the scope says; a manager the part of the
 * scope inside the branch led today, null when there is none: outside it the mirror shows no rows, and a score of nothing
 * would be wrong.
 */
export function whoFor(
  session: { readonly personId: string; readonly role: Role; readonly today: string },
  organisation: Organisation,
  scopeUnit: string | null,
): Who | null {
  if (session.role === 'rep') return { personId: session.personId };
  const { units } = organisation;
  const root = units.find((unit) => unit.parentId === null)?.id;
  if (session.role !== 'manager') {
    const unitId = scopeUnit ?? root;
    return unitId === undefined ? null : { units: branchBelow(units, [unitId]), unitId };
  }
  const led = ledBy(units, session.personId, session.today);
  const branch = branchBelow(units, led);
  const unitId = scopeUnit ?? led[0];
  if (unitId === undefined) return null;
  if (branch.has(unitId)) return { units: branchBelow(units, [unitId]), unitId };
  // A scope above the branch shows the branch.
  const above = branchBelow(units, [unitId]);
  const inside = led.find((id) => above.has(id));
  return inside === undefined ? null : { units: branch, unitId: inside };
}
