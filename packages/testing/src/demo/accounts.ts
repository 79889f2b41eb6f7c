import type { CustomerType, OpeningHours } from '@milepost/crm';
import { AccountNames } from './account-names.ts';
import type { City, District } from './data/places.ts';
import type { Day } from './days.ts';
import { openingHoursFor } from './opening-hours.ts';
import type { DemoPerson, DemoTeam } from './organisation.ts';
import { ownersOf } from './ownership.ts';
import type { Span } from './ownership.ts';
import type { CompanyProfile } from './profile.ts';
import { Random } from './random.ts';

/** How an account pays: shares of accounts are 20, 45, 25 and 10 %. */
export type Payer = 'early' | 'onTime' | 'late' | 'veryLate';

/** An account while the company is being made: what every later stream of rows is drawn from. */
export interface DemoAccount {
  readonly number: number;
  readonly id: string;
  readonly team: DemoTeam;
  name: string;
  readonly type: CustomerType;
  tier: 'A' | 'B' | 'C';
  readonly district: District;
  readonly address: string;
  readonly lat: number;
  readonly lon: number;
  readonly hours: OpeningHours;
  visitEveryDays: number;
  creditDays: number;
  creditLimitMinor: number;
  readonly created: Day;
  readonly status: 'prospect' | 'active' | 'dormant' | 'lost';
  /** The last day on which it may order. */
  readonly lastDay: Day;
  readonly payer: Payer;
  /** What it would buy in an average year, in 分, from an average representative. */
  readonly yearlyMinor: number;
  /** Its own growth per year on top of the market's. */
  readonly growth: number;
  owners: readonly Span[];
}

const types: readonly CustomerType[] = ['distributor', 'chain', 'retail', 'institution'];
const typeWeights = [15, 25, 35, 25];
const medianYearMinor = [15_000_000, 6_800_000, 2_000_000, 2_200_000];
const creditByType: Readonly<Record<CustomerType, readonly number[]>> = {
  distributor: [45, 30, 15],
  chain: [60, 45, 30],
  retail: [60, 45, 30],
  institution: [60, 60, 45],
};
const visitEvery = [7, 14, 21];
const TIERS = ['A', 'B', 'C'] as const;

/** Makes the accounts of every team, gives them tiers by value and clusters them into portfolios. */
export function buildAccounts(
  profile: CompanyProfile,
  teams: readonly DemoTeam[],
  start: Day,
  asOf: Day,
  seed: number,
): DemoAccount[] {
  const names = new AccountNames();
  const all: DemoAccount[] = [];
  for (const [teamIndex, team] of teams.entries()) {
    const random = new Random(seed, profile.salt, 202, teamIndex);
    const count = team.profile.reps * profile.accountsPerRep;
    const own: DemoAccount[] = [];
    for (let index = 0; index < count; index += 1) own.push(draft(all.length + index + 1, team, names, random, start, asOf));
    assignOwners(own, team, random, start);
    all.push(...own);
  }
  giveTiers(all);
  return all;
}

function draft(number: number, team: DemoTeam, names: AccountNames, random: Random, start: Day, asOf: Day): DemoAccount {
  const typeIndex = random.weighted(typeWeights);
  const type = types[typeIndex] as CustomerType;
  const district = random.pick(team.city.districts);
  const street = random.pick(district.streets);
  const place = scatter(team.city, district, random);
  const status = (['active', 'prospect', 'dormant', 'lost'] as const)[random.weighted([84, 6, 5, 5])] as DemoAccount['status'];
  const created =
    status === 'prospect'
      ? asOf - random.int(5, 220)
      : random.chance(0.68)
        ? start - random.int(30, 1900)
        : // Customers are won up to now; dormant and lost ones need time to become that.
          random.int(start, asOf - (status === 'active' ? 12 : 230));
  const lastDay =
    status === 'lost' ? random.int(created + 60, asOf - 60) : status === 'dormant' ? asOf - random.int(110, 200) : asOf;
  return {
    number,
    id: `a${String(number).padStart(5, '0')}`,
    team,
    name: names.draw(type, team.city, district, street, random),
    type,
    tier: 'C',
    district,
    address: `${cityWord(team.city)}${district.name}${street}${random.int(4, 990) * 2 - random.int(0, 1)}号`,
    ...place,
    hours: openingHoursFor(type, random),
    visitEveryDays: 21,
    creditDays: 30,
    creditLimitMinor: 0,
    created,
    status,
    lastDay,
    payer: (['early', 'onTime', 'late', 'veryLate'] as const)[random.weighted([20, 45, 25, 10])] as Payer,
    yearlyMinor: (medianYearMinor[typeIndex] as number) * Math.exp(1.25 * random.normal()),
    growth: 0.09 * random.normal(),
    owners: [],
  };
}

function cityWord(city: City): string {
  return city.province.startsWith(city.name) ? city.province : `${city.province}${city.name}市`;
}

function scatter(city: City, district: District, random: Random): { lat: number; lon: number } {
  const north = (random.normal() * district.spreadKm) / 1.6;
  const east = (random.normal() * district.spreadKm) / 1.6;
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return { lat: round(district.lat + north / 111.32), lon: round(district.lon + east / city.kmPerLonDegree) };
}

/** Cuts a team's accounts, ordered by district and from west to east, into one cluster per present representative. */
function assignOwners(accounts: DemoAccount[], team: DemoTeam, random: Random, start: Day): void {
  const districts = team.city.districts;
  const order = [...accounts].sort(
    (left, right) => districts.indexOf(left.district) - districts.indexOf(right.district) || left.lon - right.lon,
  );
  const present = team.reps.filter((rep) => rep.left === null && rep.terms.at(-1)?.unitId === team.unit.id);
  const weights = present.map((rep) => (rep.joined > start + 900 ? 0.6 : random.between(0.85, 1.15)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let from = 0;
  let passed = 0;
  for (const [index, rep] of present.entries()) {
    passed += weights[index] as number;
    const to = Math.round((passed / total) * order.length);
    const cluster = order.slice(from, to);
    settle(rep, cluster, random);
    for (const account of cluster) account.owners = ownersOf(account.created, rep, team, start, random);
    from = to;
  }
}

function settle(rep: DemoPerson, cluster: readonly DemoAccount[], random: Random): void {
  const anchor = cluster.length === 0 ? undefined : random.pick(cluster);
  if (!anchor) return;
  rep.homeLat = Math.round((anchor.district.lat + 0.004 * random.normal()) * 1e6) / 1e6;
  rep.homeLon = Math.round((anchor.district.lon + 0.004 * random.normal()) * 1e6) / 1e6;
}

/** A for the 12 % of highest value, B for the next 28 %; cadence, credit and limit follow. */
function giveTiers(accounts: readonly DemoAccount[]): void {
  const byValue = [...accounts].sort((left, right) => right.yearlyMinor - left.yearlyMinor || left.number - right.number);
  for (const [rank, account] of byValue.entries()) {
    const tier = rank < accounts.length * 0.12 ? 0 : rank < accounts.length * 0.4 ? 1 : 2;
    account.tier = TIERS[tier];
    account.visitEveryDays = visitEvery[tier] as number;
    account.creditDays = creditByType[account.type][tier] as number;
    const limit = (account.yearlyMinor * (account.creditDays + 15)) / 365;
    account.creditLimitMinor = Math.max(1, Math.round((limit * 1.5) / 500_000)) * 500_000;
  }
}
