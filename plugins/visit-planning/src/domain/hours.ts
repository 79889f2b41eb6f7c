import { weekday } from '@milepost/calendar';
import type { OpeningHours } from '@milepost/crm';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Half-open windows in minutes after midnight. */
export type Windows = readonly (readonly [number, number])[];

/** Minutes after midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** `HH:MM` of minutes after midnight. */
export function clockOf(minutes: number): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

/** When an account is open on a day. Null means nobody told us: it is then taken to be open, and shown as not known. */
export function windowsOn(hours: OpeningHours | null, dayOn: string): Windows | null {
  if (!hours) return null;
  const key = days[weekday(dayOn) - 1];
  return ((key && hours[key]) ?? []).map(([from, to]) => [minutesOf(from), minutesOf(to)] as const);
}

/**
 * The first minute from `earliest` on at which a visit may begin; null when none is left that day. A visit has to begin
 * inside a window and leave at least half of its stay before the doors close.
 */
export function firstStart(windows: Windows | null, earliest: number, stayMinutes: number): number | null {
  if (windows === null) return earliest;
  for (const [from, to] of windows) {
    const start = Math.max(from, earliest);
    if (start + stayMinutes / 2 <= to) return start;
  }
  return null;
}

/** `09:00–12:00` for each window. */
export function windowTexts(windows: Windows): readonly string[] {
  return windows.map(([from, to]) => `${clockOf(from)}–${clockOf(to)}`);
}
