/** What the home page says about its figures. Pure: texts in, texts out. */
import { formatNumber, formatPercent } from '@milepost/ui/format';
import { changeOf } from '../data/compare.ts';
import type { Compared } from '../data/home-figures.ts';
import type { Comparison } from '../data/compare.ts';
import type { Texts, TextKey } from '../i18n/texts.ts';

/** From here on a change is said as "2.9 times": nobody reads +190 %. */
const TIMES_FROM = 1;

type Way = 'more' | 'less' | 'same' | 'times';

function wayOf(change: number): Way {
  if (Math.abs(change) < 0.0005) return 'same';
  if (change >= TIMES_FROM) return 'times';
  return change > 0 ? 'more' : 'less';
}

const times = (compared: Compared): string => formatNumber(compared.current / compared.previous, { decimals: 1 });

/** Good morning by the company's clock; no time of day where the business day is not the clock's. */
export function greeting(
  texts: Texts,
  name: string,
  at: { readonly now: Date; readonly today: string; readonly timeZone: string },
): string {
  const { now, today, timeZone } = at;
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  if (date !== today) return texts.t('home.hello', { name });
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(now));
  const key: TextKey = hour < 5 || hour >= 18 ? 'home.evening' : hour < 12 ? 'home.morning' : 'home.afternoon';
  return texts.t(key, { name });
}

/**
 * One sentence on the orders. Today's orders count, so the comparison runs over as many working days as have begun:
 * on the 15th working day over the first 15 of last year, while 14 have ended (which is what the expected pace counts).
 */
export function stateSentence(
  texts: Texts,
  orders: Compared,
  comparison: Comparison,
  words: { readonly period: string; readonly amount: string },
): string {
  const { workingDays: count, future, todayWorks } = comparison;
  const period = words.period.slice(0, 1).toUpperCase() + words.period.slice(1);
  if (future) return texts.t('home.state.future', { period });
  if (count === 0) return texts.t('home.state.early', { ...words, period });
  const change = changeOf(orders.current, orders.previous);
  if (change === null) return texts.t('home.state.alone', { ...words, period });
  const way = wayOf(change);
  const values = { ...words, change: formatPercent(Math.abs(change)), times: way === 'times' ? times(orders) : '' };
  if (count === null) return texts.t(`home.state.full.${way}`, { ...values, period });
  const upTo = texts.t(todayWorks ? 'home.upTo.working' : 'home.upTo.free', { count });
  return texts.t(`home.state.${way}`, { ...values, upTo, count });
}

/** What a figure is compared with, and the outcome. */
export function comparisonText(texts: Texts, compared: Compared, comparison: Comparison): string {
  const { workingDays: count } = comparison;
  if (count === 0) return texts.t('home.versus.early');
  const change = changeOf(compared.current, compared.previous);
  if (change === null) return texts.t('home.versus.none');
  const way = wayOf(change);
  const than = count === null ? texts.t('home.than.year') : texts.t('home.than.workdays', { count });
  if (way === 'times') return texts.t('home.versus.times', { than, times: times(compared) });
  return way === 'same'
    ? texts.t('home.versus.same', { than })
    : texts.t('home.versus.change', { than, change: formatPercent(change, { signed: true }) });
}
