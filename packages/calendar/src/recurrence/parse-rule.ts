import { isBusinessDate } from '../dates.ts';
import { ruleError } from './rule-error.ts';
import { FREQUENCIES } from './rule.ts';
import type { Weekday } from '../dates.ts';
import type { Frequency, RecurrenceRule, RuleDay } from './rule.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const LONGEST_RULE = 2000;
const LARGEST_NUMBER = 1_000_000;
const PARTS = new Set(
  'FREQ INTERVAL COUNT UNTIL WKST BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS'.split(' '),
);

type Parts = ReadonlyMap<string, string>;

/**
 * Reads the text of a rule, with or without `RRULE:` before it. Throws a CalendarError with the name of the bad part in
 * its path. A BY part with a frequency that RFC 5545 does not pair it with (days of the year in a monthly rule) limits
 * the days, as it did in RFC 2445; a numbered weekday outside of months and years has no meaning and is refused.
 */
export function parseRule(text: string): RecurrenceRule {
  const parts = splitRule(text);
  const frequency = parts.get('FREQ') as Frequency | undefined;
  if (frequency === undefined || !FREQUENCIES.includes(frequency)) throw ruleError('calendar.rule.frequency', frequency, 'FREQ');
  if (parts.has('COUNT') && parts.has('UNTIL')) throw ruleError('calendar.rule.twoEnds', text);
  const rule: RecurrenceRule = {
    frequency,
    interval: positive(parts, 'INTERVAL') ?? 1,
    count: positive(parts, 'COUNT'),
    until: readUntil(parts.get('UNTIL')),
    weekStart: readWeekStart(parts.get('WKST')),
    months: numbers(parts, 'BYMONTH', 1, 12),
    monthDays: numbers(parts, 'BYMONTHDAY', 1, 31, true),
    yearDays: numbers(parts, 'BYYEARDAY', 1, 366, true),
    weekNumbers: numbers(parts, 'BYWEEKNO', 1, 53, true),
    days: readDays(parts.get('BYDAY'), frequency, parts.has('BYWEEKNO')),
    hours: numbers(parts, 'BYHOUR', 0, 23),
    minutes: numbers(parts, 'BYMINUTE', 0, 59),
    seconds: numbers(parts, 'BYSECOND', 0, 59),
    positions: numbers(parts, 'BYSETPOS', 1, 366, true),
  };
  const choosesFrom = [...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS');
  if (rule.positions.length > 0 && !choosesFrom) throw ruleError('calendar.rule.position', text, 'BYSETPOS');
  return rule;
}

function splitRule(text: string): Parts {
  if (typeof text !== 'string' || text.length > LONGEST_RULE) throw ruleError('calendar.rule.text', text);
  const body = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '');
  const parts = new Map<string, string>();
  for (const part of body.split(';')) {
    const [, name = '', value = ''] = /^([A-Z-]+)=(.+)$/.exec(part) ?? [];
    if (name === '') throw ruleError('calendar.rule.text', part);
    if (!PARTS.has(name)) throw ruleError('calendar.rule.part', name, name);
    if (parts.has(name)) throw ruleError('calendar.rule.twice', name, name);
    parts.set(name, value);
  }
  return parts;
}

function positive(parts: Parts, name: string): number | null {
  const text = parts.get(name);
  if (text === undefined) return null;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > LARGEST_NUMBER) throw ruleError('calendar.rule.number', text, name);
  return value;
}

/** Distinct whole numbers between two bounds; where `signed`, also their negatives, counted from the end. */
function numbers(parts: Parts, name: string, least: number, most: number, signed = false): readonly number[] {
  const text = parts.get(name);
  if (text === undefined) return [];
  const pattern = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/;
  const values = text.split(',').map((item) => {
    const size = pattern.test(item) ? Math.abs(Number(item)) : Number.NaN;
    if (!(size >= least && size <= most)) {
      throw ruleError('calendar.rule.list', `${item} (${least}–${most}${signed ? `, -${most}–-${least}` : ''})`, name);
    }
    return Number(item);
  });
  return [...new Set(values)].sort((left, right) => left - right);
}

function readWeekStart(text = 'MO'): Weekday {
  const index = WEEKDAYS.indexOf(text);
  if (index < 0) throw ruleError('calendar.rule.weekday', text, 'WKST');
  return (index + 1) as Weekday;
}

function readDays(text: string | undefined, frequency: Frequency, hasWeekNumbers: boolean): readonly RuleDay[] {
  if (text === undefined) return [];
  const mayNumber = frequency === 'MONTHLY' || (frequency === 'YEARLY' && !hasWeekNumbers);
  return text.split(',').map((item) => {
    const [, number, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item) ?? [];
    const index = WEEKDAYS.indexOf(name);
    if (index < 0) throw ruleError('calendar.rule.weekday', item, 'BYDAY');
    const nth = number === undefined ? null : Number(number);
    if (nth !== null && (nth === 0 || Math.abs(nth) > 53)) throw ruleError('calendar.rule.weekday', item, 'BYDAY');
    if (nth !== null && !mayNumber) throw ruleError('calendar.rule.numbered', item, 'BYDAY');
    return { weekday: (index + 1) as Weekday, nth };
  });
}

function readUntil(text: string | undefined): string | null {
  if (text === undefined) return null;
  const [, year, month, day, time, hour, minute, second, zulu = ''] =
    /^(\d{4})(\d{2})(\d{2})(T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z)?)?$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isBusinessDate(date)) throw ruleError('calendar.rule.until', text, 'UNTIL');
  return time === undefined ? date : `${date}T${hour}:${minute}:${second}${zulu}`;
}
