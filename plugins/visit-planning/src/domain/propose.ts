import { byUrgency, isDue } from './due.ts';
import type { Due } from './due.ts';
import { distanceKm, placeOf } from './distance.ts';
import { clockOf, firstStart, minutesOf, windowsOn } from './hours.ts';
import { routeKm, shortOrder } from './route.ts';
import type { Stop } from './route.ts';
import type { Settings } from './settings.ts';
import type { Place, PlannedAccount, VisitRecord } from './types.ts';

/** What a proposal is made from. All of it is data: the same input gives the same plan. */
export interface ProposalInput {
  /** Days that can still be filled: worked days from today on. */
  readonly days: readonly string[];
  readonly accounts: ReadonlyMap<string, PlannedAccount>;
  readonly dues: readonly Due[];
  /** Visits of the week, whatever their state. They stay as they are. */
  readonly existing: readonly VisitRecord[];
  /** Accounts that are taken care of elsewhere (an appointment in the CRM). */
  readonly spokenFor: ReadonlySet<string>;
  readonly start: Place | null;
  readonly settings: Settings;
}

/** One visit to be added. */
export interface ProposedVisit {
  readonly accountId: string;
  readonly dayOn: string;
  readonly routeOrder: number;
  /** When the day's route gets there; null after opening hours could not be met in this order. */
  readonly time: string | null;
}

/** One day of the proposal, with what was there before. */
export interface ProposedDay {
  readonly dayOn: string;
  readonly added: readonly ProposedVisit[];
  /** Visits that stood there already. */
  readonly kept: number;
  /** As the crow flies × detour factor, over kept and added stops. */
  readonly roadKm: number;
}

/** A plan to look at before anything is saved. */
export interface Proposal {
  readonly days: readonly ProposedDay[];
  /** Due accounts that found no place, and why. */
  readonly left: readonly { readonly accountId: string; readonly why: 'full' | 'closed' }[];
}

interface OpenDay {
  readonly dayOn: string;
  readonly kept: readonly VisitRecord[];
  readonly room: number;
  readonly chosen: PlannedAccount[];
}

/**
 * Fills the free places of a week: the most urgent account first, each on the day on which it lies nearest to what is
 * there already, if it is open that day and the day has room. Never moves, removes or reorders an existing visit.
 */
export function proposeWeek(input: ProposalInput): Proposal {
  const days = input.days.map((dayOn) => openDay(dayOn, input));
  const taken = new Set([...input.existing.filter(holdsPlace).map((visit) => visit.accountId), ...input.spokenFor]);
  const left: { accountId: string; why: 'full' | 'closed' }[] = [];
  for (const due of [...input.dues].sort(byUrgency)) {
    const account = input.accounts.get(due.accountId);
    if (!account || !isDue(due) || taken.has(due.accountId)) continue;
    const open = days.filter((day) => isOpen(account, day.dayOn, input.settings));
    const free = open.filter((day) => day.chosen.length < day.room);
    const best = nearestDay(account, free, input);
    if (best) best.chosen.push(account);
    else left.push({ accountId: account.id, why: open.length === 0 ? 'closed' : 'full' });
  }
  return { days: days.map((day) => orderDay(day, input)), left };
}

function holdsPlace({ value }: VisitRecord): boolean {
  return value.status !== 'cancelled';
}

function openDay(dayOn: string, { existing, settings }: ProposalInput): OpenDay {
  const kept = existing.filter((visit) => visit.value.dayOn === dayOn && holdsPlace(visit));
  return { dayOn, kept, room: Math.max(0, settings.dailyCapacity - kept.length), chosen: [] };
}

function isOpen(account: PlannedAccount, dayOn: string, settings: Settings): boolean {
  const start = firstStart(
    windowsOn(account.openingHours, dayOn),
    minutesOf(settings.dayStart),
    settings.stayMinutes[account.customerType],
  );
  return start !== null && start < minutesOf(settings.dayEnd);
}

/** The day whose stops lie nearest; an empty day costs the way from the start. Earlier days win ties. */
function nearestDay(account: PlannedAccount, days: readonly OpenDay[], input: ProposalInput): OpenDay | undefined {
  let best: { readonly day: OpenDay; readonly cost: number } | undefined;
  for (const day of days) {
    const cost = costOf(account, day, input);
    if (!best || cost < best.cost - 1e-9) best = { day, cost };
  }
  return best?.day;
}

function costOf(account: PlannedAccount, day: OpenDay, { accounts, start }: ProposalInput): number {
  const own = placeOf(account);
  if (!own) return day.kept.length + day.chosen.length;
  const keptPlaces = day.kept.map((visit) => accounts.get(visit.accountId)).map((row) => row && placeOf(row));
  const places = [...keptPlaces, ...day.chosen.map(placeOf)].filter((place): place is Place => Boolean(place));
  const from = places.length > 0 ? places : start ? [start] : [];
  return from.length === 0 ? 0 : Math.min(...from.map((place) => distanceKm(place, own)));
}

function orderDay(day: OpenDay, input: ProposalInput): ProposedDay {
  const from = keptStops(day.kept, input).findLast((stop) => stop.place)?.place ?? input.start;
  const ordered = shortOrder(
    from,
    day.chosen.map((account) => ({ id: account.id, place: placeOf(account) })),
  );
  return layDay(
    day.dayOn,
    ordered.map(({ id }) => id),
    input,
  );
}

/** Positions, times and kilometres of a day whose order is given. */
function layDay(dayOn: string, accountIds: readonly string[], input: ProposalInput): ProposedDay {
  const { accounts, start, settings } = input;
  const { kept } = openDay(dayOn, input);
  const before = keptStops(kept, input);
  const stops = accountIds.map((id) => stopOf(id, accounts));
  const first = kept.reduce((max, visit) => Math.max(max, visit.value.routeOrder), 0);
  const clock = new DayClock(input, kept);
  const added = accountIds.map((accountId, index) => ({
    accountId,
    dayOn,
    routeOrder: first + index + 1,
    time: clock.arrive(accounts.get(accountId), dayOn),
  }));
  return { dayOn, added, kept: kept.length, roadKm: routeKm(start, [...before, ...stops]) * settings.detourFactor };
}

function keptStops(kept: readonly VisitRecord[], { accounts }: ProposalInput): readonly Stop[] {
  return [...kept].sort((a, b) => a.value.routeOrder - b.value.routeOrder).map((visit) => stopOf(visit.accountId, accounts));
}

function stopOf(id: string, accounts: ReadonlyMap<string, PlannedAccount>): Stop {
  const account = accounts.get(id);
  return { id, place: account ? placeOf(account) : null };
}

/** Estimates when a route reaches each stop: drive, wait for the doors to open, stay. */
class DayClock {
  private minute: number;
  private at: Place | null;
  private readonly settings: Settings;

  constructor({ settings, start, accounts }: ProposalInput, kept: readonly VisitRecord[]) {
    this.settings = settings;
    this.minute = minutesOf(settings.dayStart);
    this.at = start;
    for (const { accountId, value } of [...kept].sort((a, b) => a.value.routeOrder - b.value.routeOrder)) {
      const account = accounts.get(accountId);
      this.drive(stopOf(accountId, accounts).place);
      if (value.time) this.minute = Math.max(this.minute, minutesOf(value.time));
      this.minute += account ? settings.stayMinutes[account.customerType] : 30;
    }
  }

  arrive(account: PlannedAccount | undefined, dayOn: string): string | null {
    if (!account) return null;
    this.drive(placeOf(account));
    const stay = this.settings.stayMinutes[account.customerType];
    const rounded = Math.ceil(this.minute / 5) * 5;
    const start = firstStart(windowsOn(account.openingHours, dayOn), rounded, stay);
    if (start === null || start >= minutesOf(this.settings.dayEnd)) return null;
    this.minute = start + stay;
    return clockOf(start);
  }

  private drive(place: Place | null): void {
    if (!place) return;
    if (this.at) this.minute += (distanceKm(this.at, place) * this.settings.detourFactor * 60) / this.settings.kmPerHour;
    this.at = place;
  }
}

/** A proposal without one of its visits; the person wants to decide about it later. */
export function withoutVisit(proposal: Proposal, input: ProposalInput, accountId: string): Proposal {
  return revised(proposal, input, accountId, (ids) => ids.filter((id) => id !== accountId));
}

/** A proposal with one visit one place earlier or later on its day. */
export function withVisitShifted(proposal: Proposal, input: ProposalInput, accountId: string, step: -1 | 1): Proposal {
  return revised(proposal, input, accountId, (ids) => {
    const index = ids.indexOf(accountId);
    const other = ids[index + step];
    return other === undefined ? ids : ids.with(index, other).with(index + step, accountId);
  });
}

function revised(
  proposal: Proposal,
  input: ProposalInput,
  accountId: string,
  change: (ids: readonly string[]) => readonly string[],
): Proposal {
  const days = proposal.days.map((day) => {
    const ids = day.added.map((item) => item.accountId);
    return ids.includes(accountId) ? layDay(day.dayOn, change(ids), input) : day;
  });
  return { ...proposal, days };
}
