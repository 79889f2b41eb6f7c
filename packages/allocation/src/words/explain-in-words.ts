/** Why a cell has its number, as sentences for people. */
import { amountWords } from './amount-words.ts';
import { changeSentence } from './change-words.ts';
import { cellWords } from './cell-words.ts';
import { divisionWords, partSentences } from './part-words.ts';
import { stepWords } from './step-words.ts';
import type { CellExplanation, ExplainedChange } from '../edits/explain.ts';
import type { Metric } from '../metric.ts';
import type { Speech } from './cell-words.ts';

/** A sentence, and how far it is indented: the steps of a change stand below it. */
export interface Sentence {
  readonly text: string;
  readonly level: 0 | 1;
}

/** The value first with its largest parts, then the holds, then every change in the order it happened with the divisions that lead to the cell. */
export function explainInWords(speech: Speech, explanation: CellExplanation): Sentence[] {
  const { plan, language } = speech;
  const metric = plan.metrics.find(({ id }) => id === explanation.metric) as Metric;
  const zh = language === 'zh';
  const sentences: Sentence[] = [{ text: headline(speech, explanation, metric), level: 0 }];
  if (explanation.summed) sentences.push(...partSentences(speech, explanation).map((text) => ({ text, level: 1 as const })));
  for (const at of explanation.heldBy) {
    const own = Object.entries(at.at).every(([axis, id]) => explanation.at[axis] === id);
    const cell = cellWords(speech, at);
    const text = own ? (zh ? '已锁定：编辑不会改动它。' : 'Held: edits leave it alone.') : zh ? `所在的“${cell}”锁定了总数。` : `It lies in ${cell}, whose total is held.`; // prettier-ignore
    sentences.push({ text, level: 0 });
  }
  for (const change of explanation.chain) {
    sentences.push({ text: changeSentence(speech, change, metric), level: 0 });
    const totals = givenWords(speech, change, metric);
    if (totals !== null) sentences.push({ text: totals, level: 1 });
    const methods = explanation.summed ? divisionWords(speech, change) : null;
    if (methods !== null) sentences.push({ text: methods, level: 1 });
    for (const step of change.steps) sentences.push({ text: stepWords(speech, step, metric), level: 1 });
  }
  if (explanation.chain.length === 0) {
    const silent = zh ? '文件没有保留历史记录，或没有人改动过它，无法说明来历。' : 'Nothing is recorded about it: the file has no journal, or nobody has touched it.'; // prettier-ignore
    sentences.push({ text: silent, level: 0 });
  }
  return sentences;
}

/** Totals that are named; the others are counted. */
const MOST_TOTALS = 8;

/** The totals that a fit had to meet, of those that the cell lies in. */
function givenWords(speech: Speech, { given = [] }: ExplainedChange, metric: Metric): string | null {
  if (given.length === 0) return null;
  const zh = speech.language === 'zh';
  const named = given
    .slice(0, MOST_TOTALS)
    .map((one) => `${cellWords(speech, one)} ${amountWords(one.total, metric, speech.language)}`);
  const rest = given.length - named.length;
  if (rest > 0) named.push(zh ? `另有 ${rest} 项` : `${rest} more`);
  return zh ? `须满足的合计：${named.join('，')}。` : `Totals it had to meet: ${named.join(', ')}.`;
}

function headline(speech: Speech, { at, value, summed }: CellExplanation, metric: Metric): string {
  const zh = speech.language === 'zh';
  const cell = cellWords(speech, { at });
  const amount = amountWords(value, metric, speech.language);
  if (value === null) return zh ? `${cell}：未填，还没有人给出数值。` : `${cell}: not set, nobody has said anything.`;
  const zero = value === 0 ? (zh ? '，即没有可完成的量' : ': there is nothing to get') : '';
  if (!summed) return zh ? `${cell}：${amount}${zero}。` : `${cell}: ${amount}${zero}.`;
  return zh ? `${cell}：${amount}，是下级之和${zero}。` : `${cell}: ${amount}, the sum of what lies below${zero}.`;
}
