import { evaluateItems, score } from '@milepost/checklist';
import type { Answers, ChecklistItem, ChecklistScore, Severity, Template } from '@milepost/checklist';
import type { RunResult } from './records.ts';

/** A question that was not met. */
export interface FailedItem {
  readonly item: ChecklistItem;
  readonly severity: Severity;
  /** 0 to below 100. */
  readonly score: number;
  /** Critical questions cannot be submitted without a finding. */
  readonly mustOpen: boolean;
}

/** Every item of a template, in order. */
export const itemsOf = (template: Template): readonly ChecklistItem[] => template.sections.flatMap(({ items }) => items);

/** An item of a template, null when it has none. */
export function itemOf(template: Template, itemId: string): ChecklistItem | null {
  return itemsOf(template).find(({ id }) => id === itemId) ?? null;
}

/** How bad a finding from an item is: as declared, else critical for critical questions and minor for all others. */
export const severityOf = (item: ChecklistItem): Severity => item.severity ?? (item.critical ? 'critical' : 'minor');

/** The questions that earned less than everything, in the order of the template. */
export function failedItems(template: Template, answers: Answers): readonly FailedItem[] {
  const states = evaluateItems(template, answers);
  return itemsOf(template).flatMap((item) => {
    const reached = states.get(item.id)?.score ?? null;
    if (reached === null || reached >= 100 || (item.weight === undefined && !item.critical)) return [];
    const severity = severityOf(item);
    return [{ item, severity, score: reached, mustOpen: reached === 0 && severity === 'critical' }];
  });
}

/** What a submitted run stores, from its score. Null while scored questions are open. */
export function resultOf(scored: ChecklistScore, at: string): RunResult | null {
  if (scored.result === 'open') return null;
  const { percent, result, riskLevelId, reasons } = scored;
  return { at, percent, result, riskLevelId, criticalFails: reasons.filter(({ code }) => code === 'critical').length };
}

/** {@link resultOf} from answers. */
export const outcomeOf = (template: Template, answers: Answers, at: string): RunResult | null =>
  resultOf(score(template, answers), at);
