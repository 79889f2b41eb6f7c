import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import { clock } from '../clock.ts';
import type { CheckedDay } from '../day.ts';

/** On a day that goes on after the last moment for it, there is lunch, as long and as early or late as stated. */
export function lunch({ stated, person, workday: { lunchBy } }: CheckedDay): Broken[] {
  const wanted = person.lunch;
  if (wanted === null || lunchBy === null || stated.back <= lunchBy) return [];
  const taken = stated.pauses.some(
    ({ lunch: is, from, until }) => is && from >= wanted.from && until <= wanted.until && until - from >= wanted.minutes,
  );
  const expected = `${wanted.minutes} min, ${clock(wanted.from)}–${clock(wanted.until)}`;
  return taken ? [] : [breaks('day.lunch', { day: stated.date, vehicle: stated.person }, '', expected)];
}
