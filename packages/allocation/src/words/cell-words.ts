/** Cells by the names of their members. */
import type { CellRef } from '../plan.ts';
import type { Plan } from '../plan.ts';
import type { Titles } from './titles.ts';
import type { Language } from './amount-words.ts';

/** What people call members, by member id, by axis id. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How to speak. */
export interface Speech {
  readonly plan: Plan;
  readonly language: Language;
  readonly names?: Names;
  /** What people call metrics and axes. */
  readonly titles?: Titles;
}

/** A member by its name, else its id. */
export function memberWords({ names }: Pick<Speech, 'names'>, axis: string, id: string): string {
  return names?.get(axis)?.get(id) ?? id;
}

/** A cell: `华北 · 2026-03`; members at the top are left out, the whole plan has a word of its own. */
export function cellWords(speech: Speech, { at }: Pick<CellRef, 'at'>): string {
  const parts = speech.plan.grid.axes.flatMap(({ id, ids }) => {
    const member = at[id];
    return member === undefined || member === ids[0] ? [] : [memberWords(speech, id, member)];
  });
  if (parts.length > 0) return parts.join(' · ');
  return speech.language === 'zh' ? '总计' : 'the whole plan';
}

/** An instant to the minute in the words of its own offset: `2026-01-05 09:00`. */
export function instantWords(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
