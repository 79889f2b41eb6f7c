import type { Settings } from './settings.ts';
import { summaryTexts } from './types.ts';
import type {
  Effectiveness,
  GoalKind,
  IneffectiveReason,
  SummaryField,
  Visit,
  VisitGoal,
  VisitPurpose,
  VisitSummary,
} from './types.ts';

/** A summary with nothing in it yet; a visit for collecting or ordering begins with its goal. */
export function emptySummary(purpose: VisitPurpose): VisitSummary {
  const kind = goalKindOf(purpose);
  return { result: '', problems: '', goal: kind && goalOf(kind, null, null), competitors: '', opinions: '', news: '' };
}

/** Which goal a purpose has by itself; others may add one. */
export function goalKindOf(purpose: VisitPurpose): GoalKind | null {
  return purpose === 'collection' || purpose === 'order' ? purpose : null;
}

/** Actual / target in basis points, rounded half up; null without a target above zero or without an actual. */
export function ratioBp(targetMinor: number | null, actualMinor: number | null): number | null {
  if (targetMinor === null || actualMinor === null || targetMinor <= 0) return null;
  const [target, actual] = [BigInt(targetMinor), BigInt(actualMinor)];
  return Number((actual * 20_000n + target) / (target * 2n));
}

/** A goal with its ratio computed. */
export function goalOf(kind: GoalKind, targetMinor: number | null, actualMinor: number | null): VisitGoal {
  return { kind, targetMinor, actualMinor, ratioBp: ratioBp(targetMinor, actualMinor) };
}

/** Whether a field of the summary is filled. A goal is filled once there is an actual: nothing collected is 0, not empty. */
export function isFilled(summary: VisitSummary, field: SummaryField): boolean {
  return field === 'goal' ? summary.goal?.actualMinor != null : summary[field].trim() !== '';
}

/** Required fields that are still empty, in the order of the form. */
export function missingFields(summary: VisitSummary, required: readonly SummaryField[]): readonly SummaryField[] {
  const order: readonly SummaryField[] = ['result', 'problems', 'goal', ...summaryTexts.slice(2)];
  return order.filter((field) => required.includes(field) && !isFilled(summary, field));
}

/** Whole minutes between start and end; null while one of them is missing. */
export function stayMinutes(visit: Pick<Visit, 'startedAt' | 'completedAt'>): number | null {
  if (!visit.startedAt || !visit.completedAt) return null;
  return Math.floor((Date.parse(visit.completedAt) - Date.parse(visit.startedAt)) / 60_000);
}

/** Decides whether a completed visit is effective, by the rule given: long enough, result recorded, required fields filled. */
export function effectivenessBy(
  visit: Pick<Visit, 'startedAt' | 'completedAt' | 'summary'>,
  rule: Effectiveness['rule'],
): Effectiveness {
  const reasons: IneffectiveReason[] = [];
  const stay = stayMinutes(visit);
  if (stay === null || stay < rule.minStayMinutes) reasons.push('stayTooShort');
  if (!visit.summary || visit.summary.result.trim() === '') reasons.push('missingResult');
  else if (missingFields(visit.summary, rule.required).length > 0) reasons.push('missingFields');
  return { value: reasons.length === 0, reasons, rule };
}

/** The rule of today's settings for a purpose. */
export function ruleFor(purpose: VisitPurpose, settings: Settings): Effectiveness['rule'] {
  return { minStayMinutes: settings.minStayMinutes, required: settings.requiredFields[purpose] };
}
