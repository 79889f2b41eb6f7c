/** Rule and start to occurrences, in seconds since 1970-01-01T00:00 without a zone. */
import { ruleDays, withDefaults } from './rule-days.ts';
import { timesOfDay } from './rule-times.ts';
import type { TimesOfDay } from './rule-times.ts';
import type { RecurrenceRule } from './rule.ts';

const DAY_SECONDS = 86_400;

/**
 * The occurrences of a rule from `start` on and before `end`, in order and without repeats. COUNT counts from the start.
 * Work is bounded by the days between start and end, whatever the rule: a rule that never matches ends as well.
 * The rule's own UNTIL is the caller's to add to `end`, because what it means depends on the zone.
 */
export function* occurrences(given: RecurrenceRule, start: number, end: number): Generator<number> {
  if (end <= start) return;
  const startDay = Math.floor(start / DAY_SECONDS);
  const rule = withDefaults(given, startDay);
  const times = timesOfDay(rule, start);
  const lastDay = Math.floor((end - 1) / DAY_SECONDS);
  let left = rule.count ?? Infinity;
  for (const days of ruleDays(rule, startDay, lastDay)) {
    for (const set of setsOf(days, times)) {
      for (const at of chosen(set, rule.positions)) {
        if (at < start) continue;
        if (at >= end) return;
        yield at;
        left -= 1;
        if (left <= 0) return;
      }
    }
  }
}

/** Every time on every day. Kept as two lists: a year of seconds would not fit as one. */
interface ProductSet {
  readonly days: readonly number[];
  readonly times: readonly number[];
}

/** A period is one set, except that rules by hours, minutes or seconds have one per unit of their single day. */
function setsOf(days: readonly number[], times: TimesOfDay): readonly ProductSet[] {
  return times(days[0] ?? 0).map((set) => ({ days, times: set }));
}

/** All of a set in order, or its wanted places, counted from the start or, when negative, from the end. */
function* chosen({ days, times }: ProductSet, positions: readonly number[]): Generator<number> {
  const size = days.length * times.length;
  const at = (place: number): number => {
    return (days[Math.floor(place / times.length)] ?? 0) * DAY_SECONDS + (times[place % times.length] ?? 0);
  };
  if (positions.length === 0) {
    for (let place = 0; place < size; place += 1) yield at(place);
    return;
  }
  const places = new Set(positions.map((position) => (position > 0 ? position - 1 : size + position)));
  for (const place of [...places].sort((left, right) => left - right)) {
    if (place >= 0 && place < size) yield at(place);
  }
}
