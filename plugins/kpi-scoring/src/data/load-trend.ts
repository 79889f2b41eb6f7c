import { explain } from '@milepost/scoring';
import { median } from '../domain/board.ts';
import { monthOf, monthsUpTo } from '../domain/month.ts';
import { participantsOf } from '../domain/participants.ts';
import type { Organisation } from '../domain/participants.ts';
import type { CardVersion } from '../domain/records.ts';
import { scoreMonth, targetsOf } from '../domain/score-month.ts';
import { loadTargets, loadTrendFacts } from './load-board.ts';
import type { Reader } from './reader.ts';

/** A month of the trend: the median of those with a score, or of one person their score. */
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
      const all = participantsOf(organisation, units, monthOf(id)).map((person) => person.id);
      return [id, 'personId' in who ? all.filter((person) => person === who.personId) : all];
    }),
  );
  const people = [...new Set([...members.values()].flat())];
  const [facts, targets] = await Promise.all([
    loadTrendFacts(reader, months, people, version),
    loadTargets(reader.records, months),
  ]);
  return months.map((id) => {
    const listed = members.get(id) ?? [];
    const result = scoreMonth(version.card, facts.get(id) ?? [], targetsOf(targets, id, new Set(listed)), listed);
    const points = result.people.filter((person) => person.complete).map((person) => explain(result, person.personId, 1).shown ?? 0);
    return { month: id, median: median(points), complete: points.length, people: listed.length };
  });
}
