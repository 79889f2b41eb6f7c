import { explain } from '@milepost/scoring';
import { median } from '../domain/board.ts';
import { monthOf, monthsUpTo } from '../domain/month.ts';
import { participantsOf } from '../domain/participants.ts';
import type { Organisation } from '../domain/participants.ts';
import { proRated, runningProgress } from '../domain/projection.ts';
import type { CardVersion } from '../domain/records.ts';
import { scoreMonth, targetsOf } from '../domain/score-month.ts';
import { loadTrendFacts } from './load-board.ts';
import { loadTargets } from './load-targets.ts';
import type { Reader } from './reader.ts';

/** A month of the trend: the median of those with a score, or of one person their score; of a running month the projection. */
export interface TrendMonth {
  readonly month: string;
  readonly median: number | null;
  readonly complete: number;
  readonly people: number;
}

/** Scores the months up to `month` with one card, so that they compare: people as they belonged in each month. */
export async function loadTrend(
  reader: Reader,
  organisation: Organisation,
  month: string,
  who: { readonly units: ReadonlySet<string> } | { readonly personId: string },
  version: CardVersion,
  count = 6,
): Promise<readonly TrendMonth[]> {
  const months = monthsUpTo(month, count);
  const units = 'units' in who ? who.units : new Set(organisation.units.map((unit) => unit.id));
  const members = new Map(
    months.map((id) => {
      const all = participantsOf(organisation, units, monthOf(id));
      return [id, 'personId' in who ? all.filter((person) => person.id === who.personId) : all];
    }),
  );
  const everybody = new Map([...members.values()].flat().map((person) => [person.id, person]));
  const [facts, targets] = await Promise.all([
    loadTrendFacts(reader, months, [...everybody.keys()], version),
    loadTargets(reader, months, [...everybody.values()]),
  ]);
  return months.map((id) => {
    const listed = (members.get(id) ?? []).map((person) => person.id);
    const progress = runningProgress(id, reader.today, reader.tenant);
    const whole = { facts: facts.get(id) ?? [], targets: targetsOf(targets, id, new Set(listed)) };
    const used = progress ? proRated(whole.facts, whole.targets, progress) : whole;
    const result = scoreMonth(version.card, used.facts, used.targets, listed);
    const points = result.people
      .filter((person) => person.complete)
      .map((person) => explain(result, person.personId, 1).shown ?? 0);
    return { month: id, median: median(points), complete: points.length, people: listed.length };
  });
}
