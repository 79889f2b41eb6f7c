import { fromEpochDay, isBusinessDate, toEpochDay } from '@milepost/calendar';
import { spanOf } from './spans.ts';
import { organisationError } from './organisation-error.ts';
import type { BusinessDate } from '@milepost/calendar';
import type { Membership, Organisation } from './organisation.ts';
import type { Span } from './spans.ts';

/** A person goes to another unit. */
export interface Move {
  readonly personId: string;
  readonly toUnitId: string;
  /** The first day in the new unit. */
  readonly from: BusinessDate;
}

/**
 * The organisation after a move: the membership of that day ends with it, and a new one runs until that one would have ended.
 * `moved` are the days that change hands. Throws `allocation.move.impossible` when the person is in no unit that day or in
 * that one already; whether the unit exists then is for `checkOrganisation` to say.
 */
export function movePerson(
  organisation: Organisation,
  move: Move,
): { readonly organisation: Organisation; readonly moved: Span } {
  const { personId, toUnitId, from } = move;
  if (!isBusinessDate(from)) throw organisationError('allocation.move.impossible', `${personId}, ${String(from)}`, 'move.from');
  const day = toEpochDay(from);
  const index = organisation.memberships.findIndex((membership) => {
    const span = spanOf(membership);
    return membership.personId === personId && span !== null && span.from <= day && day < span.to;
  });
  const old = organisation.memberships[index];
  if (old === undefined) throw organisationError('allocation.move.impossible', `${personId}, ${from}`, 'move.personId');
  if (old.unitId === toUnitId) throw organisationError('allocation.move.impossible', `${personId}, ${toUnitId}`, 'move.toUnitId');
  const { from: start, to: end } = spanOf(old) as Span;
  const next: Membership = { personId, unitId: toUnitId, validFrom: from, validTo: old.validTo };
  const kept: Membership[] = start === day ? [] : [{ ...old, validTo: fromEpochDay(day) }];
  const { memberships } = organisation;
  return {
    organisation: {
      ...organisation,
      memberships: [...memberships.slice(0, index), ...kept, next, ...memberships.slice(index + 1)],
    },
    moved: { from: day, to: end },
  };
}
