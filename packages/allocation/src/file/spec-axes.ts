/** The axes of a spec: written out, or for time by period and grain. */
import { isPlanPeriod } from '@milepost/calendar';
import { fileError } from './file-error.ts';
import { timeAxis } from '../time-axis.ts';
import { axisKinds, readMembers } from './axis-file.ts';
import { readStartMonth } from './calendar-file.ts';
import { checkPeriods } from './check-periods.ts';
import { placed } from './placed.ts';
import { choiceOf, fieldsOf, listOf, shown, textOf } from './shape.ts';
import type { PeriodScheme } from '@milepost/calendar';
import type { AxisInput } from '../axis.ts';
import type { AxesRead } from './axis-file.ts';
import type { Fields } from './shape.ts';

/** The axes, and what the time axis says about its periods; null where it says nothing. */
export interface SpecAxes extends AxesRead {
  readonly scheme: PeriodScheme | null;
}

const SHORT = ['id', 'kind!', 'name', 'period!', 'grain!', 'fiscalYearStartMonth!', 'weekRule', 'daysUnder'];
const LONG = ['id!', 'kind!', 'name', 'members!', 'fiscalYearStartMonth', 'weekRule'];

/** Reads the axes. Periods must not overlap. */
export function readSpecAxes(value: unknown, path: string): SpecAxes {
  const axes: AxisInput[] = [];
  const names = new Map<string, ReadonlyMap<string, string>>();
  let scheme: PeriodScheme | null = null;
  listOf(value, path).forEach((item, at) => {
    const place = `${path}.${at}`;
    const isShort = (item as Fields | null)?.['period'] !== undefined;
    const fields = fieldsOf(item, place, isShort ? SHORT : LONG);
    const kind = choiceOf(fields['kind'], `${place}.kind`, isShort ? (['time'] as const) : axisKinds);
    const own = kind === 'time' ? readScheme(fields, place) : null;
    scheme ??= own;
    if (isShort) {
      axes.push(readShort(fields, place, own ?? 1));
      return;
    }
    const { members, called } = readMembers(fields['members'], `${place}.members`);
    const axis = { id: textOf(fields['id'], `${place}.id`), kind, members };
    checkPeriods(axis, own ?? 1, place);
    axes.push(axis);
    names.set(axis.id, called);
  });
  return { axes, names, scheme };
}

/** The leaf periods of the time axis, for counting their days. */
export function leafPeriods(axes: readonly AxisInput[]): string[] {
  const time = axes.find(({ kind }) => kind === 'time');
  const parents = new Set(time?.members.map(({ parentId }) => parentId));
  return (time?.members ?? []).flatMap(({ id }) => (parents.has(id) || !isPlanPeriod(id) ? [] : [id]));
}

function readScheme(fields: Fields, path: string): PeriodScheme | null {
  if (fields['fiscalYearStartMonth'] === undefined) return null;
  const fiscalYearStartMonth = readStartMonth(fields['fiscalYearStartMonth'], `${path}.fiscalYearStartMonth`);
  if (fields['weekRule'] === undefined) return fiscalYearStartMonth;
  return {
    fiscalYearStartMonth,
    weekRule: choiceOf(fields['weekRule'], `${path}.weekRule`, ['thursday', 'workingDays'] as const),
  };
}

function readShort(fields: Fields, path: string, scheme: PeriodScheme): AxisInput {
  const grain = choiceOf(fields['grain'], `${path}.grain`, ['quarter', 'month', 'week', 'day'] as const);
  if (typeof scheme === 'number' && (grain === 'week' || grain === 'day')) {
    throw fileError('allocation.file.missing', 'weekRule', path);
  }
  const period = textOf(fields['period'], `${path}.period`);
  if (!isPlanPeriod(period))
    throw fileError('allocation.file.choice', `${shown(period)} (2026 | 2026-Q1 | 2026-03)`, `${path}.period`);
  const id = fields['id'] === undefined ? {} : { id: textOf(fields['id'], `${path}.id`) };
  const under =
    fields['daysUnder'] === undefined
      ? {}
      : { daysUnder: choiceOf(fields['daysUnder'], `${path}.daysUnder`, ['week', 'month'] as const) };
  return placed(path, () => timeAxis({ ...id, ...under, period, grain, scheme }));
}
