/** From an instant to the business day it falls on in the company's time zone. */
import { isBusinessDate, pad2 } from './dates.ts';
import { CalendarError } from './error.ts';
import type { BusinessDate } from './dates.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

// Building a formatter costs about a hundred times as much as using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string, path = ''): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formatters.set(zone, formatter);
    return formatter;
  } catch {
    throw new CalendarError('calendar.zone.invalid', zone, path);
  }
}

/**
 * The day an instant falls on in a zone: `dayOfInstant('2026-02-16T16:30:00Z', 'Asia/Shanghai')` is '2026-02-17'.
 * The instant needs an offset or Z; without one its meaning would depend on the machine.
 */
export function dayOfInstant(instant: string, zone: string): BusinessDate {
  // Date.parse alone would read 30 February as 2 March; at the ends of the calendar a zone could leave its years.
  const inYears = instant > '0002' && instant < '9999';
  const wellFormed = inYears && INSTANT.test(instant) && isBusinessDate(instant.slice(0, 10));
  const time = wellFormed ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(time)) throw new CalendarError('calendar.instant.invalid', instant);
  const parts = formatterFor(zone).formatToParts(time);
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  return `${String(read('year')).padStart(4, '0')}-${pad2(read('month'))}-${pad2(read('day'))}`;
}

/** Throws `calendar.zone.invalid` unless the zone is known to this machine. */
export function checkZone(zone: string, path = ''): void {
  formatterFor(zone, path);
}
