import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { isBlank } from './specific.ts';
import type { TargetDraft } from './target-draft.ts';

/** 可预测: existing customers, new customers and competition were looked at, and the first two make the target. */
export function lintPredictable({ forecast, targetMinor }: TargetDraft): Finding[] {
  const existingMinor = forecast?.existingMinor ?? null;
  const newMinor = forecast?.newMinor ?? null;
  const missing = [
    ...(existingMinor === null ? ['existing'] : []),
    ...(newMinor === null ? ['new'] : []),
    ...(isBlank(forecast?.competition) ? ['competition'] : []),
  ];
  const found: Finding[] = [];
  if (missing.length > 0) found.push(finding('forecast.missing', 'predictable', 'warning', { missing: missing.join(', ') }));
  if (existingMinor === null || newMinor === null || targetMinor === null) return found;
  const gapMinor = targetMinor - existingMinor - newMinor;
  if (gapMinor !== 0) {
    found.push(finding('forecast.sum', 'predictable', 'warning', { existingMinor, newMinor, targetMinor, gapMinor }));
  }
  return found;
}
