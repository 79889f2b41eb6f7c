import { checkChoice, checkId, checkList, checkRecord, checkText } from './check-shape.ts';
import { coreError } from './core-error.ts';

/** What is planned. Amounts are integers: minor units of the currency (分), or pieces. */
export type Metric =
  | { readonly id: string; readonly kind: 'money'; readonly currency: string; readonly tax: 'included' | 'excluded' }
  | { readonly id: string; readonly kind: 'count'; readonly unit: string };

/** Throws for no metric, an id or a kind that is none, an id twice, a currency that is no ISO 4217 code, a tax status that nobody stated. */
export function checkMetrics(metrics: readonly Metric[]): void {
  checkList(metrics, 'metrics');
  if (metrics.length === 0) throw coreError('allocation.members.empty', 'metrics', 'metrics');
  const seen = new Set<string>();
  metrics.forEach((metric, index) => {
    const path = `metrics.${index}`;
    checkId(checkRecord<Metric>(metric, path).id, `${path}.id`);
    if (seen.has(metric.id)) throw coreError('allocation.id.duplicate', metric.id, `${path}.id`);
    seen.add(metric.id);
    checkChoice(metric.kind, ['money', 'count'], `${path}.kind`);
    if (metric.kind === 'count') {
      checkText(metric.unit, `${path}.unit`);
      return;
    }
    if (!/^[A-Z]{3}$/.test(metric.currency)) {
      throw coreError('allocation.currency.invalid', metric.currency, `${path}.currency`);
    }
    if (metric.tax !== 'included' && metric.tax !== 'excluded') {
      throw coreError('allocation.tax.missing', metric.tax, `${path}.tax`);
    }
  });
}
