/** The calendar of a spec: a country, a company's own days laid over it, and the scheme of its periods. */
import { createCalendar } from '@milepost/calendar';
import { fileError } from './file-error.ts';
import { countPeriodDays, periodDaysStatus } from '../methods/working-days.ts';
import { placed } from './placed.ts';
import { choiceOf, fieldsOf, listOf, numberOf, shown, textOf } from './shape.ts';
import type { CalendarOverlay, OverlayDay, PeriodScheme, WorkingCalendar, WorkPattern } from '@milepost/calendar';
import type { PeriodDays } from '../methods/working-days.ts';
import type { CalendarStatement } from './plan-file.ts';
import type { Fields } from './shape.ts';

/** Working days for the periods of a plan, and what a certificate says about them. */
export interface SpecCalendar {
  readonly working: WorkingCalendar;
  readonly days: PeriodDays;
  readonly statement: CalendarStatement;
}

/** Reads `calendar` and counts the working days of the leaf periods. Null without one. */
export function readSpecCalendar(
  value: unknown,
  path: string,
  periods: readonly string[],
  scheme: PeriodScheme | null,
): SpecCalendar | null {
  if (value === undefined) return null;
  const fields = fieldsOf(value, path, ['country!', 'overlays']);
  if (scheme === null) throw fileError('allocation.file.missing', 'axes.*.period', path);
  const country = choiceOf(fields['country'], `${path}.country`, ['CN', 'none'] as const);
  const overlays = listOf(fields['overlays'], `${path}.overlays`).map((item, at) => readOverlay(item, `${path}.overlays.${at}`));
  const start = typeof scheme === 'number' ? scheme : scheme.fiscalYearStartMonth;
  const calendar = placed(path, () => createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: start, country, overlays }));
  const days = placed(path, () => countPeriodDays(calendar, periods, scheme));
  return { working: calendar, days, statement: statementOf(country, overlays, days, scheme, calendar) };
}

function statementOf(
  country: string,
  overlays: readonly CalendarOverlay[],
  days: PeriodDays,
  scheme: PeriodScheme,
  { fiscalYearStartMonth }: WorkingCalendar,
): CalendarStatement {
  return {
    id: [country, ...overlays.map(({ id }) => id)].join('+'),
    status: periodDaysStatus(days),
    fiscalYearStartMonth,
    ...(typeof scheme === 'number' ? {} : { weekRule: scheme.weekRule }),
  };
}

function readOverlay(value: unknown, path: string): CalendarOverlay {
  const fields = fieldsOf(value, path, ['id!', 'holidays', 'workingDays', 'pattern', 'officialYears']);
  const days = (name: string) =>
    listOf(fields[name], `${path}.${name}`).map((item, at) => readDay(item, `${path}.${name}.${at}`));
  const years = listOf(fields['officialYears'], `${path}.officialYears`);
  return {
    id: textOf(fields['id'], `${path}.id`),
    holidays: days('holidays'),
    workingDays: days('workingDays'),
    officialYears: years.map((year, at) => numberOf(year, `${path}.officialYears.${at}`)),
    ...(fields['pattern'] === undefined ? {} : { pattern: readPattern(fields['pattern'], `${path}.pattern`) }),
  };
}

function readDay(value: unknown, path: string): OverlayDay {
  const fields = fieldsOf(value, path, ['date!', 'name', 'fraction']);
  const date = textOf(fields['date'], `${path}.date`);
  const name = fields['name'] === undefined ? {} : { name: readName(fields['name'], `${path}.name`) };
  const { fraction } = fields;
  if (fraction !== undefined && fraction !== 0.5 && fraction !== 1) {
    throw fileError('allocation.file.choice', `${shown(fraction)} (0.5 | 1)`, `${path}.fraction`);
  }
  return { date, ...name, ...(fraction === undefined ? {} : { fraction }) };
}

function readName(value: unknown, path: string): { readonly zh: string; readonly en: string } {
  const fields = fieldsOf(value, path, ['zh!', 'en!']);
  return { zh: textOf(fields['zh'], `${path}.zh`), en: textOf(fields['en'], `${path}.en`) };
}

/** Numbers in the cycle and dates are checked by the calendar itself. */
function readPattern(value: unknown, path: string): WorkPattern {
  const fields: Fields = fieldsOf(value, path, ['anchor!', 'cycle!', 'statutory!', 'from', 'until']);
  const cycle = listOf(fields['cycle'], `${path}.cycle`).map((item, at) => numberOf(item, `${path}.cycle.${at}`));
  return {
    anchor: textOf(fields['anchor'], `${path}.anchor`),
    cycle: cycle as WorkPattern['cycle'],
    statutory: choiceOf(fields['statutory'], `${path}.statutory`, ['follow', 'ignore'] as const),
    ...(fields['from'] === undefined ? {} : { from: textOf(fields['from'], `${path}.from`) }),
    ...(fields['until'] === undefined ? {} : { until: textOf(fields['until'], `${path}.until`) }),
  };
}
