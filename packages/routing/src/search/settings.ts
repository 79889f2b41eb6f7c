import type { Cooling } from './anneal.ts';
import type { SearchModel } from './model.ts';
import type { RuinSettings } from './ruin.ts';

/** How the search moves. */
export interface SearchSettings extends RuinSettings {
  readonly cooling: Cooling;
  /** Chance to pass over a position. */
  readonly blink: number;
  /** Chance that a move takes single visits instead of clients with all their visits. */
  readonly visitMoves: number;
}

const basic: SearchSettings = {
  average: 10,
  longest: 10,
  split: 0.5,
  splitStop: 0.01,
  retries: 12,
  cooling: { start: 3, end: 0.03 },
  blink: 0.01,
  visitMoves: 0,
};

/**
 * Settings that did best on published cases of 25 to 450 clients after 1 to 20 s, and on a representative's month. Strings, splits and
 * blinks are those of Christiaens & Vanden Berghe 2020. With windows fewer insertions fit, so more is taken out and less heat is needed
 * to leave a plan. Gap rules gain from moving single visits.
 */
export function settingsFor({ timing, instance: { clients } }: SearchModel): SearchSettings {
  const byGaps = clients.patternFrom.some((from, c) => from === clients.patternFrom[c + 1]);
  const visitMoves = byGaps ? 0.5 : 0;
  return timing === 'windows'
    ? { ...basic, visitMoves, average: 15, cooling: { start: 1, end: 0.03 } }
    : { ...basic, visitMoves };
}
