import type { Activity, CustomerType, OpeningHours } from '@milepost/crm';
import type { DemoAccount } from './accounts.ts';
import { scopeOf } from './context.ts';
import type { DemoContext } from './context.ts';
import { outcomes, purposes, purposeWeights } from './data/outcomes.ts';
import { dayText, shanghaiInstant, weekday } from './days.ts';
import type { Day } from './days.ts';
import type { DemoPerson } from './organisation.ts';
import { Random } from './random.ts';

/** An account in somebody's hands from a day to before another. */
interface Holding {
  readonly account: DemoAccount;
  readonly from: Day;
  readonly to: Day;
  lastVisit: Day;
}

const PLANNED_DAYS = 7;
/** One account in four is put off time and again, as happens to those that are far, difficult or small. */
const PUT_OFF = { every: 4, pull: 0.4 } as const;
/** Everybody has kept the diary for so many years; before, the company was getting used to it. */
const DIARY_YEARS = 2;
/** Visits of an average representative on a working day now, and how much more than a year ago. */
const VISITS_A_DAY = 4.9;
const VISITS_GROWTH = 0.08;
const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const stayMinutes: Readonly<Record<CustomerType, readonly [number, number]>> = {
  distributor: [35, 80],
  chain: [20, 45],
  retail: [20, 45],
  institution: [25, 55],
};

/** Visits, calls and meetings of every representative, person by person and day by day. */
export function* activityRows(context: DemoContext): Generator<Activity> {
  const holdings = holdingsByPerson(context);
  for (const person of context.organisation.people) {
    const own = holdings.get(person.index);
    if (own) yield* new Diary(context, person, own).rows();
  }
}

function holdingsByPerson(context: DemoContext): Map<number, Holding[]> {
  const holdings = new Map<number, Holding[]>();
  for (const account of context.accounts) {
    for (const [index, span] of account.owners.entries()) {
      const from = Math.max(span.from, account.created, context.start);
      const end = Math.min(
        account.owners[index + 1]?.from ?? Number.POSITIVE_INFINITY,
        account.lastDay === context.asOf ? Number.POSITIVE_INFINITY : account.lastDay + 45,
      );
      if (from >= end) continue;
      const own = holdings.get(span.person.index) ?? [];
      own.push({ account, from, to: end, lastVisit: from - (account.number % account.visitEveryDays) });
      holdings.set(span.person.index, own);
    }
  }
  return holdings;
}

class Diary {
  private readonly random: Random;
  private count = 0;
  private held: Holding[] = [];
  private readonly context: DemoContext;
  private readonly person: DemoPerson;
  private readonly holdings: readonly Holding[];

  constructor(context: DemoContext, person: DemoPerson, holdings: readonly Holding[]) {
    this.context = context;
    this.person = person;
    this.holdings = holdings;
    this.random = new Random(context.seed, context.profile.salt, 606, person.index);
  }

  *rows(): Generator<Activity> {
    const { context, person } = this;
    const first = Math.max(person.joined, context.start);
    const last = person.left === null ? context.asOf + PLANNED_DAYS : person.left - 1;
    for (let day = first; day <= last; day += 1) {
      if (day === first || day % 7 === 0) this.held = this.holdings.filter((item) => item.from <= day + 7 && item.to > day);
      if (!context.calendar.isWorking(day)) continue;
      const offset = context.calendar.fromSpringFestival(day);
      const quiet = offset >= -4 && offset <= 8;
      yield* this.visits(day, quiet);
      if (day <= context.asOf) yield* this.remote(day);
    }
  }

  private visitCount(day: Day, quiet: boolean): number {
    const { random, context, person } = this;
    if (day > context.asOf) return random.chance(0.8) ? random.int(1, 3) : 0;
    if (quiet || random.chance(0.05)) return 0;
    const yearsAgo = (context.asOf - day) / 365;
    const beginning = yearsAgo >= DIARY_YEARS;
    if (beginning && !random.chance(0.62)) return 0;
    const usual = beginning ? 2.7 : VISITS_A_DAY / (1 + VISITS_GROWTH * yearsAgo);
    return Math.max(1, Math.round(usual * person.diligence + random.between(-1.2, 1.2)));
  }

  private *visits(day: Day, quiet: boolean): Generator<Activity> {
    const count = this.visitCount(day, quiet);
    if (count === 0) return;
    let minute = 540 + this.random.int(0, 6) * 5;
    for (const holding of this.choose(day, count)) {
      const start = firstOpenMinute(holding.account.hours, day, minute);
      if (start === null || start > 1050) continue;
      const [low, high] = stayMinutes[holding.account.type];
      const end = start + this.random.int(low, high);
      minute = end + this.random.int(12, 35);
      if (minute > 705 && minute < 780) minute = 780 + this.random.int(0, 3) * 5;
      yield this.visit(holding, day, start, end);
    }
  }

  private visit(holding: Holding, day: Day, start: number, end: number): Activity {
    const { random } = this;
    const planned = day > this.context.asOf;
    const cancelled = !planned && random.chance(0.11 - 0.06 * this.person.diligence);
    const status = planned ? 'planned' : cancelled ? 'cancelled' : 'completed';
    if (status === 'completed') holding.lastVisit = day;
    const purpose = random.weighted(holding.account.status === 'prospect' ? purposeWeights.prospect : purposeWeights.customer);
    const done = status === 'completed';
    const effective = done ? random.chance(0.86 * this.person.diligence) : null;
    const texts = outcomes[purposes[purpose] as keyof typeof outcomes];
    return {
      ...this.head('visit', holding.account, day),
      startAt: shanghaiInstant(day, start),
      endAt: shanghaiInstant(day, end),
      purpose: purposes[purpose] as (typeof purposes)[number],
      outcome: effective === true || (done && random.chance(0.3)) ? random.pick(texts) : null,
      status,
      effective,
    };
  }

  /** Calls on most days of the last year, fewer before; now and then a meeting with the customer. */
  private *remote(day: Day): Generator<Activity> {
    const { random } = this;
    if (this.held.length === 0) return;
    const recent = day > this.context.asOf - 365;
    const calls = random.weighted(recent ? [30, 38, 22, 10] : [62, 28, 10]);
    for (let index = 0; index < calls; index += 1) {
      const holding = random.pick(this.held);
      if (holding.from > day || holding.to <= day) continue;
      const isMeeting = random.chance(0.06);
      const start = random.int(108, 210) * 5;
      const purpose = purposes[random.weighted(purposeWeights.call)] as (typeof purposes)[number];
      yield {
        ...this.head(isMeeting ? 'meeting' : 'call', holding.account, day),
        startAt: shanghaiInstant(day, start),
        endAt: shanghaiInstant(day, start + (isMeeting ? random.int(30, 75) : random.int(3, 15))),
        purpose,
        outcome: random.chance(0.5) ? random.pick(outcomes[purpose]) : null,
        status: 'completed',
        effective: null,
      };
    }
  }

  private head(type: Activity['type'], account: DemoAccount, day: Day) {
    this.count += 1;
    const id = `v${this.person.id.slice(1)}-${String(this.count).padStart(4, '0')}`;
    return { id, type, accountId: account.id, ...scopeOf(this.person, account, day), dayOn: dayText(day) };
  }

  /** The most overdue account first, then the most overdue near it; in the order of a short drive from west to east. */
  private choose(day: Day, count: number): Holding[] {
    const open = dayKeys[weekday(day)] as keyof OpeningHours;
    const scored: { holding: Holding; score: number }[] = [];
    for (const holding of this.held) {
      if (holding.from > day || holding.to <= day || holding.account.hours[open] === undefined) continue;
      const pull = holding.account.number % PUT_OFF.every === 0 ? PUT_OFF.pull : 1;
      const score = ((day - holding.lastVisit) / holding.account.visitEveryDays) * pull + this.random.next() * 0.3;
      scored.push({ holding, score });
    }
    let lead: { holding: Holding; score: number } | undefined;
    for (const entry of scored) if (lead === undefined || entry.score > lead.score) lead = entry;
    if (lead === undefined) return [];
    const district = lead.holding.account.district;
    for (const entry of scored) if (entry.holding.account.district === district) entry.score += 0.4;
    scored.sort((left, right) => right.score - left.score || left.holding.account.number - right.holding.account.number);
    const chosen = scored.filter((entry) => entry.score > 0.55).slice(0, count);
    return chosen.map((entry) => entry.holding).sort((left, right) => left.account.lon - right.account.lon);
  }
}

/** The first minute from `minute` on at which a visit of 20 minutes fits a window; null when none is left today. */
function firstOpenMinute(hours: OpeningHours, day: Day, minute: number): number | null {
  for (const [from, to] of hours[dayKeys[weekday(day)] as keyof OpeningHours] ?? []) {
    const start = Math.max(minute, clock(from));
    if (start + 20 <= clock(to)) return start;
  }
  return null;
}

function clock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
