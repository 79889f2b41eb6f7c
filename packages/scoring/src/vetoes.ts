import { itemsOf, milliPercent } from './card.ts';
import type { ScoreCard, VetoRule, VetoScope } from './card.ts';
import { triggers } from './curves/evaluate.ts';
import type { Measured } from './facts.ts';
import type { Adjustment } from './result.ts';

/** The vetoes of one person, judged: triggered with the records behind them, or without data. */
export interface JudgedVetoes {
  readonly triggered: readonly { readonly rule: VetoRule; readonly factRefs: readonly string[] }[];
  readonly withoutData: readonly string[];
}

/** Judges every veto of a card on a person's measured indicators. */
export function judgeVetoes(card: ScoreCard, measured: (indicatorId: string) => Measured): JudgedVetoes {
  const triggered: { rule: VetoRule; factRefs: readonly string[] }[] = [];
  const withoutData: string[] = [];
  for (const rule of card.vetoes ?? []) {
    const { state, value, factRefs } = measured(rule.indicatorId);
    const hit = triggers(rule.curve, value);
    if (hit) triggered.push({ rule, factRefs });
    if (hit === null && state !== 'not-applicable') withoutData.push(rule.id);
  }
  return { triggered, withoutData };
}

/** What the vetoes of one scope take from `points`; several vetoes each take what the earlier ones left above their limit. */
export function adjustmentsFor(
  vetoes: JudgedVetoes,
  points: number,
  isScope: (scope: VetoScope) => boolean,
): Adjustment[] {
  let left = points;
  return vetoes.triggered
    .filter(({ rule }) => isScope(rule.scope))
    .map(({ rule, factRefs }) => {
      const limit = rule.effect.kind === 'zero' ? 0 : (milliPercent(rule.effect.points) ?? 0);
      const taken = Math.min(limit - left, 0);
      left += taken;
      return { vetoId: rule.id, points: taken, reason: rule.reason, citation: rule.citation, factRefs };
    });
}

/** Indicators a card reads, its vetoes included. */
export function indicatorsOf(card: ScoreCard): Set<string> {
  return new Set([...itemsOf(card), ...(card.vetoes ?? [])].map((entry) => entry.indicatorId));
}
