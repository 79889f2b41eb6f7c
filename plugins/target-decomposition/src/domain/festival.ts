/**
 * Last year's season seen from 春节. The festival moves by up to a month, so February's share of one year says little about
 * February of the next. Each day of the planned year is compared with the day of last year that was as far from 春节; away
 * from the festival with the same calendar day.
 */
import { addDays, daysInMonth, springFestival, diffDays } from '@milepost/calendar';

/** Days around the festival in which the distance counts, not the date: four weeks of stocking up before, three of quiet after. */
const before = 28;
const after = 21;

/** Weights by month of the planned year, from last year's amounts by day. Negative days count as nothing. */
export function alignedToFestival(days: Readonly<Record<string, number>>, months: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    months.map((month) => {
      let weight = 0;
      const length = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
      for (let day = 0; day < length; day += 1) weight += Math.max(0, days[counterpart(addDays(`${month}-01`, day))] ?? 0);
      return [month, weight];
    }),
  );
}

/** The day of the year before that a day is compared with. */
export function counterpart(day: string): string {
  const year = Number(day.slice(0, 4));
  const same = day.slice(5) === '02-29' ? `${year - 1}-02-28` : `${year - 1}${day.slice(4)}`;
  const [festival, last] = [springFestival(year), springFestival(year - 1)];
  if (festival === null || last === null) return same;
  const distance = diffDays(festival, day);
  return distance >= -before && distance <= after ? addDays(last, distance) : same;
}
