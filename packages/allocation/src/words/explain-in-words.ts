/** Why a cell has its number, as sentences for people. */
import { amountWords } from './amount-words.ts';
import { changeSentence } from './change-words.ts';
import { cellWords } from './cell-words.ts';
import { divisionWords, partSentences } from './part-words.ts';
import { stepWords } from './step-words.ts';
import type { CellExplanation } from '../edits/explain.ts';
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

function headline(speech: Speech, { at, value, summed }: CellExplanation, metric: Metric): string {
  const zh = speech.language === 'zh';
  const cell = cellWords(speech, { at });
  const amount = amountWords(value, metric, speech.language);
  if (value === null) return zh ? `${cell}：未填，还没有人给出数值。` : `${cell}: not set, nobody has said anything.`;
  const zero = value === 0 ? (zh ? '，即没有可完成的量' : ': there is nothing to get') : '';
  if (!summed) return zh ? `${cell}：${amount}${zero}。` : `${cell}: ${amount}${zero}.`;
  return zh ? `${cell}：${amount}，是下级之和${zero}。` : `${cell}: ${amount}, the sum of what lies below${zero}.`;
}
