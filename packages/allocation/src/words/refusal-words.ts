/** What stands against a change, as sentences: the conflicting cells with what they hold and would need, then the remedy. */
import { amountWords } from './amount-words.ts';
import { cellWords } from './cell-words.ts';
import type { Conflict } from '../edits/edit.ts';
import type { Metric } from '../metric.ts';
import type { Speech } from './cell-words.ts';

/** What refusals of edits and of decompositions have in common. */
export interface AnyRefusal {
  readonly conflicts: readonly Conflict[];
  readonly sides?: { readonly needs: number; readonly allows: number };
  readonly remedy: { readonly zh: string; readonly en: string };
}

const CAUSES: Readonly<Record<Conflict['cause'], readonly [zh: string, en: string]>> = {
  hold: ['锁定', 'held'],
  within: ['本次要求不变', 'kept for this edit'],
  manual: ['手工填写，要求保留', 'set by hand and kept'],
  target: ['要求的数值', 'asked for'],
};

/** A line per conflicting cell; the remedy is the last. */
export function refusalWords(speech: Speech, refusal: AnyRefusal): string[] {
  const { conflicts, remedy } = refusal;
  return [
    ...conflicts.map((conflict) => conflictWords(speech, conflict)),
    ...sideWords(speech, refusal),
    remedy[speech.language],
  ];
}

/** Cells of a side that are named; the others are counted. */
const MOST_NAMED = 4;

/** The two sums that cannot both hold. */
function sideWords(speech: Speech, { conflicts, sides }: AnyRefusal): string[] {
  const metric = speech.plan.metrics.find(({ id }) => id === conflicts[0]?.metric);
  if (sides === undefined || metric === undefined) return [];
  const zh = speech.language === 'zh';
  const cells = (side: Conflict['side']): string => {
    const own = conflicts.filter((conflict) => conflict.side === side);
    const named = own.slice(0, MOST_NAMED).map((conflict) => cellWords(speech, conflict));
    const rest = own.length - named.length;
    if (rest > 0) named.push(zh ? `另外 ${rest} 项` : `${rest} more`);
    return named.join(zh ? '、' : ', ');
  };
  const amount = (value: number): string => amountWords(value, metric, speech.language);
  const [needs, allows, gap] = [amount(sides.needs), amount(sides.allows), amount(sides.needs - sides.allows)];
  if (zh) return [`“${cells('needs')}”合计 ${needs}，“${cells('allows')}”合计只有 ${allows}，相差 ${gap}，不能同时成立。`];
  return [`${cells('needs')} come to ${needs}, ${cells('allows')} to ${allows}: ${gap} apart, so both cannot hold.`];
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
