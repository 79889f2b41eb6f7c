/** The calendar under a company's own: mainland China, a list of one's own for another country, or weekdays alone. */
import { chinaYear } from './china.ts';
import { companyError } from './company-error.ts';
import { checkYears, indexDays } from './overlay.ts';
import type { CountryYear } from './china.ts';
import type { Weekday } from './dates.ts';
import type { DayStatus, SpecialDay } from './day.ts';
import type { OverlayDay } from './overlay.ts';

/** Weekends and public holidays of a country this package holds no data for. */
export interface BaseCalendar {
  /** For example 'SG'. */
  readonly id: string;
  /** Free weekdays: [6, 7] for Saturday and Sunday, [5, 6] for Friday and Saturday. */
  readonly weekend: readonly Weekday[];
  readonly holidays: readonly OverlayDay[];
  /** Weekend days worked in exchange for a holiday. */
  readonly workingDays?: readonly OverlayDay[];
  /** Calendar years the list holds completely. Days of all other years are 'unknown'. */
  readonly officialYears: readonly number[];
  /** Years listed before their publication; their days are 'estimated'. */
  readonly estimatedYears?: readonly number[];
}

/** What the days of a company start from. */
export type Country = 'CN' | 'none' | BaseCalendar;

/** A base made ready for look-up. */
export interface IndexedBase {
  readonly weekend: ReadonlySet<number>;
  year(year: number): CountryYear;
}

const WEEKEND: ReadonlySet<number> = new Set([6, 7]);
const NOTHING: ReadonlyMap<number, SpecialDay> = new Map();
const CHINA: IndexedBase = { weekend: WEEKEND, year: chinaYear };
const NONE: IndexedBase = { weekend: WEEKEND, year: () => ({ status: 'unknown', days: NOTHING }) };

/** Checks a base. Throws `calendar.country.invalid`, `.weekend.invalid`, `.year.invalid`, and for its days as an overlay does. */
export function indexBase(country: Country, path = 'country'): IndexedBase {
  if (country === 'CN') return CHINA;
  if (country === 'none') return NONE;
  if (typeof (country as unknown) !== 'object' || (country as unknown) === null) {
    throw companyError('calendar.country.invalid', country, path);
  }
  const { weekend, holidays, workingDays, officialYears, estimatedYears = [] } = country;
  const free = new Set<number>(weekend);
  const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;
  if (!weekend.every(isWeekday) || free.size !== weekend.length || free.size === 7) {
    throw companyError('calendar.weekend.invalid', weekend, `${path}.weekend`);
  }
  const days = indexDays({ holidays, workingDays }, path, { off: 'holiday', worked: 'makeUp' });
  const status = new Map<number, DayStatus>();
  checkYears(estimatedYears, `${path}.estimatedYears`);
  checkYears(officialYears, `${path}.officialYears`);
  for (const year of estimatedYears) status.set(year, 'estimated');
  for (const year of officialYears) status.set(year, 'official');
  return { weekend: free, year: (year) => ({ status: status.get(year) ?? 'unknown', days }) };
}
