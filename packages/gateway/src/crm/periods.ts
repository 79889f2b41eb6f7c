import type { PeriodUnit } from './keys.ts';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, from 0001 to 9999. */
export function isDay(text: string): boolean {
  const match = day.exec(text);
  if (!match || match[1] === '0000') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const pad = (value: number, size: number): string => String(value).padStart(size, '0');

/** First day of a month counted from year 0, months past December carried into the year. */
function firstDay(year: number, month: number): string {
  const carried = year + Math.floor((month - 1) / 12);
  return `${pad(carried, 4)}-${pad(((month - 1) % 12) + 1, 2)}-01`;
}

/** The half-open days `[from, to)` of a calendar period, or undefined when the text is none of that length. */
export function daysOf(unit: PeriodUnit, text: string): { from: string; to: string } | undefined {
  const shape = { year: /^(\d{4})$/, quarter: /^(\d{4})-Q([1-4])$/, month: /^(\d{4})-(0[1-9]|1[0-2])$/, day }[unit];
  const match = shape.exec(text);
  const year = Number(match?.[1]);
  if (!match || year < 1 || year > 9998) return undefined;
  const part = Number(match[2]);
  if (unit === 'year') return { from: firstDay(year, 1), to: firstDay(year, 13) };
  if (unit === 'quarter') return { from: firstDay(year, part * 3 - 2), to: firstDay(year, part * 3 + 1) };
  if (unit === 'month') return { from: firstDay(year, part), to: firstDay(year, part + 1) };
  if (!isDay(text)) return undefined;
  const next = new Date(Date.parse(`${text}T00:00:00Z`) + 86_400_000);
  return { from: text, to: next.toISOString().slice(0, 10) };
}
