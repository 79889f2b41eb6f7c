import { competitionRanks, explain } from '@milepost/scoring';
import type { Explanation, Fact, ItemResult, PersonResult, ScoreCard, Target } from '@milepost/scoring';
import type { Participant } from './participants.ts';
import type { CardVersion, RunPerson } from './records.ts';
import { scoreMonth } from './score-month.ts';

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
  readonly rank: number | null;
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
}

/** Scores and ranks everybody; frozen people keep what was frozen and show what today's data would give beside it. */
export function buildBoard(input: BoardInput): BoardRow[] {
  const frozen = new Map(input.frozen.map((run) => [run.personId, run]));
  const live = scoredByCard(input, frozen);
  const rows = input.participants.flatMap((person): BoardRow[] => {
    const run = frozen.get(person.id) ?? null;
    const computed = live.get(person.id);
    if (!computed) return [];
    const result = run?.result ?? computed.result;
    return [{ ...rowOf(person, result, computed.card), frozen: run, recomputed: run ? differing(run.result, computed.result) : null }];
  });
  const ranks = competitionRanks(rows.map((row) => (row.result.complete ? row.result.points : null)));
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

function rowOf(person: Participant, result: PersonResult, card: ScoreCard): Omit<BoardRow, 'frozen' | 'recomputed'> {
  const explanation = explain({ cardId: card.id, cardVersion: card.version, rounding: 'item-milli-half-even', ties: 'standard-competition', people: [result] }, person.id, 1);
  const shown = new Map<string, number>();
  for (const group of explanation.children) for (const item of group.children) if (item.kind === 'item') shown.set(item.id, item.shown ?? 0);
  const items = result.groups.flatMap((group) => group.items);
  return {
    id: person.id,
    person,
    result,
    card,
    explanation,
    total: result.complete ? (explanation.shown ?? null) : null,
    gradeId: result.gradeId,
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
  /** Shown points; the mean of the two middle ones for an even number. */
  readonly median: number | null;
  readonly best: BoardRow | null;
  readonly worst: BoardRow | null;
  /** Grades of the card with how many people have them, best first. */
  readonly grades: readonly { readonly id: string; readonly count: number }[];
}

/** Sums a board up. People without a total are counted, never scored 0. */
export function summarise(rows: readonly BoardRow[], card: ScoreCard): BoardSummary {
  const scored = rows.filter((row) => row.total !== null).sort((a, b) => b.result.points - a.result.points);
  const bands = [...(card.grades ?? [])].sort((a, b) => b.from - a.from);
  return {
    people: rows.length,
    complete: scored.length,
    frozen: rows.filter((row) => row.frozen).length,
    median: median(scored.map((row) => row.total ?? 0)),
    best: scored[0] ?? null,
    worst: scored.at(-1) ?? null,
    grades: bands.map(({ id }) => ({ id, count: scored.filter((row) => row.gradeId === id).length })),
  };
}

/** The middle of a list; null for an empty one. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
