import { indexBase } from '../base-calendar.ts';
import { weekRuleOf } from '../definition.ts';
import { companyError } from '../company-error.ts';
import { indexPattern } from '../pattern.ts';
import { readHoliday, readOverlay, readShift, readWorkingDay, readYear } from './read-overlay.ts';
import { below, dataError, readList, readName, readObject, readText } from './read.ts';
import { companyCalendar, weeksPattern } from './to-calendar.ts';
import type { Weekday } from '../dates.ts';
import type { CompanyCalendar } from './company-calendar.ts';

const FIELDS = 'calendarVersion id name zone fiscalYearStartMonth weekRule base overlays shifts $schema'.split(' ');
const BASE_FIELDS = 'id weekend holidays workingDays officialYears estimatedYears'.split(' ');
const LONGEST_FILE = 2_000_000;

/**
 * Reads the text of a calendar file. Throws as `parseCompanyCalendar` does, and `calendar.data.json` or
 * `calendar.data.size` for a text that is no JSON or longer than 2 million characters.
 */
export function readCompanyCalendar(text: string): CompanyCalendar {
  if (text.length > LONGEST_FILE) throw dataError('calendar.data.size', text.length, '');
  // Excel and Notepad begin a file with a mark that JSON does not know.
  return parseCompanyCalendar(parseJson(text.replace(/^\uFEFF/, '')));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw dataError('calendar.data.json', error instanceof Error ? error.message : text, '');
  }
}

/**
 * Checks a company calendar that comes from outside, against `calendar.schema.json` and beyond it: days that exist, no
 * day both off and worked, ids that are not taken. What it returns makes a calendar without an error.
 * Throws a CalendarError with the path to the first value that is wrong.
 */
export function parseCompanyCalendar(value: unknown): CompanyCalendar {
  const fields = readObject(value, '', FIELDS);
  if (fields.calendarVersion !== 1) throw dataError('calendar.data.version', fields.calendarVersion, 'calendarVersion');
  const definition = { fiscalYearStartMonth: fields.fiscalYearStartMonth, weekRule: fields.weekRule };
  const calendar: CompanyCalendar = {
    calendarVersion: 1,
    id: readText(fields.id, 'id'),
    ...readName(fields.name, 'name'),
    zone: readText(fields.zone, 'zone'),
    fiscalYearStartMonth: fields.fiscalYearStartMonth as number,
    weekRule: weekRuleOf(definition as CompanyCalendar),
    base: readBase(fields.base),
    overlays: readList(fields.overlays, 'overlays', readOverlay),
    shifts: readList(fields.shifts, 'shifts', readShift),
  };
  refuseTaken(calendar.overlays, 'overlays');
  refuseTaken(calendar.shifts, 'shifts');
  checkMeaning(calendar);
  return calendar;
}

/** What the shapes do not show. The parts first, so that a path names the place in the file. */
function checkMeaning(calendar: CompanyCalendar): void {
  const { base, overlays, shifts } = calendar;
  indexBase(base, 'base');
  shifts.forEach((shift, index) => indexPattern(shift, shift.id, `shifts.${index}`));
  overlays.forEach((overlay, index) => {
    const path = `overlays.${index}.alternatingWeeks`;
    const pattern = weeksPattern(overlay, base, path);
    if (pattern !== undefined) indexPattern(pattern, overlay.id, path);
  });
  companyCalendar(calendar);
}

function readBase(value: unknown): CompanyCalendar['base'] {
  if (value === 'CN' || value === 'none') return value;
  if (typeof value !== 'object' || value === null) throw companyError('calendar.country.invalid', value, 'base');
  const fields = readObject(value, 'base', BASE_FIELDS);
  const at = (field: string): string => below('base', field);
  if (fields.weekend === undefined) throw companyError('calendar.weekend.invalid', undefined, at('weekend'));
  return {
    id: readText(fields.id, at('id')),
    weekend: readList(fields.weekend, at('weekend'), (day) => day as Weekday),
    holidays: readList(fields.holidays, at('holidays'), readHoliday),
    workingDays: readList(fields.workingDays, at('workingDays'), readWorkingDay),
    officialYears: readList(fields.officialYears, at('officialYears'), readYear),
    estimatedYears: readList(fields.estimatedYears, at('estimatedYears'), readYear),
  };
}

function refuseTaken(items: readonly { readonly id: string }[], path: string): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) throw dataError('calendar.data.duplicate', id, below(below(path, index), 'id'));
    seen.add(id);
  });
}
