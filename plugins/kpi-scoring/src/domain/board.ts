import { competitionRanks, explain } from '@milepost/scoring';
import type { Explanation, Fact, ItemResult, PersonResult, ScoreCard, Target } from '@milepost/scoring';
import type { Participant } from './participants.ts';
import type { CardVersion, RunPerson } from './records.ts';
import { proRated } from './projection.ts';
import type { Progress } from './projection.ts';
import { scoreMonth } from './score-month.ts';

/** A score as people read it: total and grade, open while data is missing, with the way down. */
export interface Score {
  readonly result: PersonResult;
  /** With `shown` points of one decimal that add up on every level. */
  readonly explanation: Explanation;
  /** Points as shown; null while data is missing. */
  readonly total: number | null;
  readonly gradeId: string | null;
}

/** One line of the ranking. Points as shown add up: items and adjustments make the total. */
export interface BoardRow {
  readonly id: string;
  readonly person: Participant;
  /** The frozen result where there is one, else the one computed now. */
  readonly result: PersonResult;
  readonly card: ScoreCard;
  /** The way down, with `shown` points of one decimal that add up on every level. */
  readonly explanation: Explanation;
  /** Points as shown; null while data is missing. */
  readonly total: number | null;
  readonly gradeId: string | null;
  /** By the projection while the month runs. */
  readonly rank: number | null;
  /** 按进度预计: the same facts against the part of the month that is behind. Null once the month is over. */
  readonly projection: Score | null;
  readonly items: ReadonlyMap<string, BoardItem>;
  readonly frozen: RunPerson | null;
  /** What the same card gives with today's data, where it differs from the frozen points (thousandths). */
  readonly recomputed: PersonResult | null;
}

/** An item of a line. */
export interface BoardItem {
  readonly result: ItemResult;
  /** Points as shown. */
  readonly shown: number;
}

/** What a board is made of. */
export interface BoardInput {
  readonly participants: readonly Participant[];
  readonly facts: readonly Fact[];
  readonly targets: readonly Target[];
  readonly current: CardVersion;
  readonly versions: readonly CardVersion[];
  readonly frozen: readonly RunPerson[];
  /** Working days of a running month; null or nothing for one that is over. */
  readonly progress?: Progress | null;
}

/** What a person is judged by today: the projection while the month runs, the score itself afterwards. */
export const leadOf = (row: BoardRow): Score => row.projection ?? row;

/** Scores and ranks everybody; frozen people keep what was frozen and show what today's data would give beside it. */
export function buildBoard(input: BoardInput): BoardRow[] {
  const frozen = new Map(input.frozen.map((run) => [run.personId, run]));
  const live = scoredByCard(input, frozen);
  const ahead = input.progress
    ? scoredByCard({ ...input, ...proRated(input.facts, input.targets, input.progress) }, frozen)
    : null;
  const rows = input.participants.flatMap((person): BoardRow[] => {
    const run = frozen.get(person.id) ?? null;
    const computed = live.get(person.id);
    if (!computed) return [];
    const result = run?.result ?? computed.result;
    const projection = ahead?.get(person.id);
    return [
      {
        ...rowOf(person, result, computed.card),
        projection: run || !projection ? null : scoreOf(projection.result, projection.card),
        frozen: run,
        recomputed: run ? differing(run.result, computed.result) : null,
      },
    ];
  });
  const ranks = competitionRanks(rows.map((row) => pointsOf(leadOf(row))));
  return rows.map((row, index) => ({ ...row, rank: ranks[index] ?? null }));
}

/** A card as the person was frozen with it, else the one in force. */
function cardOf(input: BoardInput, run: RunPerson | undefined): ScoreCard {
  const found = run && input.versions.find(({ card }) => card.id === run.cardId && card.version === run.cardVersion);
  return (found ?? input.current).card;
}

function scoredByCard(input: BoardInput, frozen: ReadonlyMap<string, RunPerson>) {
  const groups = new Map<ScoreCard, string[]>();
  for (const { id } of input.participants) {
    const card = cardOf(input, frozen.get(id));
    groups.set(card, [...(groups.get(card) ?? []), id]);
  }
  const all = new Map<string, { card: ScoreCard; result: PersonResult }>();
  for (const [card, people] of groups) {
    for (const result of scoreMonth(card, input.facts, input.targets, people).people) all.set(result.personId, { card, result });
  }
  return all;
}

const pointsOf = ({ result }: Score): number | null => (result.complete ? result.points : null);

function scoreOf(result: PersonResult, card: ScoreCard): Score {
  const explanation = explain(
    {
      cardId: card.id,
      cardVersion: card.version,
      rounding: 'item-milli-half-even',
      ties: 'standard-competition',
      people: [result],
    },
    result.personId,
    1,
  );
  return { result, explanation, total: result.complete ? (explanation.shown ?? null) : null, gradeId: result.gradeId };
}

function rowOf(
  person: Participant,
  result: PersonResult,
  card: ScoreCard,
): Omit<BoardRow, 'frozen' | 'recomputed' | 'projection'> {
  const score = scoreOf(result, card);
  const shown = new Map<string, number>();
  for (const group of score.explanation.children)
    for (const item of group.children) if (item.kind === 'item') shown.set(item.id, item.shown ?? 0);
  const items = result.groups.flatMap((group) => group.items);
  return {
    id: person.id,
    person,
    ...score,
    card,
    rank: null,
    items: new Map(items.map((item) => [item.itemId, { result: item, shown: shown.get(item.itemId) ?? 0 }])),
  };
}

const differing = (original: PersonResult, now: PersonResult): PersonResult | null =>
  original.points === now.points && original.complete === now.complete ? null : now;

/** The sentence and the key figures over a board. */
export interface BoardSummary {
  readonly people: number;
  readonly complete: number;
  readonly frozen: number;
  /** True while the month runs: the figures are 按进度预计. */
  readonly projected: boolean;
  /** Shown points; the mean of the two middle ones for an even number. */
  readonly median: number | null;
  readonly best: BoardRow | null;
  readonly worst: BoardRow | null;
  /** Grades of the card with how many people have them, best first. */
  readonly grades: readonly { readonly id: string; readonly count: number }[];
}

/** Sums a board up, by the projection while the month runs. People without a total are counted, never scored 0. */
export function summarise(rows: readonly BoardRow[], card: ScoreCard): BoardSummary {
  const scored = rows
    .filter((row) => leadOf(row).total !== null)
    .sort((a, b) => leadOf(b).result.points - leadOf(a).result.points);
  const bands = [...(card.grades ?? [])].sort((a, b) => b.from - a.from);
  return {
    people: rows.length,
    complete: scored.length,
    frozen: rows.filter((row) => row.frozen).length,
    projected: rows.some((row) => row.projection !== null),
    median: median(scored.map((row) => leadOf(row).total ?? 0)),
    best: scored[0] ?? null,
    worst: scored.at(-1) ?? null,
    grades: bands.map(({ id }) => ({ id, count: scored.filter((row) => leadOf(row).gradeId === id).length })),
  };
}

/** The middle of a list; null for an empty one. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
