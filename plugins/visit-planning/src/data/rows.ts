import type { RecordOf } from '@milepost/sdk';
import type { CrmVisit, Visit, VisitRecord } from '../domain/types.ts';

/** Fields of an account that planning needs; less than a third of the row. */
export const accountFields = [
  'name',
  'customerType',
  'tier',
  'city',
  'address',
  'lat',
  'lon',
  'openingHours',
  'visitEveryDays',
  'status',
  'ownerId',
] as const;

/** Fields of a visit in the CRM. */
export const crmVisitFields = ['accountId', 'ownerId', 'dayOn', 'status', 'purpose', 'outcome', 'startAt'] as const;

/** Ids in the mirror that stand for our own records: each of them is in `visits` too and is counted there. */
export const notedPrefix = 'visit-planning:';

/** Whether an activity came from the CRM, not from a visit completed here. */
export function isFromCrm({ id }: { readonly id: string }): boolean {
  return !id.startsWith(notedPrefix);
}

/** A stored visit as the domain sees it. A record without account or owner is not one of ours. */
export function visitOf(record: RecordOf<Visit>): VisitRecord | null {
  const { id, revision, ownerId, accountId, value } = record;
  return ownerId && accountId ? { id, revision, ownerId, accountId, value } : null;
}

/** All stored visits that can be read as such. */
export function visitsOf(records: readonly RecordOf<Visit>[]): readonly VisitRecord[] {
  return records.map(visitOf).filter((visit): visit is VisitRecord => visit !== null);
}

/** The later of the last completed visit in the CRM and in our own records, by account. */
export function lastVisits(
  mirror: ReadonlyMap<string, string>,
  own: readonly VisitRecord[],
  crm: readonly CrmVisit[],
): ReadonlyMap<string, string> {
  const last = new Map(mirror);
  const note = (accountId: string, dayOn: string): void => {
    if ((last.get(accountId) ?? '') < dayOn) last.set(accountId, dayOn);
  };
  for (const { accountId, value } of own) if (value.status === 'completed') note(accountId, value.dayOn);
  for (const { accountId, status, dayOn } of crm) if (status === 'completed') note(accountId, dayOn);
  return last;
}
