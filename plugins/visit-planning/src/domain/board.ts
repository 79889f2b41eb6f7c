import { purposes } from './types.ts';
import type { CrmVisit, PlannedAccount, VisitPurpose, VisitRecord } from './types.ts';

/** What stands in a column: a visit of the plan, or one that only the CRM knows of. */
export type BoardItem =
  { readonly kind: 'visit'; readonly visit: VisitRecord } | { readonly kind: 'crm'; readonly crm: CrmVisit };

/** The visits of a day in route order, then what the CRM has on that day and the plan has not. */
export function itemsOfDay(dayOn: string, visits: readonly VisitRecord[], crm: readonly CrmVisit[]): readonly BoardItem[] {
  const own = visits.filter(({ value }) => value.dayOn === dayOn).sort(byRoute);
  const planned = new Set(own.map(({ accountId }) => accountId));
  const others = crm
    .filter((row) => row.dayOn === dayOn && row.status !== 'cancelled' && !planned.has(row.accountId))
    .sort((a, b) => ((a.startAt ?? a.id) < (b.startAt ?? b.id) ? -1 : 1));
  return [
    ...own.map((visit) => ({ kind: 'visit', visit }) as const),
    ...others.map((row) => ({ kind: 'crm', crm: row }) as const),
  ];
}

/** By position on the route, cancelled ones last, ties by id. */
export function byRoute(a: VisitRecord, b: VisitRecord): number {
  const late = (visit: VisitRecord): number => (visit.value.status === 'cancelled' ? 1 : 0);
  return late(a) - late(b) || a.value.routeOrder - b.value.routeOrder || (a.id < b.id ? -1 : 1);
}

/** The position after the last one of a day. */
export function nextOrder(dayOn: string, visits: readonly VisitRecord[]): number {
  return visits.reduce((max, { value }) => (value.dayOn === dayOn ? Math.max(max, value.routeOrder) : max), 0) + 1;
}

/**
 * The positions that change when a visit comes to stand at `index` among the cards of a day. What is completed or cancelled
 * keeps its position: it is history, and what is still to come follows behind it.
 */
export function routeWith(
  visit: VisitRecord,
  dayOn: string,
  index: number,
  visits: readonly VisitRecord[],
): readonly { readonly visit: VisitRecord; readonly routeOrder: number }[] {
  const day = visits.filter(({ id, value }) => id !== visit.id && value.dayOn === dayOn).sort(byRoute);
  const fixed = day.filter(isHistory);
  const movable = day.filter((item) => !isHistory(item));
  const at = Math.max(0, index - day.slice(0, index).filter(isHistory).length);
  const first = fixed.reduce((max, { value }) => Math.max(max, value.routeOrder), 0) + 1;
  return [...movable.slice(0, at), visit, ...movable.slice(at)]
    .map((item, position) => ({ visit: item, routeOrder: first + position }))
    .filter(({ visit: item, routeOrder }) => item.value.routeOrder !== routeOrder || item.value.dayOn !== dayOn);
}

function isHistory({ value }: VisitRecord): boolean {
  return value.status === 'completed' || value.status === 'cancelled';
}

/** Accounts that need no place any more: they stand on a day of the week, in the plan or in the CRM. */
export function spokenFor(visits: readonly VisitRecord[], crm: readonly CrmVisit[]): ReadonlySet<string> {
  return new Set([
    ...visits.filter(({ value }) => value.status !== 'cancelled').map(({ accountId }) => accountId),
    ...crm.filter(({ status }) => status !== 'cancelled').map(({ accountId }) => accountId),
  ]);
}

/** The purpose a new visit begins with: money that is overdue first, then who they are. */
export function purposeFor(account: PlannedAccount, overdueMinor: number): VisitPurpose {
  if (account.status === 'prospect') return 'newBusiness';
  return overdueMinor > 0 ? 'collection' : 'service';
}

/** Whether a text is one of the seven purposes. */
export function isPurpose(text: string): text is VisitPurpose {
  return (purposes as readonly string[]).includes(text);
}
