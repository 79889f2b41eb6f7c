/** Whether the periods of a time axis in a file lie in one another as days do, in the calendar that the file names. */
import { fileError } from './file-error.ts';
import { placed } from './placed.ts';
import { overlappingPeriods } from '../overlapping-periods.ts';
import type { PeriodScheme } from '@milepost/calendar';
import type { AxisInput } from '../axis.ts';

/** Throws `allocation.file.period.overlap` when two periods under one parent share a day, or one reaches beyond its parent. */
export function checkPeriods(axis: AxisInput, scheme: PeriodScheme, path = `axes.${axis.id}`): void {
  const found = placed(`${path}.members`, () => overlappingPeriods(axis, scheme, path));
  if (found !== null) throw fileError('allocation.file.period.overlap', found.periods, found.path);
}
