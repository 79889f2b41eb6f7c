import type { CustomerType, OpeningHours } from '@milepost/crm';
import type { Random } from './random.ts';

type Window = readonly [string, string];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const allDays = [...weekdays, 'sat', 'sun'] as const;

function hours(days: readonly (keyof OpeningHours)[], ...windows: readonly Window[]): OpeningHours {
  return Object.fromEntries(days.map((day) => [day, windows]));
}

const byType: Readonly<Record<CustomerType, readonly OpeningHours[]>> = {
  distributor: [
    hours([...weekdays, 'sat'], ['08:30', '17:30']),
    hours([...weekdays, 'sat'], ['08:00', '12:00'], ['13:00', '18:00']),
    hours(weekdays, ['09:00', '18:00']),
  ],
  chain: [hours(allDays, ['10:00', '22:00']), hours(allDays, ['09:30', '21:30']), hours(allDays, ['07:30', '21:00'])],
  retail: [hours(allDays, ['08:00', '21:30']), hours(allDays, ['09:00', '22:00']), hours(allDays, ['07:00', '23:00'])],
  institution: [hours(weekdays, ['08:30', '10:45'], ['13:30', '16:30']), hours(weekdays, ['09:00', '11:00'], ['14:00', '17:00'])],
};

/** Opening hours as customers of a type keep them: distributors close on Sunday, canteens over lunch. */
export function openingHoursFor(type: CustomerType, random: Random): OpeningHours {
  return random.pick(byType[type]);
}
