import { halfWidth } from './normalise.ts';

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dayPatterns = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A business day from `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, with midnight behind it or not. Null otherwise. */
export function parseDay(text: string): string | null {
  const plain = halfWidth(text).replace(/\s+0?0:00(:00)?$/, '');
  for (const pattern of dayPatterns) {
    const match = pattern.exec(plain);
    if (match) return realDay(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  return null;
}

function realDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] as number)) return null;
  if (month === 2 && day === 29 && !((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** An instant as ISO UTC from `2026-03-05T01:30:00Z`, with an offset, or from a local `2026/3/5 9:30` of `timeZone`. Null otherwise. */
export function parseInstant(text: string, timeZone: string): string | null {
  const plain = halfWidth(text);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[-+]\d{2}:?\d{2})$/i.test(plain)) {
    const time = Date.parse(plain);
    return Number.isNaN(time) || parseDay(plain.slice(0, 10)) === null ? null : iso(time);
  }
  const match = /^(.+?)(?:T|\s+|日)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(plain);
  const day = match === null ? null : parseDay(match[1] as string);
  if (match === null || day === null) return null;
  const local = Date.parse(`${day}T${(match[2] as string).padStart(2, '0')}:${match[3]}:${match[4] ?? '00'}Z`);
  const guess = local - offsetOf(local, timeZone);
  return iso(local - offsetOf(guess, timeZone));
}

const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clock shows above UTC at an instant, in milliseconds. */
function offsetOf(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(timeZone, format);
  }
  return Date.parse(`${format.format(time).replace(' ', 'T')}Z`) - Math.floor(time / 1000) * 1000;
}
