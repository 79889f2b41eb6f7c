/** The statutory calendar of mainland China: published arrangements, and an estimate for years not yet published. */
import {
  ARRANGEMENTS,
  DRAGON_BOAT,
  FIRST_OFFICIAL_YEAR,
  LAST_LUNAR_YEAR,
  LAST_OFFICIAL_YEAR,
  MID_AUTUMN,
  QINGMING,
} from './china-table.ts';
import { toEpochDay, weekdayOfEpochDay } from './dates.ts';
import { springFestival } from './spring-festival.ts';
import type { DayStatus, LocalName, SpecialDay } from './day.ts';

const NAMES: Readonly<Record<string, LocalName>> = {
  n: { zh: '元旦', en: "New Year's Day" },
  s: { zh: '春节', en: 'Spring Festival' },
  t: { zh: '清明节', en: 'Tomb-sweeping Day' },
  l: { zh: '劳动节', en: 'Labour Day' },
  d: { zh: '端午节', en: 'Dragon Boat Festival' },
  m: { zh: '中秋节', en: 'Mid-autumn Festival' },
  g: { zh: '国庆节', en: 'National Day' },
  v: { zh: '抗战胜利70周年纪念日', en: '70th anniversary of victory in 1945' },
};

/** What a country says about one year. */
export interface CountryYear {
  readonly status: DayStatus;
  /** Special days by epoch day; every other day follows its weekday. */
  readonly days: ReadonlyMap<number, SpecialDay>;
}

const decoded = new Map<number, CountryYear>();

/** Holidays and make-up working days of a year. Past the lunar table and before 2004 the status is 'unknown'. */
export function chinaYear(year: number): CountryYear {
  const known = decoded.get(year);
  if (known !== undefined) return known;
  const fresh = readYear(year);
  decoded.set(year, fresh);
  return fresh;
}

function readYear(year: number): CountryYear {
  if (year >= FIRST_OFFICIAL_YEAR && year <= LAST_OFFICIAL_YEAR) {
    return { status: 'official', days: officialDays(year) };
  }
  if (year > LAST_OFFICIAL_YEAR && year <= LAST_LUNAR_YEAR) {
    return { status: 'estimated', days: estimatedDays(year) };
  }
  return { status: 'unknown', days: new Map() };
}

function officialDays(year: number): ReadonlyMap<number, SpecialDay> {
  const days = new Map<number, SpecialDay>();
  for (const run of (ARRANGEMENTS[year - FIRST_OFFICIAL_YEAR] ?? '').split(' ')) {
    const letter = run.charAt(0);
    const working = letter < 'a';
    const name = NAMES[letter.toLowerCase()] ?? null;
    const first = toEpochDay(`${year}-${run.slice(1, 3)}-${run.slice(3, 5)}`);
    for (let offset = 0; offset < Number(run.slice(5)); offset += 1) {
      days.set(first + offset, { fraction: working ? 1 : 0, kind: working ? 'makeUp' : 'holiday', name });
    }
  }
  return days;
}

/** The thirteen days of the 2025 regulation, as epoch days with their letter, in date order. */
function statutoryDays(year: number): (readonly [number, string])[] {
  const index = year - LAST_OFFICIAL_YEAR - 1;
  const digit = (table: string): number => Number.parseInt(table.charAt(index), 36);
  const from = (monthDay: string, offset = 0): number => toEpochDay(`${year}-${monthDay}`) + offset;
  const newYearsEve = toEpochDay(springFestival(year) ?? `${year}-02-01`) - 1;
  const days: (readonly [number, string])[] = [
    [from('01-01'), 'n'],
    ...[0, 1, 2, 3].map((offset) => [newYearsEve + offset, 's'] as const),
    [from('04-01', digit(QINGMING)), 't'],
    ...[0, 1].map((offset) => [from('05-01', offset), 'l'] as const),
    [from('05-25', digit(DRAGON_BOAT)), 'd'],
    [from('09-05', digit(MID_AUTUMN)), 'm'],
    ...[0, 1, 2].map((offset) => [from('10-01', offset), 'g'] as const),
  ];
  return days.sort(([left], [right]) => left - right);
}

/**
 * Before the notice of the State Council only the dates fixed by regulation are known. A fixed day on a weekend, or on
 * a day another holiday already took, is given back on the next free weekday, as the regulation has it. Which weekends
 * are worked to make bridges is not guessed: swaps cancel out over the year.
 */
function estimatedDays(year: number): ReadonlyMap<number, SpecialDay> {
  const days = new Map<number, SpecialDay>();
  const owed: (readonly [number, string])[] = [];
  for (const [day, letter] of statutoryDays(year)) {
    if (days.has(day) || weekdayOfEpochDay(day) >= 6) owed.push([day, letter]);
    if (!days.has(day)) days.set(day, { fraction: 0, kind: 'holiday', name: NAMES[letter] ?? null });
  }
  for (const [day, letter] of owed) {
    let free = day + 1;
    while (days.has(free) || weekdayOfEpochDay(free) >= 6) free += 1;
    days.set(free, { fraction: 0, kind: 'holiday', name: NAMES[letter] ?? null });
  }
  return days;
}
