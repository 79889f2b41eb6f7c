import { addDays } from '@milepost/calendar';
import type { AggregateRow } from '@milepost/crm';
import type { PluginHost, RecordOf } from '@milepost/sdk';
import { placeOf } from '../domain/distance.ts';
import type { CrmVisit, DayReport, Place, PlannedAccount, Visit, VisitRecord } from '../domain/types.ts';
import { accountFields, crmVisitFields, isFromCrm, lastVisits, visitsOf } from './rows.ts';

/** Everything the week of one representative is drawn from. */
export interface WeekData {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly monday: string;
  readonly accounts: ReadonlyMap<string, PlannedAccount>;
  /** Day of the last completed visit by account. */
  readonly lastOn: ReadonlyMap<string, string>;
  /** What came of the last visit the CRM knows of. */
  readonly lastOutcome: ReadonlyMap<string, string>;
  /** Receivables past their due date, minor units. */
  readonly overdueMinor: ReadonlyMap<string, number>;
  /** Visits of the week. */
  readonly visits: readonly VisitRecord[];
  /** Completed visits of the eight weeks before and of this one, newest first. */
  readonly history: readonly VisitRecord[];
  readonly crm: readonly CrmVisit[];
  readonly reports: ReadonlyMap<string, RecordOf<DayReport>>;
  /** Where the representative sets out; null where the CRM does not say. */
  readonly start: Place | null;
}

const historyDays = 56;

/** Reads a week in one round of parallel requests. @throws ApiError */
export async function loadWeek(host: PluginHost, ownerId: string, monday: string, signal?: AbortSignal): Promise<WeekData> {
  const { crm, data, session } = host;
  const sunday = addDays(monday, 6);
  const since = addDays(monday, -historyDays);
  const mine = { field: 'ownerId', op: 'eq', value: ownerId } as const;
  const ofMine = { field: 'accountId.ownerId', op: 'eq', value: ownerId } as const;
  const [accounts, last, activities, overdue, records, reports, person] = await Promise.all([
    crm.listAll('accounts', { where: [mine, { field: 'status', op: 'ne', value: 'lost' }], fields: accountFields }, signal),
    crm.aggregate(lastVisitQuery(ofMine), signal),
    crm.listAll(
      'activities',
      {
        where: [
          { field: 'accessOwnerId', op: 'eq', value: ownerId },
          { field: 'type', op: 'eq', value: 'visit' },
          { field: 'dayOn', op: 'gte', value: since },
          { field: 'dayOn', op: 'lte', value: sunday },
        ],
        sort: '-dayOn',
        fields: crmVisitFields,
      },
      signal,
    ),
    crm.aggregate(
      {
        entity: 'invoices',
        measures: [{ name: 'open', op: 'sum', field: 'openMinor' }],
        groupBy: ['accountId'],
        where: [ofMine, { field: 'openMinor', op: 'gt', value: 0 }, { field: 'dueOn', op: 'lt', value: session.today }],
      },
      signal,
    ),
    data.collection<Visit>('visits').listAll(
      {
        where: [mine, { field: 'dayOn', op: 'gte', value: since }, { field: 'dayOn', op: 'lte', value: sunday }],
      },
      signal,
    ),
    data.collection<DayReport>('day-reports').listAll(
      {
        where: [mine, { field: 'dayOn', op: 'gte', value: monday }, { field: 'dayOn', op: 'lte', value: sunday }],
      },
      signal,
    ),
    crm.get('people', ownerId, signal),
  ]);
  const visits = visitsOf(records);
  const week = (row: { readonly dayOn: string }): boolean => row.dayOn >= monday;
  return {
    ownerId,
    ownerName: person?.name ?? '',
    monday,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    lastOn: lastVisits(textByKey(last, 'accountId', 'last'), visits, activities),
    lastOutcome: outcomes(activities),
    overdueMinor: new Map(overdue.map((row) => [String(row['accountId']), Number(row['open'])])),
    visits: visits.filter(({ value }) => week(value)),
    history: visits.filter(({ value }) => value.status === 'completed').sort((a, b) => (a.value.dayOn < b.value.dayOn ? 1 : -1)),
    crm: activities.filter((row) => isFromCrm(row) && week(row) && row.ownerId === ownerId),
    reports: new Map(reports.map((report) => [report.value.dayOn, report])),
    start: person && person.homeLat !== undefined ? placeOf({ lat: person.homeLat, lon: person.homeLon }) : null,
  };
}

/** Last completed visit per account, for `CrmApi.aggregate`. */
export function lastVisitQuery(...where: readonly { readonly field: string; readonly op: 'eq'; readonly value: string }[]) {
  return {
    entity: 'activities',
    measures: [{ name: 'last', op: 'max', field: 'dayOn' }],
    groupBy: ['accountId'],
    where: [{ field: 'type', op: 'eq', value: 'visit' }, { field: 'status', op: 'eq', value: 'completed' }, ...where],
  } as const;
}

/** Reads a text measure of an aggregate by one of its keys. */
export function textByKey(rows: readonly AggregateRow[], key: string, measure: string): ReadonlyMap<string, string> {
  return new Map(rows.flatMap((row) => (typeof row[measure] === 'string' ? [[String(row[key]), row[measure]] as const] : [])));
}

function outcomes(newestFirst: readonly CrmVisit[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of newestFirst) {
    if (row.status === 'completed' && row.outcome && !found.has(row.accountId)) found.set(row.accountId, row.outcome);
  }
  return found;
}
