/** One division on the way to a cell, as a sentence. */
import { amountWords, exactWords, percentWords } from './amount-words.ts';
import { cellWords } from './cell-words.ts';
import { methodWords } from './method-words.ts';
import type { Step } from '../edits/read-division.ts';
import type { Metric } from '../metric.ts';
import type { Language } from './amount-words.ts';
import type { Speech } from './cell-words.ts';

/** What was divided, by which shares, how it was rounded and what stepped in. */
export function stepWords(speech: Speech, step: Step, metric: Metric): string {
  return speech.language === 'zh' ? chinese(speech, step, metric) : english(speech, step, metric);
}

function chinese(speech: Speech, step: Step, metric: Metric): string {
  const amount = (value: number | null): string => amountWords(value, metric, 'zh');
  const cell = cellWords(speech, step);
  if (step.after === null) return `${cell}：${silentOr(step, '清空，没有数值', '该方法对它没有依据，保持未填')}。`;
  const parts = [`${cell}：${divided(step, metric)}`];
  if (step.reserved !== 0) parts.push(`原有的 ${amount(step.reserved)}保留`);
  if (step.rounding !== 0) parts.push(`精确值 ${exactWords(step.exact, metric)}，取整 ${roundingWords(step, metric, 'zh')}`);
  return `${parts.join('，')}，得 ${amount(step.after)}。${fallbackZh(step)}`;
}

function divided(step: Step, metric: Metric): string {
  const { method, fallback } = step;
  const [pool, share] = [amountWords(step.pool, metric, 'zh'), percentWords(step.share)];
  if (fallback === null && method === 'even') return `平均分配，从 ${pool}中分得 ${share}`;
  if (fallback === null)
    return `按${methodWords(method, 'zh')}${baseWords(step, metric, 'zh', '（基数 ', ' / ', '）')}${askedWords(step, 'zh')}，从 ${pool}中分得 ${share}`;
  return `从 ${pool}中分得 ${share}`;
}

function fallbackZh({ fallback, method }: Step): string {
  if (fallback === null) return '';
  if (fallback === 'declared') return `（原方法没有可用的基数，改用事先声明的备用方法：${methodWords(method, 'zh')}。）`;
  return fallback === 'even' ? '（没有可用的基数，平均分配。）' : '（没有可用的基数，平均分给尚未填写的，填 0 的不分。）';
}

function english(speech: Speech, step: Step, metric: Metric): string {
  const amount = (value: number | null): string => amountWords(value, metric, 'en');
  const cell = cellWords(speech, step);
  if (step.after === null)
    return `${cell}: ${silentOr(step, 'cleared, no value', 'the method knows nothing about it, so it stays not set')}.`;
  const by = step.fallback === null ? ` by ${methodWords(step.method, 'en')}` : '';
  const base = step.fallback === null ? baseWords(step, metric, 'en', ' (base ', ' of ', ')') + askedWords(step, 'en') : '';
  const parts = [`${cell}: ${percentWords(step.share)} of ${amount(step.pool)}${by}${base}`];
  if (step.reserved !== 0) parts.push(`on top of ${amount(step.reserved)} it had`);
  if (step.rounding !== 0)
    parts.push(`exactly ${exactWords(step.exact, metric)}, rounded by ${roundingWords(step, metric, 'en')}`);
  return `${parts.join(', ')}, makes ${amount(step.after)}.${fallbackEn(step)}`;
}

function fallbackEn({ fallback, method }: Step): string {
  if (fallback === null) return '';
  if (fallback === 'declared') return ` (The method had no base; the one declared stepped in: ${methodWords(method, 'en')}.)`;
  return fallback === 'even' ? ' (No base: equal parts.)' : ' (No base: equal parts for those not set, nothing for those at 0.)';
}

function silentOr({ method }: Step, cleared: string, silent: string): string {
  return method === 'clear' ? cleared : silent;
}

/** What growth asked of the cell, relief included, and where a rail stopped it. */
function askedWords({ askedPercent: percent, rail }: Step, language: Language): string {
  if (percent === undefined) return '';
  const size = percentWords(Math.abs(percent) / 100);
  if (language === 'zh') {
    const at = rail === undefined ? '' : rail === 'min' ? '，受下限限制' : '，受上限限制';
    return `（要求比基数${percent < 0 ? '减少' : '增长'} ${size}${at}）`;
  }
  const at = rail === undefined ? '' : rail === 'min' ? ', stopped at the lower rail' : ', stopped at the upper rail';
  return ` (asked for ${size} ${percent < 0 ? 'less' : 'more'} than its base${at})`;
}

/** Methods whose weights are no numbers of the world outside: counts of leaves, or mixed and scaled. */
const WITHOUT_BASE = /^(even|fit|clear|silent|move|weights|margins:.*|blended:.*|growth:.*|bucket:.*)$/;

/** Methods whose weights are amounts of the plan's own currency: what the cells had, and facts that say what they are in. */
const IN_MONEY = /^(proportional|prior(:springFestival)?(:\d+years)?)$/;

/** The cell's own number and that of the whole pool, as the method has them: days, customers, money of last year. */
function baseWords(
  { method, weight, of }: Step,
  metric: Metric,
  language: Language,
  ...[before, between, after]: readonly [string, string, string]
): string {
  if (weight === null || WITHOUT_BASE.test(method)) return '';
  const isMoney = metric.kind === 'money' && IN_MONEY.test(method) && [weight, of].every(Number.isSafeInteger);
  const [own, all] = [weight, of].map((value) => (isMoney ? amountWords(value, metric, language) : plainNumber(value)));
  return `${before}${own}${between}${all}${after}`;
}

function plainNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** Rounding is mostly less than one minor unit: `+0.0033 元`. */
function roundingWords({ rounding }: Step, metric: Metric, language: 'zh' | 'en'): string {
  const size = exactWords(Math.abs(rounding), metric);
  const sign = rounding < 0 ? '−' : '+';
  if (metric.kind === 'count') return `${sign}${size}`;
  return language === 'zh' && metric.currency === 'CNY' ? `${sign}${size} 元` : `${sign}${size} ${metric.currency}`;
}
