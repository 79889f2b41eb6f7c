import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { isBlank } from './specific.ts';
import type { TargetDraft } from './target-draft.ts';

/** 可衡量: it is known where the actuals come from and in which currency they count. */
export function lintMeasurable(draft: TargetDraft): Finding[] {
  const found: Finding[] = [];
  const { metric } = draft;
  if (isBlank(draft.source)) found.push(finding('source.missing', 'measurable', 'error'));
  if (metric?.kind === 'money' && isBlank(metric.currency)) {
    found.push(finding('currency.missing', 'measurable', 'error', { metric: metric.id }));
  }
  return found;
}
