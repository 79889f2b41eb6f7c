/**
 * Last year's season seen from 春节. The festival moves by up to a month, so February's share of one year says little about
 * February of the next. Each day of the planned year is compared with the day of last year that was as far from 春节; away
 * from the festival with the same calendar day.
 */
import { addDays, daysInMonth, springFestival, diffDays } from '@milepost/calendar';

/** Days around the festival in which the distance counts, not the date: four weeks of stocking up before, three of quiet after. */
const before = 28;
const after = 21;

/** Months that the festival's window can reach. */
const reached = ['01', '02', '03'];

type Days = Readonly<Record<string, number>>;

/**
 * Weights by month of the planned year, from last year's amounts by day. Negative days count as nothing. The festival moves
 * demand between January and March and makes none: what the three weigh together stays what it was.
 */
export function alignedToFestival(days: Days, months: readonly string[]): Record<string, number> {
  const quiet = ordinaryDay(days);
  const moved = new Map(months.map((month) => [month, sumOf(month, (day) => amountOn(days, counterpart(day)) ?? quiet)]));
  const touched = months.filter((month) => reached.includes(month.slice(5)));
  const before = touched.reduce((sum, month) => sum + sumOf(month, (day) => amountOn(days, sameDayLastYear(day)) ?? 0), 0);
  const after = touched.reduce((sum, month) => sum + (moved.get(month) ?? 0), 0);
  const scale = after > 0 ? before / after : 1;
  return Object.fromEntries(months.map((month) => [month, (moved.get(month) ?? 0) * (touched.includes(month) ? scale : 1)]));
}

/**
 * The day of the year before that a day is compared with; null for an ordinary day whose own date was festive then: it is
 * like no single day, but like the ordinary ones of that quarter.
 */
export function counterpart(day: string): string | null {
  const [here, then] = [festivalDistance(day), sameDayLastYear(day)];
  const last = springFestival(Number(day.slice(0, 4)) - 1);
  if (here !== null && last !== null) return addDays(last, here);
  return festivalDistance(then) === null ? then : null;
}

/** Days after 春节 of the day's own year, null outside the window or where the festival is not known. */
function festivalDistance(day: string): number | null {
  const festival = springFestival(Number(day.slice(0, 4)));
  const distance = festival === null ? Infinity : diffDays(festival, day);
  return distance >= -before && distance <= after ? distance : null;
}

function sameDayLastYear(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  return day.slice(5) === '02-29' ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

function sumOf(month: string, amount: (day: string) => number): number {
  const length = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return Array.from({ length }, (_, day) => amount(addDays(`${month}-01`, day))).reduce((sum, value) => sum + value, 0);
}

function amountOn(days: Days, day: string | null): number | null {
  return day === null ? null : Math.max(0, days[day] ?? 0);
}

/** The mean of the first quarter's days away from the festival, days without orders included. */
function ordinaryDay(days: Days): number {
  const year = Object.keys(days)
    .find((day) => reached.includes(day.slice(5, 7)))
    ?.slice(0, 4);
  if (year === undefined) return 0;
  const ordinary = reached.flatMap((month) =>
    Array.from({ length: daysInMonth(Number(year), Number(month)) }, (_, day) => addDays(`${year}-${month}-01`, day)).filter(
      (day) => festivalDistance(day) === null,
    ),
  );
  return ordinary.length === 0 ? 0 : ordinary.reduce((sum, day) => sum + (amountOn(days, day) ?? 0), 0) / ordinary.length;
}
