import { itemsOf } from '@milepost/scoring';
import type { ScoreCard } from '@milepost/scoring';
import type { Help } from '../../domain/help.ts';
import { indicatorOf, quantityOf } from '../../domain/measurable.ts';
import type { Words } from '../words.ts';

/** What has a sentence of its own; the others are put together from the name of what is counted. */
const sentences: ReadonlySet<string> = new Set([
  'sales-amount.more',
  'target-attainment.more',
  'receipts-rate.more',
  'new-customers.more',
  'effective-visit-rate.more',
  'overdue-receivables.less',
  'overdue-rate.less',
]);

/** A counterfactual as a sentence with what it brings (thousandths): the next edge of the curve, else the next grade. */
export function helpSentence(words: Words, help: Help, card: ScoreCard): { readonly text: string; readonly gain: number } {
  const needed = help.nextStep ?? help.nextGrade;
  if (!needed) return { text: '', gain: 0 };
  const item = itemsOf(card).find((one) => one.id === help.itemId);
  const indicator = indicatorOf(help.indicatorId);
  const name = item?.name ?? indicator?.name;
  const amount = words.quantity(help.indicatorId, Math.abs(needed.change));
  const counted = indicator?.numerator ?? name;
  const direction = needed.change < 0 ? 'less' : 'more';
  const key = sentences.has(`${help.indicatorId}.${direction}`)
    ? `help.${help.indicatorId}.${direction}`
    : `help.${quantityOf(help.indicatorId)}.${direction}`;
  const step = words.t(key, {
    amount,
    n: Math.abs(needed.change),
    what: counted ? words.text(counted) : '',
    name: name ? words.text(name) : '',
    value: words.value(help.indicatorId, needed.value),
  });
  const grade = help.nextStep === null && help.nextGrade ? words.t('help.grade', { grade: help.nextGrade.gradeId }) : '';
  return { text: step + grade, gain: needed.gain };
}
