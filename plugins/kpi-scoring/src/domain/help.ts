import { builtInIndicators, itemsOf, whatIf } from '@milepost/scoring';
import type { Needed, PersonResult, ScoreCard, WhatIf } from '@milepost/scoring';

/** What one item could bring. */
export interface Help {
  readonly itemId: string;
  readonly indicatorId: string;
  readonly nextStep: Needed | null;
  readonly nextGrade: WhatIf['nextGrade'];
}

/** Counterfactuals of a person, the one that brings most first. Empty when every item is at its top or the score is open. */
export function helpFor(card: ScoreCard, result: PersonResult): Help[] {
  const whole = {
    cardId: card.id,
    cardVersion: card.version,
    rounding: 'item-milli-half-even',
    ties: 'standard-competition',
    people: [result],
  } as const;
  return itemsOf(card)
    .map((item): Help => ({
      itemId: item.id,
      indicatorId: item.indicatorId,
      ...whatIf(card, whole, result.personId, item.id, builtInIndicators),
    }))
    .filter((help) => help.nextStep !== null || help.nextGrade !== null)
    .sort((a, b) => gainOf(b) - gainOf(a));
}

const gainOf = ({ nextStep, nextGrade }: Help): number => nextStep?.gain ?? nextGrade?.gain ?? 0;
