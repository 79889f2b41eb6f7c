import type { DemoAccount } from './accounts.ts';
import { buildAccounts } from './accounts.ts';
import { demoCalendar } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { dayText, parseDay } from './days.ts';
import type { Day } from './days.ts';
import { Demand } from './demand.ts';
import { buildOrganisation, termOn } from './organisation.ts';
import type { DemoPerson, Organisation } from './organisation.ts';
import { ownerOn } from './ownership.ts';
import type { CompanyProfile } from './profile.ts';

/** Everything the row streams share: small against the rows themselves. */
export interface DemoContext {
  readonly profile: CompanyProfile;
  readonly seed: number;
  /** First and last day of the history. */
  readonly start: Day;
  readonly asOf: Day;
  readonly calendar: DemoCalendar;
  readonly demand: Demand;
  readonly organisation: Organisation;
  readonly accounts: readonly DemoAccount[];
}

/** Whom a row is credited to, in which unit, and who owns the account today. */
export interface DemoScope {
  readonly ownerId: string;
  readonly unitId: string;
  readonly accessOwnerId: string;
}

/** Makes organisation and accounts. The history begins on the first of the month three years before `asOf`. */
export function buildContext(profile: CompanyProfile, asOfText: string, scale: number, seed: number): DemoContext {
  const asOf = parseDay(asOfText);
  const start = parseDay(`${Number(asOfText.slice(0, 4)) - 3}${dayText(asOf).slice(4, 7)}-01`);
  const calendar = demoCalendar();
  const organisation = buildOrganisation(profile, scale, start, asOf, seed);
  const accounts = buildAccounts(profile, organisation.teams, start, asOf, seed);
  return {
    profile,
    seed,
    start,
    asOf,
    calendar,
    demand: new Demand(calendar, start - 60, asOf + 60),
    organisation,
    accounts,
  };
}

/** The account's owner on a day, as a scope. */
export function scopeOn(account: DemoAccount, day: Day): DemoScope {
  return scopeOf(ownerOn(account.owners, day), account, day);
}

/** A given person's scope on a day. */
export function scopeOf(owner: DemoPerson, account: DemoAccount, day: Day): DemoScope {
  return {
    ownerId: owner.id,
    unitId: termOn(owner, day).unitId,
    accessOwnerId: (account.owners.at(-1) as { person: DemoPerson }).person.id,
  };
}
