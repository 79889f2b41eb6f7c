import { layerError } from './layer-error.ts';
import { addPercent } from '../exact.ts';
import { refuse } from './refusal.ts';
import type { LayerRefusal } from './refusal.ts';

/** How far a manager may hand out more or less than was received. 0 forbids it, null sets no limit. */
export interface AssignmentPolicy {
  /** Percent of what was received, at least 0. */
  readonly mostOverPercent: number | null;
  readonly mostUnderPercent: number | null;
}

/** No limits. */
export const anyAssignment: AssignmentPolicy = { mostOverPercent: null, mostUnderPercent: null };

/**
 * Null when the policy allows it. The limit itself is allowed; it is rounded to whole minor units (half away from zero).
 * Throws `allocation.layers.percent.negative` for a limit that is no percentage.
 */
export function checkAssignment(
  policy: AssignmentPolicy,
  member: string,
  receivedMinor: number,
  handedOutMinor: number,
): LayerRefusal | null {
  const { mostOverPercent, mostUnderPercent } = policy;
  checkLimit(mostOverPercent, 'policy.mostOverPercent');
  checkLimit(mostUnderPercent, 'policy.mostUnderPercent');
  const size = Math.abs(receivedMinor);
  const slack = (percent: number): number => addPercent(size, percent) - size;
  const difference = handedOutMinor - receivedMinor;
  if (mostOverPercent !== null && difference > slack(mostOverPercent)) return refuse('allocation.layers.policy.over', member);
  if (mostUnderPercent !== null && -difference > slack(mostUnderPercent)) {
    return refuse('allocation.layers.policy.under', member);
  }
  return null;
}

function checkLimit(percent: number | null, path: string): void {
  if (percent === null || (Number.isFinite(percent) && percent >= 0)) return;
  throw layerError('allocation.layers.percent.negative', percent, path);
}
