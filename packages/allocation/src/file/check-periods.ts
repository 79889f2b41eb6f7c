/** Whether the periods of a time axis lie in one another as days do. */
import { isPlanPeriod, periodInterval } from '@milepost/calendar';
import type { AllocationError } from '../error.ts';
import { fileError } from './file-error.ts';
import { placed } from './placed.ts';
import type { DateInterval, PeriodScheme } from '@milepost/calendar';
import type { AxisInput } from '../axis.ts';

/**
 * Throws `allocation.file.period.overlap` when two periods under one parent share a day, or one reaches beyond its parent.
 * Members that are no periods, such as half-years, are not looked at.
 */
export function checkPeriods({ kind, members }: AxisInput, scheme: PeriodScheme, path: string): void {
  if (kind !== 'time') return;
  const days = new Map<string, DateInterval>();
  const below = new Map<string | null, { id: string; days: DateInterval }[]>();
  members.forEach(({ id, parentId }, at) => {
    if (!isPlanPeriod(id)) return;
    const place = `${path}.members.${at}.id`;
    const own = placed(place, () => periodInterval(id, scheme));
    days.set(id, own);
    const above = parentId === null ? undefined : days.get(parentId);
    if (above !== undefined && (own.start < above.start || own.end > above.end)) throw overlap(place, id, parentId as string);
    below.set(parentId, [...(below.get(parentId) ?? []), { id, days: own }]);
  });
  for (const siblings of below.values()) {
    const sorted = [...siblings].sort((a, b) => (a.days.start < b.days.start ? -1 : 1));
    sorted.forEach(({ id, days: own }, at) => {
      const before = sorted[at - 1];
      if (before === undefined || before.days.end <= own.start) return;
      throw overlap(`${path}.members.${members.findIndex((member) => member.id === id)}.id`, before.id, id);
    });
  }
}

function overlap(path: string, one: string, other: string): AllocationError {
  return fileError('allocation.file.period.overlap', `${one} / ${other}`, path);
}
