import type { OpeningHours } from '../rows.ts';
import { halfWidth } from './normalise.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type DayKey = (typeof days)[number];
const chinese = '一二三四五六日';
const english = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clockPattern = /^([01]?\d|2[0-4]):([0-5]\d)$/;

/**
 * Opening hours from text such as `周一至周五 09:00-18:00；周六 10:00-16:00`, `每天 08:00-21:30` or
 * `Mon-Fri 08:30-10:45, 13:30-16:30`. Null when it cannot be read without guessing.
 */
export function parseOpeningHours(text: string): OpeningHours | null {
  const hours: Partial<Record<DayKey, [string, string][]>> = {};
  for (const part of halfWidth(text).split(/[;\n]/)) {
    if (part.trim() === '') continue;
    const match = /^(\D+?)\s*(\d{1,2}:.*|休息|closed)$/i.exec(part.trim());
    const on = match === null ? null : daysOf(match[1] as string);
    if (match === null || on === null) return null;
    if (/休息|closed/i.test(match[2] as string)) continue;
    const windows = windowsOf(match[2] as string);
    if (windows === null) return null;
    for (const day of on) {
      if (hours[day] !== undefined) return null;
      hours[day] = windows;
    }
  }
  return Object.keys(hours).length === 0 ? null : hours;
}

function windowsOf(text: string): [string, string][] | null {
  const windows: [string, string][] = [];
  for (const piece of text.split(/[,、]/)) {
    const [from, to, rest] = piece.split(/[-–—~至到]/).map((clock) => clockOf(clock.trim()));
    if (!from || !to || rest !== undefined || from >= to || (windows.at(-1)?.[1] ?? '') > from) return null;
    windows.push([from, to]);
  }
  return windows;
}

function clockOf(text: string): string | null {
  const match = clockPattern.exec(text);
  if (match === null || (match[1] === '24' && match[2] !== '00')) return null;
  return `${(match[1] as string).padStart(2, '0')}:${match[2]}`;
}

function daysOf(text: string): DayKey[] | null {
  const plain = text.trim().toLowerCase();
  if (/^(每天|每日|周一至周日|daily|every day)$/.test(plain)) return [...days];
  if (/^(工作日|weekdays)$/.test(plain)) return days.slice(0, 5);
  if (/^(周末|weekend)$/.test(plain)) return days.slice(5);
  const chosen: DayKey[] = [];
  for (const piece of plain.split(/[,、和]|\band\b/)) {
    const [from, to, rest] = piece.split(/[-–—~至到]/).map(dayIndex);
    if (from === undefined || from < 0 || rest !== undefined || (to !== undefined && to < from)) return null;
    chosen.push(...days.slice(from, (to ?? from) + 1));
  }
  return chosen;
}

function dayIndex(text: string): number {
  const plain = text
    .trim()
    .replace(/^(周|星期|礼拜)/, '')
    .replace('天', '日');
  if (plain.length === 1) return chinese.indexOf(plain);
  return english.findIndex((day) => plain.startsWith(day.toLowerCase()) && plain.length >= 3);
}

/** Opening hours as text that `parseOpeningHours` reads back. */
export function formatOpeningHours(hours: OpeningHours, locale: 'zh-CN' | 'en'): string {
  const parts: string[] = [];
  for (let from = 0; from < days.length; from += 1) {
    const text = windowText(hours, from, locale);
    if (text === null) continue;
    let to = from;
    while (to + 1 < days.length && windowText(hours, to + 1, locale) === text) to += 1;
    const name = (index: number): string => (locale === 'en' ? (english[index] as string) : `周${chinese[index]}`);
    const span = from === to ? name(from) : `${name(from)}${locale === 'en' ? '-' : '至'}${name(to)}`;
    parts.push(`${span} ${text}`);
    from = to;
  }
  return parts.join(locale === 'en' ? '; ' : '；');
}

function windowText(hours: OpeningHours, index: number, locale: 'zh-CN' | 'en'): string | null {
  const windows = hours[days[index] as DayKey];
  if (!windows || windows.length === 0) return null;
  return windows.map(([from, to]) => `${from}-${to}`).join(locale === 'en' ? ', ' : '、');
}
