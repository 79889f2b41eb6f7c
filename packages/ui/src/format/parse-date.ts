import { months, parseDay } from './date.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** The day as 'YYYY-MM-DD', or undefined where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return parseDay(text) ? text : undefined;
}

/** `16 Nov 2026`, `Nov 16, 2026`, `16 november`. */
function parseEnglish(text: string, year: number): string | undefined {
  const match = /^(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?),?(?: (\d{4}))?$/.exec(text);
  if (!match) return undefined;
  const name = (match[2] ?? match[3] ?? '').slice(0, 3);
  const month = months.findIndex((known) => known.toLowerCase() === name) + 1;
  return month > 0 ? dayOf(Number(match[5] ?? year), month, Number(match[1] ?? match[4])) : undefined;
}

/**
 * Reads a day as people type it: `2026-11-16`, `2026/11/16`, `20261116`, `11/16`, `2026年11月16日`, `11月16日 周一`,
 * `16 Nov 2026`. The month stands before the day, unless only the other way round is a date. Without a year it is a
 * day of `year`. Answers 'YYYY-MM-DD', '' for empty text, or undefined where it is no date.
 */
export function parseDate(text: string, year: number): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/(?:周|星期)[一二三四五六日天]/, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* /, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([年月日]) ?/g, '$1')
    .trim();
  if (!plain) return '';
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    return dayOf(year, first, second) ?? dayOf(year, second, first);
  }
  return parseEnglish(plain, year);
}
