import type { PersonalTarget, TargetSource } from './records.ts';

/** Sales of a person in last year's month, and how the team did per head: what suggestions are made from. */
export interface SuggestionBase {
  readonly personId: string;
  /** 分; null when the person was not there. */
  readonly lastYear: number | null;
}

/** A proposed target with its origin. */
export interface Suggestion {
  readonly value: number;
  readonly source: Extract<TargetSource, 'last-year' | 'team-average'>;
  readonly base: number;
  readonly growth: number;
}

/** Targets are proposed in steps of 1,000 元: nobody plans in 分. */
const STEP = 100_000;

/** Below this share of the average a month of last year is no guide: a first month, an illness, a handover. */
const GUIDE_SHARE = 1 / 3;

/**
 * Last year's same month times growth; who sold nothing or next to nothing then gets the average of those who sold, times
 * growth. Empty when nobody sold anything: there is nothing to go by.
 */
export function suggest(bases: readonly SuggestionBase[], growth: number): ReadonlyMap<string, Suggestion> {
  const sold = bases.filter((base) => (base.lastYear ?? 0) > 0);
  if (sold.length === 0) return new Map();
  const average = Math.round(sold.reduce((sum, base) => sum + (base.lastYear ?? 0), 0) / sold.length);
  return new Map(
    bases.map(({ personId, lastYear }): [string, Suggestion] => {
      const own = (lastYear ?? 0) >= average * GUIDE_SHARE;
      const base = own ? (lastYear ?? 0) : average;
      return [personId, { value: rounded(base * (1 + growth)), source: own ? 'last-year' : 'team-average', base, growth }];
    }),
  );
}

/** Rounds to whole steps of 1,000 元, at least one. */
export const rounded = (amount: number): number => Math.max(STEP, Math.round(amount / STEP) * STEP);

/** A line of pasted text, read or with what is wrong. */
export type PastedLine =
  | { readonly line: number; readonly ok: true; readonly personId: string; readonly name: string; readonly value: number }
  | {
      readonly line: number;
      readonly ok: false;
      readonly text: string;
      readonly problem: 'name' | 'twice' | 'ambiguous' | 'amount';
    };

/**
 * Reads lines of name (or person id) and amount, as they come out of a spreadsheet. `parse` reads an amount into 分 and answers null
 * for what is none. A heading line without an amount is left out.
 */
export function readPasted(
  text: string,
  people: readonly { readonly id: string; readonly name: string }[],
  parse: (amount: string) => number | null,
): PastedLine[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((raw, index): PastedLine[] => {
    const trimmed = raw.trim();
    if (trimmed === '') return [];
    const cells = trimmed
      .split(/\t|\s{2,}|[;；]|\s+(?=[\d¥￥.]+[\d,.，]*\s*(?:万|元|万元)?$)/)
      .map((cell) => cell.trim())
      .filter(Boolean);
    const [who = '', amount = ''] = [cells[0], cells.at(-1)];
    const value = cells.length < 2 ? null : parse(amount);
    if (index === 0 && value === null && !people.some((person) => person.name === who || person.id === who)) return [];
    const fail = (problem: Extract<PastedLine, { ok: false }>['problem']): PastedLine[] => [
      { line: index + 1, ok: false, text: trimmed.slice(0, 80), problem },
    ];
    const found = people.filter((person) => person.id === who || person.name === who);
    if (found.length === 0) return fail('name');
    if (found.length > 1) return fail('ambiguous');
    const person = found[0];
    if (!person || seen.has(person.id)) return fail('twice');
    if (value === null || value <= 0) return fail('amount');
    seen.add(person.id);
    return [{ line: index + 1, ok: true, personId: person.id, name: person.name, value }];
  });
}

/** The target a suggestion becomes. */
export function adopted(personId: string, period: string, suggestion: Suggestion): PersonalTarget {
  const { value, source, base, growth } = suggestion;
  return { personId, period, indicatorId: 'sales-amount', value, source, base, growth };
}
