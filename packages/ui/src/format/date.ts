import { NO_VALUE, THIN_SPACE } from './locale.ts';
import type { UiLocale } from './locale.ts';

/** How a day is written. */
export interface DateOptions {
  /** zh-CN by default. */
  locale?: UiLocale;
  /** `short` leaves the year out: for days of the year in view. `long` by default. */
  style?: 'short' | 'long';
  /** Leaves the weekday out where the column is narrow. */
  weekday?: boolean;
}

const weekdays: Record<UiLocale, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
/** Short English names of the months. */
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const quarters = ['一', '二', '三', '四'];

interface Day {
  year: number;
  month: number;
  day: number;
  weekday: number;
}

/** The parts of a 'YYYY-MM-DD', or undefined where there is no such day. */
export function parseDay(value: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { year, month, day, weekday: date.getUTCDay() };
}

/**
 * A business day ('YYYY-MM-DD') with its weekday: `2026年1月5日 周一`, `Mon 5 Jan 2026`. Null and what is no day
 * are `—`. A business day has no time zone, so none is applied.
 */
export function formatDate(value: string | null | undefined, options: DateOptions = {}): string {
  const parts = value ? parseDay(value) : undefined;
  if (!parts) return NO_VALUE;
  const { locale = 'zh-CN', style = 'long', weekday = true } = options;
  const name = weekday ? (weekdays[locale][parts.weekday] ?? '') : '';
  if (locale === 'zh-CN') {
    const year = style === 'long' ? `${parts.year}年` : '';
    return `${year}${parts.month}月${parts.day}日${name && THIN_SPACE}${name}`;
  }
  const year = style === 'long' ? ` ${parts.year}` : '';
  return `${name && `${name} `}${parts.day} ${months[parts.month - 1] ?? ''}${year}`;
}

/** An instant (ISO UTC) as day and minute in a time zone: `1月5日 周一 14:30`. */
export function formatInstant(
  value: string | null | undefined,
  { timeZone = 'Asia/Shanghai', ...options }: DateOptions & { timeZone?: string } = {},
): string {
  const date = value ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) return NO_VALUE;
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(date);
  const [day = '', time = ''] = iso.split(' ');
  return `${formatDate(day, { style: 'short', ...options })} ${time}`;
}

/** A period: `2026年`, `2026年第一季度`, `2026年3月`; in English `2026`, `Q1 2026`, `Mar 2026`. */
export function formatPeriod(period: string, { locale = 'zh-CN' }: { locale?: UiLocale } = {}): string {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(period);
  if (!match) return NO_VALUE;
  const [, year = '', quarter, month] = match;
  if (quarter) return locale === 'zh-CN' ? `${year}年第${quarters[Number(quarter) - 1] ?? ''}季度` : `Q${quarter} ${year}`;
  if (month) return locale === 'zh-CN' ? `${year}年${Number(month)}月` : `${months[Number(month) - 1] ?? ''} ${year}`;
  return locale === 'zh-CN' ? `${year}年` : year;
}
