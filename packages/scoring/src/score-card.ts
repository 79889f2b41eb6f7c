import type { ScoreCard } from './card.ts';
import { checkCard } from './check-card.ts';
import { checkFacts } from './check-facts.ts';
import type { Fact, Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import { ScoringError } from './problem.ts';
import type { ScoreResult } from './result.ts';
import { scoreChecked } from './score-people.ts';
import type { ScoreOptions } from './score-people.ts';

/**
 * Scores every person on a card. The same input gives the same result in any order of facts and on any machine.
 * @throws ScoringError when the card or the facts could only give a wrong score; it lists every problem with its path.
 */
export function scoreCard(
  card: ScoreCard,
  facts: readonly Fact[],
  targets: readonly Target[] = [],
  options: ScoreOptions = {},
): ScoreResult {
  const problems = [...checkCard(card, options.indicators ?? builtInIndicators), ...checkFacts(facts, targets)];
  if (problems.length > 0) throw new ScoringError(problems);
  return scoreChecked(card, facts, targets, options);
}
