import { itemsOf } from './card.ts';
import type { ScoreCard } from './card.ts';
import { add, div, exact, mul, toNumber, ZERO } from './exact.ts';
import type { Exact } from './exact.ts';
import { exactAmount, indexFacts, indexTargets, measure, NO_DATA } from './facts.ts';
import type { Amount } from './plain.ts';
import type { Fact, Measured, Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import { problem, ScoringError } from './problem.ts';
import type { ScoreResult } from './result.ts';
import { scoreCard } from './score-card.ts';
import type { ScoreOptions } from './score-people.ts';
import { indicatorsOf } from './vetoes.ts';

/** A group of people that is scored as one. A person belongs to one team of a run. */
export interface Team {
  readonly id: string;
  readonly members: readonly string[];
}

/** Scores of teams: `people` holds one entry per team, its id as `personId`, so that explain and whatIf read it too. */
export interface TeamScoreResult extends ScoreResult {
  /** By team and indicator: members without data. Their targets are left out with them. */
  readonly missing: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * Scores teams on a card: members' numerators, denominators and targets are added, then the curves are applied once. The
 * target of a ratio is the average of the members' targets weighted by their denominators.
 * @throws ScoringError as scoreCard, and when a person is in two teams.
 */
export function scoreTeams(
  card: ScoreCard,
  facts: readonly Fact[],
  targets: readonly Target[],
  teams: readonly Team[],
  options: ScoreOptions = {},
): TeamScoreResult {
  refuseDoubleMembers(teams);
  const indicators = options.indicators ?? builtInIndicators;
  const index = indexFacts(facts);
  const goals = indexTargets(targets);
  const isRatio = new Set(indicators.filter((i) => i.unit === 'ratio').map((i) => i.id));
  const teamFacts: Fact[] = [];
  const teamTargets: Target[] = [];
  const missing: [string, Readonly<Record<string, readonly string[]>>][] = [];
  for (const team of teams) {
    const lost: Record<string, readonly string[]> = {};
    for (const indicatorId of indicatorsOf(card)) {
      const ratio = isRatio.has(indicatorId);
      const members = team.members.map((id): Member => {
        const own = index.get(id)?.get(indicatorId);
        const fallback = itemsOf(card).find((i) => i.indicatorId === indicatorId)?.target ?? null;
        return { id, measured: own ? measure(own, ratio) : NO_DATA, target: goals.get(id)?.get(indicatorId) ?? fallback };
      });
      const absent = members.filter((m) => m.measured.state === 'no-data').map((m) => m.id);
      if (absent.length > 0) lost[indicatorId] = absent;
      teamFacts.push(sumFacts(team.id, indicatorId, members, ratio));
      const goal = sumTargets(members, ratio);
      if (goal !== null) teamTargets.push({ personId: team.id, indicatorId, value: goal });
    }
    missing.push([team.id, lost]);
  }
  const result = scoreCard(card, teamFacts, teamTargets, { indicators, people: teams.map((t) => t.id) });
  return { ...result, missing: Object.fromEntries(missing) };
}

interface Member {
  readonly id: string;
  readonly measured: Measured;
  readonly target: number | null;
}

const carries = ({ measured }: Member): boolean => measured.state === 'known' || measured.state === 'zero-denominator';

function sumFacts(teamId: string, indicatorId: string, members: readonly Member[], ratio: boolean): Fact {
  const used = members.filter(carries);
  const applicable = members.length === 0 || members.some((m) => m.measured.state !== 'not-applicable');
  return {
    personId: teamId,
    indicatorId,
    applicable,
    numerator: used.length === 0 ? null : sum(used.map((m) => m.measured.numerator)),
    denominator: !ratio || used.length === 0 ? null : sum(used.map((m) => m.measured.denominator)),
    factRefs: used.flatMap((m) => m.measured.factRefs),
  };
}

/** Null as soon as one member who counts has no target: a sum with an unknown part is unknown. */
function sumTargets(members: readonly Member[], ratio: boolean): number | null {
  const used = members.filter(carries);
  if (used.length === 0 || used.some((m) => m.target === null)) return null;
  const goals = used.map((m) => exact(m.target ?? 0));
  if (!ratio) return toNumber(goals.reduce(add, ZERO));
  const weights = used.map((m) => exactAmount(m.measured.denominator ?? 0));
  const total = weights.reduce(add, ZERO);
  if (total.n === 0n) return null;
  return toNumber(div(goals.map((g, i) => mul(g, weights[i] ?? ZERO)).reduce(add, ZERO), total));
}

function sum(values: readonly (Amount | null)[]): number {
  return toNumber(values.reduce<Exact>((a, b) => add(a, exactAmount(b ?? 0)), ZERO));
}

function refuseDoubleMembers(teams: readonly Team[]): void {
  const home = new Map<string, string>();
  const problems = teams.flatMap((team, t) =>
    team.members.flatMap((id, m) => {
      const other = home.get(id);
      home.set(id, team.id);
      if (other === undefined) return [];
      return [
        problem(
          'teams.two-teams',
          `teams.${t}.members.${m}`,
          `${id} 同时在 ${other} 与 ${team.id}。`,
          `${id} is in ${other} and in ${team.id}.`,
          '请只保留一个团队。',
          'Keep one team.',
        ),
      ];
    }),
  );
  if (problems.length > 0) throw new ScoringError(problems);
}
