import { isBusinessDate } from '../dates.ts';
import { companyError } from '../company-error.ts';
import { CalendarError } from '../error.ts';
import { below, dataError, readList, readName, readObject, readText } from './read.ts';
import type { Weekday } from '../dates.ts';
import type { DayFraction } from '../day.ts';
import type { OverlayDay } from '../overlay.ts';
import type { AlternatingWeeks, CompanyOverlay, CompanyShift } from './company-calendar.ts';

/** A day 'YYYY-MM-DD'. Throws `calendar.date.invalid`. */
export function readDate(value: unknown, path: string): string {
  if (!isBusinessDate(value)) throw new CalendarError('calendar.date.invalid', value, path);
  return value;
}

/** A day off. */
export function readHoliday(value: unknown, path: string): OverlayDay {
  const { date, name } = readObject(value, path, ['date', 'name']);
  return { date: readDate(date, below(path, 'date')), ...readName(name, below(path, 'name')) };
}

/** A working day, whole or half. */
export function readWorkingDay(value: unknown, path: string): OverlayDay {
  const { date, name, fraction = 1 } = readObject(value, path, ['date', 'name', 'fraction']);
  if (fraction !== 0.5 && fraction !== 1) throw companyError('calendar.fraction.invalid', fraction, below(path, 'fraction'));
  return { date: readDate(date, below(path, 'date')), ...readName(name, below(path, 'name')), fraction };
}

/** A calendar year. */
export function readYear(value: unknown, path: string): number {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 9998) return Number(value);
  throw companyError('calendar.year.invalid', value, path);
}

/** An overlay of the file. */
export function readOverlay(value: unknown, path: string): CompanyOverlay {
  const fields = readObject(value, path, ['id', 'name', 'holidays', 'workingDays', 'officialYears', 'alternatingWeeks']);
  const at = (field: string): string => below(path, field);
  const { alternatingWeeks: weeks } = fields;
  return {
    id: readText(fields.id, at('id')),
    ...readName(fields.name, at('name')),
    holidays: readList(fields.holidays, at('holidays'), readHoliday),
    workingDays: readList(fields.workingDays, at('workingDays'), readWorkingDay),
    officialYears: readList(fields.officialYears, at('officialYears'), readYear),
    ...(weeks === undefined ? {} : { alternatingWeeks: readWeeks(weeks, at('alternatingWeeks')) }),
  };
}

function readWeeks(value: unknown, path: string): AlternatingWeeks {
  const names = ['bigWeekOf', 'extraDay', 'extraDayFraction', 'from', 'until'];
  const { bigWeekOf, extraDay = 6, extraDayFraction = 1, ...bounds } = readObject(value, path, names);
  if (!Number.isInteger(extraDay) || Number(extraDay) < 1 || Number(extraDay) > 7) {
    throw dataError('calendar.data.extraDay', extraDay, below(path, 'extraDay'));
  }
  if (extraDayFraction !== 0.5 && extraDayFraction !== 1) {
    throw companyError('calendar.fraction.invalid', extraDayFraction, below(path, 'extraDayFraction'));
  }
  const first = readDate(bigWeekOf, below(path, 'bigWeekOf'));
  return { bigWeekOf: first, extraDay: extraDay as Weekday, extraDayFraction, ...readBounds(bounds, path) };
}

/** A shift of the file. Its cycle is checked when a calendar is made of it. */
export function readShift(value: unknown, path: string): CompanyShift {
  const names = ['id', 'name', 'anchor', 'cycle', 'statutory', 'from', 'until'];
  const { id, name, anchor, cycle, statutory, ...bounds } = readObject(value, path, names);
  if (statutory !== 'follow' && statutory !== 'ignore') {
    throw companyError('calendar.statutory.invalid', statutory, below(path, 'statutory'));
  }
  return {
    id: readText(id, below(path, 'id')),
    ...readName(name, below(path, 'name')),
    anchor: readDate(anchor, below(path, 'anchor')),
    cycle: cycle as readonly DayFraction[],
    statutory,
    ...readBounds(bounds, path),
  };
}

function readBounds({ from, until }: { readonly from?: unknown; readonly until?: unknown }, path: string) {
  return {
    ...(from === undefined ? {} : { from: readDate(from, below(path, 'from')) }),
    ...(until === undefined ? {} : { until: readDate(until, below(path, 'until')) }),
  };
}
