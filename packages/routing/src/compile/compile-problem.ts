import type { DayStatus } from '@milepost/calendar';
import { companyCalendar } from '@milepost/calendar/data';
import type { Customer, Representative, VisitProblem } from '../problem/visit-problem.ts';
import { DEFAULT_PROFILE } from '../travel/speed-profile.ts';
import type { SpeedProfile } from '../travel/speed-profile.ts';
import type { Point } from '../travel/point.ts';
import type { TravelMatrix } from '../travel/travel-matrix.ts';
import type { CompileContext } from './compile-context.ts';
import { placesOfGroup } from './places-of-group.ts';
import { compileGroup } from './compile-group.ts';
import type { CompiledGroup } from './compile-group.ts';
import { excludedAltogether } from './excluded.ts';
import type { Excluded } from './excluded.ts';
import { groupsOf } from './groups.ts';
import { horizonDays } from './horizon-days.ts';
import type { HorizonDay } from './horizon-days.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';
import { personDay } from './person-day.ts';
import { suspiciousPlaces } from './suspicious-places.ts';
import { twins } from './twins.ts';
import { whoMayVisit } from './who-may-visit.ts';

/** A part that can be planned apart; its matrix exists once `compile` is called. */
export interface ProblemPart {
  readonly representatives: readonly Representative[];
  readonly customers: readonly Customer[];
  /** The places travel is needed between, in WGS-84, for `providerMatrix`; null where a place is known by its id alone. */
  points(): (Point | null)[];
  /** By the travel of the problem, or by a matrix asked for `points()`. */
  compile(asked?: TravelMatrix): CompiledGroup;
}

/** A problem taken apart. */
export interface CompiledProblem {
  readonly problem: VisitProblem;
  readonly dayStatus: DayStatus;
  readonly parts: readonly ProblemPart[];
  /** What no part can plan. */
  readonly excluded: readonly Excluded[];
  readonly notices: readonly Notice[];
}

/** Limits of compiling. */
export interface CompileOptions {
  /** The most places of one part: 4,000 (a travel matrix of 128 MB) when left out. */
  readonly mostPlaces?: number;
}

const MOST_PLACES = 4_000;

/**
 * Takes a problem apart into representatives that share no customer, each with an instance for the search. Nothing is dropped: what
 * cannot be planned is in `excluded` here or in a part, with its reason. Throws `routing.problem.uncertainDays`, and from `compile` of a
 * part `routing.compile.tooLarge`.
 */
export function compileProblem(problem: VisitProblem, options: CompileOptions = {}): CompiledProblem {
  const notices: Notice[] = [];
  const days = horizonDays(problem, notices);
  const { representatives, customers, horizon } = problem;
  const indexOf = new Map(representatives.map(({ id }, index) => [id, index]));
  const whoMay = customers.map((customer) => whoMayVisit(customer, representatives, indexOf));
  const excluded = customers.flatMap((customer, index) =>
    whoMay[index]!.length > 0 ? [] : excludedAltogether(customer, horizon, 'people.none'),
  );
  notices.push(...suspiciousPlaces(problem), ...twins(problem));
  const stated = customers.flatMap(({ value }) => (value === null || value === 0 ? [] : [value]));
  const meanValue = stated.length === 0 ? 1 : stated.reduce((sum, value) => sum + value, 0) / stated.length;
  const parts = groupsOf(representatives.length, whoMay).map((group): ProblemPart => {
    const people = group.people.map((index) => representatives[index]!);
    const own = group.customers.map((index) => customers[index]!);
    const profiles = profilesOf(people, problem, notices);
    const context = (): CompileContext => contextOf(problem, days, people, own, meanValue);
    const mostPlaces = options.mostPlaces ?? MOST_PLACES;
    return {
      ...{ representatives: people, customers: own },
      points: () => placesOfGroup(context()).table.points(),
      compile: (asked) => compileGroup(context(), { profiles, mostPlaces, asked }),
    };
  });
  if (problem.travel.kind === 'coordinates' && usesAssumption(problem)) {
    notices.push(notice('travel.assumed', { factor: DEFAULT_PROFILE.detourFactor }));
  }
  const interval = { start: horizon.from, end: horizon.until };
  return { problem, dayStatus: companyCalendar(problem.calendar).workingDays(interval).status, parts, excluded, notices };
}

function contextOf(
  problem: VisitProblem,
  days: readonly HorizonDay[],
  people: readonly Representative[],
  customers: readonly Customer[],
  meanValue: number,
): CompileContext {
  const workdays = people.map((person) => days.map((day) => personDay(person, day)));
  const dayOf = new Map(days.map(({ date }, index) => [date, index]));
  const personOf = new Map(people.map(({ id }, index) => [id, index]));
  return { problem, days, dayOf, people, personOf, workdays, customers, meanValue };
}

function profilesOf(people: readonly Representative[], { speedProfiles }: VisitProblem, notices: Notice[]): SpeedProfile[] {
  const of = (id: string | null): SpeedProfile => speedProfiles.find((profile) => profile.id === id) ?? DEFAULT_PROFILE;
  const profiles = [...new Set(people.map(({ speedProfile }) => of(speedProfile)))];
  if (profiles.length > 1) notices.push(notice('profile.mixed', { people: people.map(({ name }) => name).join('、') }));
  return profiles;
}

function usesAssumption({ representatives, speedProfiles }: VisitProblem): boolean {
  const sourceOf = (id: string | null): string | undefined => speedProfiles.find((profile) => profile.id === id)?.source;
  return representatives.some(({ speedProfile }) => speedProfile === null || sourceOf(speedProfile) === 'assumption');
}
