import { itemsOf } from './card.ts';
import type { ScoreCard } from './card.ts';
import { indexFacts, indexTargets, measure, NO_DATA } from './facts.ts';
import type { Fact, Measured, Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import type { IndicatorDefinition } from './indicators.ts';
import { ScoringError, problem } from './problem.ts';
import { competitionRanks } from './rank.ts';
import type { GroupResult, PersonResult, ScoreResult } from './result.ts';
import { countsInWeights, earnedPoints, itemResult, judgeItem, sumPoints } from './score-item.ts';
import type { Arithmetic, JudgedItem } from './score-item.ts';
import { adjustmentsFor, judgeVetoes } from './vetoes.ts';
import type { JudgedVetoes } from './vetoes.ts';
import { effectiveWeights } from './weights.ts';

/** What a card is scored with besides facts and targets. */
export interface ScoreOptions {
  /** Default: the built-in indicators. */
  readonly indicators?: readonly IndicatorDefinition[];
  /** Everybody to appear in the result. Default: everybody with a fact or a target. */
  readonly people?: readonly string[];
}

/**
 * Scores without checking: for a card that passed `checkCard` when it was published and facts that code has counted. A browser
 * shows scores with it and loads no texts of problems; whatever is kept goes through `scoreCard`.
 */
export function scoreChecked(
  card: ScoreCard,
  facts: readonly Fact[],
  targets: readonly Target[] = [],
  options: ScoreOptions = {},
  arithmetic: Arithmetic = 'short',
): ScoreResult {
  const scorer = personScorer(card, facts, targets, options.indicators ?? builtInIndicators, arithmetic);
  const ids = options.people ?? [...facts, ...targets].map((entry) => entry.personId);
  const people = [...new Set(ids)].sort(byCodeUnit).map(scorer);
  const ranks = competitionRanks(people.map((p) => (p.complete ? p.points : null)));
  return {
    cardId: card.id,
    cardVersion: card.version,
    rounding: 'item-milli-half-even',
    ties: 'standard-competition',
    people: people.map((person, i) => ({ ...person, rank: ranks[i] ?? null })),
  };
}

/** Scores one person at a time against shared indexes. */
function personScorer(
  card: ScoreCard,
  facts: readonly Fact[],
  targets: readonly Target[],
  indicators: readonly IndicatorDefinition[],
  arithmetic: Arithmetic,
): (personId: string) => PersonResult {
  const factIndex = indexFacts(facts);
  const targetIndex = indexTargets(targets);
  const definitions = new Map(indicators.map((i) => [i.id, i]));
  const items = itemsOf(card);
  const weights = weightsByItems(
    card,
    items.map((item) => item.id),
  );
  return (personId) => {
    const own = factIndex.get(personId);
    const goals = targetIndex.get(personId);
    const measured = (indicatorId: string): Measured => {
      const list = own?.get(indicatorId);
      return list ? measure(list, definitions.get(indicatorId)?.unit === 'ratio') : NO_DATA;
    };
    const judged = new Map(
      items.map((item) => {
        const goal = goals?.get(item.indicatorId) ?? item.target ?? null;
        return [item.id, judgeItem(item, measured(item.indicatorId), goal, arithmetic)];
      }),
    );
    refuseForbidden(card, personId, judged);
    return assemblePerson(card, personId, judged, judgeVetoes(card, measured, arithmetic), definitions, weights);
  };
}

type Weights = ReturnType<typeof effectiveWeights>;

/** Effective weights depend only on which items count: most people share one set. */
function weightsByItems(card: ScoreCard, ids: readonly string[]): (counts: ReadonlySet<string>) => Weights {
  const known = new Map<string, Weights>();
  return (counts) => {
    const key = ids.map((id) => (counts.has(id) ? '1' : '0')).join('');
    const weights = known.get(key) ?? effectiveWeights(card, counts);
    known.set(key, weights);
    return weights;
  };
}

function assemblePerson(
  card: ScoreCard,
  personId: string,
  judged: ReadonlyMap<string, JudgedItem>,
  vetoes: JudgedVetoes,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
  weightsFor: (counts: ReadonlySet<string>) => Weights,
): PersonResult {
  const counted = [...judged.values()].filter((j) => countsInWeights(j.status));
  const weights = weightsFor(new Set(counted.map((j) => j.item.id)));
  const groups = card.groups.map((group): GroupResult => {
    const items = group.items.flatMap((item) => {
      const one = judged.get(item.id);
      if (!one) return [];
      const weight = weights.get(item.id) ?? 0;
      const earned = earnedPoints(one, weight);
      const taken = adjustmentsFor(vetoes, earned, (s) => s.level === 'item' && s.itemId === item.id);
      const name = item.name ?? definitions.get(item.indicatorId)?.name ?? { zh: item.id, en: item.id };
      return [itemResult(one, name, weight, earned, taken)];
    });
    const sum = sumPoints(items);
    const adjustments = adjustmentsFor(vetoes, sum, (s) => s.level === 'group' && s.groupId === group.id);
    const weight = items.reduce((total, item) => total + item.weight, 0);
    return {
      groupId: group.id,
      name: group.name,
      weight,
      points: sum + sumPoints(adjustments),
      items,
      adjustments,
    };
  });
  const sum = sumPoints(groups);
  const adjustments = adjustmentsFor(vetoes, sum, (s) => s.level === 'total');
  const points = sum + sumPoints(adjustments);
  const pending = counted.filter((j) => j.status === 'pending');
  const complete = counted.length > 0 && pending.length === 0;
  return {
    personId,
    points,
    complete,
    pendingWeight: pending.reduce((total, j) => total + (weights.get(j.item.id) ?? 0), 0),
    gradeId: complete ? gradeOf(card, points) : null,
    rank: null,
    groups,
    adjustments,
    vetoesWithoutData: vetoes.withoutData,
  };
}

/** The grade whose start is the highest one not above the points; the lowest grade for negative totals. */
export function gradeOf(card: ScoreCard, points: number): string | null {
  const rising = [...(card.grades ?? [])].sort((a, b) => a.from - b.from);
  return (rising.findLast((g) => points >= Math.round(g.from * 1000)) ?? rising[0])?.id ?? null;
}

function refuseForbidden(card: ScoreCard, personId: string, judged: ReadonlyMap<string, JudgedItem>): void {
  if (card.notApplicable !== 'forbidden') return;
  const bad = [...judged.values()].filter((j) => j.status === 'not-applicable');
  if (bad.length === 0) return;
  throw new ScoringError(
    bad.map((j) =>
      problem(
        'facts.not-applicable-forbidden',
        `people.${personId}.${j.item.id}`,
        '此卡不允许“不适用”。',
        'This card does not allow "not applicable".',
        '请补数据，或改为允许并重新分配权重。',
        'Supply the value, or allow it and renormalise.',
      ),
    ),
  );
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
