/** One change of the plan, as a sentence: who, when, what, and what it did to the cell. */
import { amountWords, changeWords } from './amount-words.ts';
import { cellWords, instantWords } from './cell-words.ts';
import type { ExplainedChange } from '../edits/explain.ts';
import type { Metric } from '../metric.ts';
import type { Speech } from './cell-words.ts';

/** `2026-02-03 10:00，王敏把华北 · 2026-Q1 从 90,000 元改为 100,000 元（原因：补货），这里随之 +3,333.33 元。` */
export function changeSentence(speech: Speech, change: ExplainedChange, metric: Metric): string {
  return speech.language === 'zh' ? chinese(speech, change, metric) : english(speech, change, metric);
}

const DEEDS_ZH: Readonly<Record<ExplainedChange['action'], (cell: string, before: string, after: string) => string>> = {
  decompose: (cell, _, after) => `把“${cell}”的目标${spaced(after)}向下分解`,
  fit: (cell, _, after) => `让“${cell}”（${after}）同时满足各项合计`,
  set: (cell, before, after) => `把“${cell}”从${spaced(before)}改为${spaced(after)}`,
  add: (cell, before, after) => `给“${cell}”加减数值，从${spaced(before)}变为${spaced(after)}`,
  percent: (cell, before, after) => `按百分比调整“${cell}”，从${spaced(before)}变为${spaced(after)}`,
  clear: (cell, before) => `清空“${cell}”（原为${spaced(before)}）`,
  hold: (cell, _, after) => `锁定“${cell}”（${after}）`,
  release: (cell) => `解除“${cell}”的锁定`,
  move: (cell, _, after) => `随人员调动把目标转到“${cell}”（${after}）`,
};

const DEEDS_EN: Readonly<Record<ExplainedChange['action'], (cell: string, before: string, after: string) => string>> = {
  decompose: (cell, _, after) => `decomposed ${after} of ${cell}`,
  fit: (cell, _, after) => `fitted ${cell} (${after}) to all totals at once`,
  set: (cell, before, after) => `set ${cell} from ${before} to ${after}`,
  add: (cell, before, after) => `added to ${cell}, from ${before} to ${after}`,
  percent: (cell, before, after) => `changed ${cell} by a percentage, from ${before} to ${after}`,
  clear: (cell, before) => `cleared ${cell} (it was ${before})`,
  hold: (cell, _, after) => `held ${cell} (${after})`,
  release: (cell) => `released ${cell}`,
  move: (cell, _, after) => `moved targets to ${cell} (${after}) with the person`,
};

/** Digits stand apart from Chinese words; words do not: `从 5 元`, `从未填`. */
function spaced(amount: string): string {
  return /^[\d−]/.test(amount) ? ` ${amount}` : amount;
}

function chinese(speech: Speech, change: ExplainedChange, metric: Metric): string {
  const { by, at, reason, action, entered, moved } = change;
  const amount = (value: number | null): string => amountWords(value, metric, 'zh');
  const who = by ?? '（未署名）';
  const when = at === undefined ? '' : `${instantWords(at)}，`;
  const deed = DEEDS_ZH[action](cellWords(speech, change.target), amount(entered.before), amount(entered.after));
  const why = reason === undefined ? '' : `（原因：${reason}）`;
  const effect = touches(change) ? `，这里随之 ${changeWords(moved, metric, 'zh')}` : '';
  return `${when}${who}${deed}${why}${effect}。`;
}

function english(speech: Speech, change: ExplainedChange, metric: Metric): string {
  const { by, at, reason, action, entered, moved } = change;
  const amount = (value: number | null): string => amountWords(value, metric, 'en');
  const when = at === undefined ? '' : `${instantWords(at)}, `;
  const deed = DEEDS_EN[action](cellWords(speech, change.target), amount(entered.before), amount(entered.after));
  const why = reason === undefined ? '' : ` (${reason})`;
  const effect = touches(change) ? `, which moved this cell by ${changeWords(moved, metric, 'en')}` : '';
  return `${when}${by ?? '(unsigned)'} ${deed}${why}${effect}.`;
}

/** A first decomposition fills cells that were empty: "moved" would say nothing that the steps do not. */
function touches({ action, moved, entered }: ExplainedChange): boolean {
  return moved !== 0 && !(action === 'decompose' && entered.before === null) && action !== 'hold' && action !== 'release';
}
