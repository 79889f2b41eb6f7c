import { itemsOf, scoreChecked } from '@milepost/scoring';
import type { Fact, ScoreCard, ScoreResult, Target } from '@milepost/scoring';
import type { ResolvedTarget } from './target-origin.ts';

/** Indicators whose facts a card needs; a ratio of visits brings its two sisters along. */
export function indicatorsOfCard(card: ScoreCard): ReadonlySet<string> {
  return new Set([...itemsOf(card), ...(card.vetoes ?? [])].map((part) => part.indicatorId));
}

/** Indicators of a card whose curve reads the value against a personal target. */
export function targetIndicators(card: ScoreCard): string[] {
  const read = itemsOf(card).filter((item) => {
    const { curve } = item;
    return curve.kind === 'ratio' || curve.kind === 'reverse' || ('axis' in curve && curve.axis === 'attainment');
  });
  const ids = read.map((item) => item.indicatorId);
  // Attainment as an indicator of its own divides sales by the sales target.
  if (itemsOf(card).some((item) => item.indicatorId === 'target-attainment')) ids.push('sales-amount');
  return [...new Set(ids.filter((id) => id !== 'target-attainment'))];
}

/** The engine's targets of one month, with where they came from: a snapshot keeps both. */
export function targetsOf(targets: readonly ResolvedTarget[], month: string, people: ReadonlySet<string>): Target[] {
  return targets
    .filter((target) => target.period === month && people.has(target.personId))
    .map(({ personId, indicatorId, value, origin }) => ({ personId, indicatorId, value, origin: { ...origin } }));
}

/** Facts of the card's indicators, with target attainment put together from sales and target; null where no target is set. */
export function factsFor(card: ScoreCard, facts: readonly Fact[], targets: readonly Target[]): Fact[] {
  const wanted = indicatorsOfCard(card);
  const own = facts.filter((fact) => wanted.has(fact.indicatorId));
  if (!wanted.has('target-attainment')) return own;
  const goal = new Map(targets.filter((t) => t.indicatorId === 'sales-amount').map((t) => [t.personId, t.value]));
  const attained = facts
    .filter((fact) => fact.indicatorId === 'sales-amount')
    .map(({ personId, numerator }) => ({
      personId,
      indicatorId: 'target-attainment',
      numerator,
      denominator: goal.get(personId) ?? null,
    }));
  return [...own, ...attained];
}

/** Scores people of one month. Cards were checked when they were published; a freeze checks everything again. */
export function scoreMonth(
  card: ScoreCard,
  facts: readonly Fact[],
  targets: readonly Target[],
  people: readonly string[],
): ScoreResult {
  const listed = new Set(people);
  const ofListed = <T extends { readonly personId: string }>(list: readonly T[]): T[] =>
    list.filter((row) => listed.has(row.personId));
  return scoreChecked(card, factsFor(card, ofListed(facts), ofListed(targets)), ofListed(targets), { people });
}
