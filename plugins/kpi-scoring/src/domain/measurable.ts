import { builtInIndicators } from '@milepost/scoring';
import type { IndicatorDefinition } from '@milepost/scoring';

/** How the numerator and the denominator of an indicator are written. */
export type Quantity = 'money' | 'count';

/** Indicators that can be measured from the mirror, and in what they count. */
const quantities: Readonly<Record<string, Quantity>> = {
  'sales-amount': 'money',
  'target-attainment': 'money',
  'receipts-rate': 'money',
  'new-customers': 'count',
  'effective-visit-rate': 'count',
  'effective-of-planned': 'count',
  'visit-completion-rate': 'count',
  'overdue-receivables': 'count',
  'overdue-rate': 'money',
};

/** Those a card may use today: the rest of the built-in ones have no source in the mirror yet. */
export const measurable: readonly IndicatorDefinition[] = builtInIndicators.filter((indicator) => indicator.id in quantities);

/** What numerator and denominator of an indicator are counted in. */
export const quantityOf = (indicatorId: string): Quantity => quantities[indicatorId] ?? 'count';

/** The definition of a built-in indicator. */
export function indicatorOf(id: string): IndicatorDefinition | undefined {
  return builtInIndicators.find((indicator) => indicator.id === id);
}

/** Whether values of an indicator are shares, to be written as percentages. */
export const isRatio = (id: string): boolean => indicatorOf(id)?.unit === 'ratio';
