/** Metrics in a file. */
import { checkMetrics } from '../metric.ts';
import { choiceOf, fieldsOf, listOf, textOf } from './shape.ts';
import type { Metric } from '../metric.ts';

/** Reads and checks metrics: every amount of money has a currency and says whether tax is in it. */
export function readMetrics(value: unknown, path: string): Metric[] {
  const metrics = listOf(value, path).map((item, at) => readOne(item, `${path}.${at}`));
  checkMetrics(metrics);
  return metrics;
}

function readOne(value: unknown, path: string): Metric {
  const all = fieldsOf(value, path, ['id!', 'kind!', 'name', 'currency', 'tax', 'unit']);
  const kind = choiceOf(all['kind'], `${path}.kind`, ['money', 'count'] as const);
  const id = textOf(all['id'], `${path}.id`);
  if (kind === 'count') {
    const fields = fieldsOf(value, path, ['id!', 'kind!', 'name', 'unit!']);
    return { id, kind, unit: textOf(fields['unit'], `${path}.unit`) };
  }
  const fields = fieldsOf(value, path, ['id!', 'kind!', 'name', 'currency!', 'tax!']);
  const tax = choiceOf(fields['tax'], `${path}.tax`, ['included', 'excluded'] as const);
  return { id, kind, currency: textOf(fields['currency'], `${path}.currency`), tax };
}
