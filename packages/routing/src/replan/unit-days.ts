import { NEVER_VISITED } from '../instance.ts';
import type { Instance } from '../instance.ts';
import type { ClientSpec } from '../instance-spec.ts';
import type { EventEffects } from './read-events.ts';
import type { Unit } from './replan-case.ts';

const NO_LIMIT = 2_147_483_647;

/**
 * On which days the visits of a published client may lie, so that every choice has as many visits as are still wanted: its gap rule, or
 * those of its patterns. What was published is always allowed, also where it breaks the rule.
 */
export function unitDays(
  instance: Instance,
  effects: EventEffects,
  unit: Unit,
): Pick<ClientSpec, 'patterns' | 'patternCosts' | 'frequency'> {
  const { clients } = instance;
  const c = unit.client;
  const days = unit.published.map(({ day }) => day).sort((a, b) => a - b);
  if (clients.patternFrom[c]! < clients.patternFrom[c + 1]!) return patternDays(instance, effects, c, days);
  return {
    frequency: {
      visits: days.length,
      leastGap: Math.min(clients.leastGap[c]!, smallestGap(instance, c, days)),
      greatestGap: keepsGreatest(instance, c, days) ? clients.greatestGap[c]! : NO_LIMIT,
      idealGap: clients.idealGap[c]!,
      cadenceCost: clients.cadenceCost[c]!,
      lastVisit: clients.lastVisit[c]!,
    },
  };
}

function patternDays(
  instance: Instance,
  effects: EventEffects,
  client: number,
  days: readonly number[],
): Pick<ClientSpec, 'patterns' | 'patternCosts'> {
  const { clients, patterns } = instance;
  const sets: number[][] = [];
  const costs: number[] = [];
  let known = false;
  for (let p = clients.patternFrom[client]!; p < clients.patternFrom[client + 1]!; p++) {
    const set = [...patterns.day.subarray(patterns.dayFrom[p], patterns.dayFrom[p + 1])];
    if (set.length !== days.length) continue;
    known ||= set.every((day, i) => day === days[i]);
    sets.push(set);
    costs.push(patterns.cost[p]!);
  }
  const wanted = days.some((day) => effects.cancelled.get(client * instance.days + day)?.replace === true);
  if (known || (wanted && sets.length > 0)) return { patterns: sets, patternCosts: costs };
  return { patterns: [[...days]], patternCosts: [0] };
}

/** Whether the days keep the greatest gap, from the last visit before the horizon to the day after it. */
function keepsGreatest({ clients, dayNumber, days: count }: Instance, client: number, days: readonly number[]): boolean {
  const most = clients.greatestGap[client]!;
  const last = clients.lastVisit[client]!;
  const numbers = days.map((day) => dayNumber[day]!);
  if (numbers.length === 0) return true;
  const gaps = numbers.map((day, i) => (i === 0 ? (last === NEVER_VISITED ? 0 : day - last) : day - numbers[i - 1]!));
  return [...gaps, dayNumber[count - 1]! + 1 - numbers.at(-1)!].every((gap) => gap <= most);
}

/** The smallest gap between published visits, the last one before the horizon included. */
function smallestGap({ clients, dayNumber }: Instance, client: number, days: readonly number[]): number {
  const last = clients.lastVisit[client]!;
  const numbers = [...(last === NEVER_VISITED ? [] : [last]), ...days.map((day) => dayNumber[day]!)];
  return numbers.slice(1).reduce((least, number, i) => Math.min(least, number - numbers[i]!), NO_LIMIT);
}
