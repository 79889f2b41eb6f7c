import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import type { TargetDraft } from './target-draft.ts';

/** 具体、明确: a metric with its unit, a figure, and one person who answers for it. */
export function lintSpecific(draft: TargetDraft): Finding[] {
  const found: Finding[] = [];
  const { metric } = draft;
  if (metric === null) found.push(finding('metric.missing', 'specific', 'error'));
  else if (isBlank(metric.unit)) found.push(finding('unit.missing', 'specific', 'error', { metric: metric.id }));
  if (draft.targetMinor === null) found.push(finding('amount.missing', 'specific', 'error'));
  if (draft.targetMinor === 0) found.push(finding('amount.zero', 'specific', 'notice', { targetMinor: 0 }));
  if (isBlank(draft.ownerId)) found.push(finding('owner.missing', 'specific', 'error'));
  return found;
}

/** Nobody said, or only spaces. */
export function isBlank(text: string | null | undefined): boolean {
  return text == null || text.trim() === '';
}
