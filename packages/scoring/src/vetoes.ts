import { itemsOf, milliPercent } from './card.ts';
import type { ScoreCard, VetoRule, VetoScope } from './card.ts';
import type { Measured } from './facts.ts';
import type { Adjustment } from './result.ts';
import { shareOf } from './score-item.ts';
import type { Arithmetic } from './score-item.ts';

/** The vetoes of one person, judged: triggered with the records behind them, or without data. */
export interface JudgedVetoes {
  readonly triggered: readonly { readonly rule: VetoRule; readonly factRefs: readonly string[] }[];
  readonly withoutData: readonly string[];
}

/** Judges every veto of a card on a person's measured indicators. */
export function judgeVetoes(
  card: ScoreCard,
  measured: (indicatorId: string) => Measured,
  arithmetic: Arithmetic = 'short',
): JudgedVetoes {
  const triggered: { rule: VetoRule; factRefs: readonly string[] }[] = [];
  const withoutData: string[] = [];
  for (const rule of card.vetoes ?? []) {
    const facts = measured(rule.indicatorId);
    const share = shareOf(rule.curve, facts, null, arithmetic);
    if (share === null && facts.state !== 'not-applicable') withoutData.push(rule.id);
    // A veto's curve is 0 where it triggers.
    if (share !== null && Number(share.n) === 0) triggered.push({ rule, factRefs: facts.factRefs });
  }
  return { triggered, withoutData };
}

const none: readonly Adjustment[] = [];

/** What the vetoes of one scope take from `points`; several vetoes each take what the earlier ones left above their limit. */
export function adjustmentsFor(
  vetoes: JudgedVetoes,
  points: number,
  isScope: (scope: VetoScope) => boolean,
): readonly Adjustment[] {
  if (vetoes.triggered.length === 0) return none;
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
