import { dayText, parseDay, weekday } from './days.ts';
import type { Day } from './days.ts';

/**
 * First day of the lunar year and, per year, days off (`MMDDxCount`) and make-up working days as the State Council
 * announced them (npm chinese-days 1.5.7, MIT). Later years follow the same pattern without make-up days.
 */
const SPRING_FESTIVALS =
  '2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12'.split(
    ' ',
  );

const ARRANGED: Readonly<Record<string, string>> = {
  '2019': '0101x1 0204x7 0405x3 0501x4 0607x3 0913x3 1001x7 | 0202 0203 0428 0505 0929 1012',
  '2020': '0101x1 0124x10 0404x3 0501x5 0625x3 1001x8 | 0119 0426 0509 0628 0927 1010',
  '2021': '0101x3 0211x7 0403x3 0501x5 0612x3 0919x3 1001x7 | 0207 0220 0425 0508 0918 0926 1009',
  '2022': '0101x3 0131x7 0403x3 0430x5 0603x3 0910x3 1001x7 1231x1 | 0129 0130 0402 0424 0507 1008 1009',
  '2023': '0101x2 0121x7 0405x1 0429x5 0622x3 0929x8 | 0128 0129 0423 0506 0625 1007 1008',
  '2024': '0101x1 0210x8 0404x3 0501x5 0610x1 0915x3 1001x7 | 0204 0218 0407 0428 0511 0914 0929 1012',
  '2025': '0101x1 0128x8 0404x3 0501x5 0531x3 1001x8 | 0126 0208 0427 0928 1011',
  '2026': '0101x3 0215x9 0404x3 0501x5 0619x3 0925x3 1001x7 | 0104 0214 0228 0509 0920 1010',
};

/** What the generator asks about a day. */
export interface DemoCalendar {
  isWorking(day: Day): boolean;
  /** The day itself or the next working one. */
  workingOnOrAfter(day: Day): Day;
  /** Days after the nearest first day of the lunar year; negative before it. */
  fromSpringFestival(day: Day): number;
}

function arrangement(year: number): string {
  const known = ARRANGED[String(year)];
  if (known !== undefined) return known;
  const festival = SPRING_FESTIVALS.find((text) => text.startsWith(String(year)));
  const eve =
    festival === undefined
      ? ''
      : `${dayText(parseDay(festival) - 1)
          .slice(5)
          .replace('-', '')}x8 `;
  return `0101x1 ${eve}0404x3 0501x5 1001x7 |`;
}

function exceptions(year: number): Map<Day, boolean> {
  const [off = '', made = ''] = arrangement(year).split('|');
  const days = new Map<Day, boolean>();
  const at = (code: string): Day => parseDay(`${year}-${code.slice(0, 2)}-${code.slice(2, 4)}`);
  for (const entry of off.trim().split(' ')) {
    const [code = '', count] = entry.split('x');
    for (let offset = 0; offset < Number(count); offset += 1) days.set(at(code) + offset, false);
  }
  for (const code of made.trim().split(' ')) if (code !== '') days.set(at(code), true);
  return days;
}

/** The working calendar of the years a company's history and near future lie in. */
export function demoCalendar(): DemoCalendar {
  const years = new Map<string, Map<Day, boolean>>();
  const festivals = SPRING_FESTIVALS.map(parseDay);
  const isWorking = (day: Day): boolean => {
    const year = dayText(day).slice(0, 4);
    let known = years.get(year);
    if (!known) years.set(year, (known = exceptions(Number(year))));
    return known.get(day) ?? weekday(day) < 5;
  };
  return {
    isWorking,
    workingOnOrAfter(day) {
      let candidate = day;
      while (!isWorking(candidate)) candidate += 1;
      return candidate;
    },
    fromSpringFestival(day) {
      let nearest = Number.POSITIVE_INFINITY;
      for (const festival of festivals) if (Math.abs(day - festival) < Math.abs(nearest)) nearest = day - festival;
      return nearest;
    },
  };
}
