import { addDays } from '@milepost/calendar';
import type { WorkingCalendar } from '@milepost/calendar';
import type { Pending } from '../data/outbox.ts';
import { lastVisits } from '../data/rows.ts';
import type { WeekData } from '../data/week-source.ts';
import { itemsOfDay, spokenFor } from '../domain/board.ts';
import type { BoardItem } from '../domain/board.ts';
import { byUrgency, dueOf } from '../domain/due.ts';
import type { Due } from '../domain/due.ts';
import { placeOf } from '../domain/distance.ts';
import { weekFigures } from '../domain/figures.ts';
import type { WeekFigures } from '../domain/figures.ts';
import { routeKm } from '../domain/route.ts';
import type { Settings } from '../domain/settings.ts';
import type { Visit, VisitRecord } from '../domain/types.ts';
import { columnsOf, daysOfWeek } from '../domain/week.ts';
import type { BoardDay } from '../domain/week.ts';

/** A column of the board. */
export interface Column extends BoardDay {
  readonly items: readonly BoardItem[];
  /** Visits that are to happen or have. */
  readonly count: number;
  /** As the crow flies × detour factor, over the stops in their order. */
  readonly roadKm: number;
}

/** The week of a person as it is shown. */
export interface WeekModel extends WeekData {
  readonly columns: readonly Column[];
  readonly dues: readonly Due[];
  readonly dueOf: ReadonlyMap<string, Due>;
  /** Accounts without a place this week, the most urgent first. */
  readonly waiting: readonly Due[];
  readonly spokenFor: ReadonlySet<string>;
  readonly figures: WeekFigures;
  readonly settings: Settings;
  readonly today: string;
  /** Days that can still be planned. */
  readonly openDays: readonly string[];
}

/** Works out a week from what was loaded and what still waits to be sent. */
export function deriveWeek(
  data: WeekData,
  pending: readonly Pending[],
  { settings, calendar, today }: { readonly settings: Settings; readonly calendar: WorkingCalendar; readonly today: string },
): WeekModel {
  const sunday = addDays(data.monday, 6);
  const visits = withPending(data, pending, sunday);
  const lastOn = lastVisits(data.lastOn, visits, data.crm);
  const dues = [...data.accounts.values()]
    .map((account) => dueOf(account, lastOn.get(account.id) ?? null, today, sunday, settings))
    .sort(byUrgency);
  const taken = spokenFor(visits, data.crm);
  const days = daysOfWeek(data.monday, calendar);
  const busy = new Set([
    ...visits.map(({ value }) => value.dayOn),
    ...data.crm.filter((row) => row.status !== 'cancelled').map((row) => row.dayOn),
  ]);
  const columns = columnsOf(days, busy).map((day) => column(day, data, visits, settings));
  return {
    ...data,
    visits,
    lastOn,
    columns,
    dues,
    dueOf: new Map(dues.map((due) => [due.accountId, due])),
    waiting: dues.filter((due) => !taken.has(due.accountId)),
    spokenFor: taken,
    figures: weekFigures(visits, dues, data.accounts, taken),
    settings,
    today,
    openDays: days.filter((day) => day.working && day.dayOn >= today).map((day) => day.dayOn),
  };
}

function withPending(data: WeekData, pending: readonly Pending[], sunday: string): readonly VisitRecord[] {
  const waiting = pending.filter(
    (item) => item.collection === 'visits' && item.ownerId === data.ownerId && item.accountId !== null,
  );
  const shown = new Map(data.visits.map((visit) => [visit.id, visit]));
  for (const item of waiting) {
    const value = item.value as Visit;
    if (value.dayOn < data.monday || value.dayOn > sunday) continue;
    shown.set(item.id, {
      id: item.id,
      revision: item.revision,
      ownerId: item.ownerId,
      accountId: item.accountId ?? '',
      value,
      pending: true,
    });
  }
  return [...shown.values()];
}

function column(day: BoardDay, data: WeekData, visits: readonly VisitRecord[], settings: Settings): Column {
  const items = itemsOfDay(day.dayOn, visits, data.crm);
  const standing = items.filter((item) => item.kind === 'crm' || item.visit.value.status !== 'cancelled');
  const stops = standing.map((item) => {
    const id = item.kind === 'crm' ? item.crm.accountId : item.visit.accountId;
    const account = data.accounts.get(id);
    return { id, place: account ? placeOf(account) : null };
  });
  return { ...day, items, count: standing.length, roadKm: routeKm(data.start, stops) * settings.detourFactor };
}
