/** The times of day of a rule, in seconds after midnight. */
import type { RecurrenceRule } from './rule.ts';

const UNIT_SECONDS = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 } as const;
const DAY_SECONDS = 86_400;

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const HOURS = upTo(24);
const SIXTY = upTo(60);

/** The sets that BYSETPOS chooses from: one per unit for rules by hours, minutes or seconds, otherwise one a day. */
export type TimesOfDay = (epochDay: number) => readonly (readonly number[])[];

/** Times of day of a rule that starts at `start` (seconds since 1970-01-01T00:00, without a zone). */
export function timesOfDay(rule: RecurrenceRule, start: number): TimesOfDay {
  const { frequency, interval } = rule;
  const second = ((start % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  const hours = listOr(rule.hours, frequency, ['HOURLY', 'MINUTELY', 'SECONDLY'], HOURS, Math.floor(second / 3600));
  const minutes = listOr(rule.minutes, frequency, ['MINUTELY', 'SECONDLY'], SIXTY, Math.floor(second / 60) % 60);
  const seconds = listOr(rule.seconds, frequency, ['SECONDLY'], SIXTY, second % 60);
  if (frequency !== 'HOURLY' && frequency !== 'MINUTELY' && frequency !== 'SECONDLY') {
    const all = hours.flatMap((hour) => minutes.flatMap((minute) => seconds.map((each) => hour * 3600 + minute * 60 + each)));
    return () => [all];
  }
  const unit = UNIT_SECONDS[frequency];
  const first = Math.floor(start / unit);
  const perDay = DAY_SECONDS / unit;
  // Days on which the interval begins at the same unit have the same times; there are few such phases, often one.
  const known = new Map<number, readonly (readonly number[])[]>();
  return (epochDay) => {
    const phase = (((first - epochDay * perDay) % interval) + interval) % interval;
    const before = known.get(phase);
    if (before !== undefined) return before;
    const sets: (readonly number[])[] = [];
    for (let at = phase; at < perDay; at += interval) {
      const times = timesOfUnit(at * unit, unit, { hours, minutes, seconds });
      if (times.length > 0) sets.push(times);
    }
    known.set(phase, sets);
    return sets;
  };
}

/** What the rule lists; otherwise all values if the frequency runs through them, or the one of the start. */
function listOr(
  listed: readonly number[],
  frequency: string,
  runsThrough: readonly string[],
  all: readonly number[],
  ofStart: number,
): readonly number[] {
  if (listed.length > 0) return listed;
  return runsThrough.includes(frequency) ? all : [ofStart];
}

function timesOfUnit(
  from: number,
  unit: number,
  { hours, minutes, seconds }: Readonly<Record<'hours' | 'minutes' | 'seconds', readonly number[]>>,
): readonly number[] {
  const hour = Math.floor(from / 3600);
  const minute = Math.floor(from / 60) % 60;
  if (!hours.includes(hour)) return [];
  if (unit === 3600) return minutes.flatMap((each) => seconds.map((second) => from + each * 60 + second));
  if (!minutes.includes(minute)) return [];
  if (unit === 60) return seconds.map((second) => from + second);
  return seconds.includes(from % 60) ? [from] : [];
}
