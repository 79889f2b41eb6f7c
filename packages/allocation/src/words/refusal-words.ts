/** What stands against a change, as sentences: the conflicting cells with what they hold and would need, then the remedy. */
import { amountWords } from './amount-words.ts';
import { cellWords } from './cell-words.ts';
import type { Conflict } from '../edits/edit.ts';
import type { Metric } from '../metric.ts';
import type { Speech } from './cell-words.ts';

/** What refusals of edits and of decompositions have in common. */
export interface AnyRefusal {
  readonly conflicts: readonly Conflict[];
  readonly remedy: { readonly zh: string; readonly en: string };
}

const CAUSES: Readonly<Record<Conflict['cause'], readonly [zh: string, en: string]>> = {
  hold: ['锁定', 'held'],
  within: ['本次要求不变', 'kept for this edit'],
  manual: ['手工填写，要求保留', 'set by hand and kept'],
  target: ['要求的数值', 'asked for'],
};

/** A line per conflicting cell; the remedy is the last. */
export function refusalWords(speech: Speech, { conflicts, remedy }: AnyRefusal): string[] {
  return [...conflicts.map((conflict) => conflictWords(speech, conflict)), remedy[speech.language]];
}

function conflictWords(speech: Speech, conflict: Conflict): string {
  const { plan, language } = speech;
  const metric = plan.metrics.find(({ id }) => id === conflict.metric) as Metric;
  const held = amountWords(conflict.held, metric, language);
  const cause = CAUSES[conflict.cause][language === 'zh' ? 0 : 1];
  const cell = cellWords(speech, conflict);
  const stands = language === 'zh' ? `${cell}：${cause} ${held}` : `${cell}: ${cause} at ${held}`;
  // Totals that contradict each other: no single one of them has an amount that would do.
  if (conflict.needed === null) return stands;
  const needed = amountWords(conflict.needed, metric, language);
  return language === 'zh' ? `${stands}，需要 ${needed}` : `${stands}, ${needed} would be needed`;
}
