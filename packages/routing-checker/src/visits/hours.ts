import type { Fields } from './fields.ts';

/** From `from` to before `until`, in minutes after midnight. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** A day as hours by weekday are chosen for it. */
export interface NamedDay {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** Worked in exchange for a holiday. */
  readonly makeUp: boolean;
}

/** Hours by the names of days. */
export type Hours = ReadonlyMap<number | 'makeUp', readonly Span[]>;

/** Reads hours by weekday. */
export function readHours(list: readonly Fields[]): Hours {
  const hours = new Map<number | 'makeUp', Span[]>();
  for (const one of list) {
    for (const name of one.list('weekdays') as (number | 'makeUp')[])
      hours.set(name, [...(hours.get(name) ?? []), readSpan(one)]);
  }
  return hours;
}

/** Reads `from` and `until`. */
export function readSpan(fields: Fields): Span {
  return { from: fields.clock('from'), until: fields.clock('until') };
}

/** The hours of a day, joined where they meet: those of make-up days have a name, else their own, else Monday's. */
export function hoursOf(hours: Hours, { weekday, makeUp }: NamedDay): Span[] {
  const named = makeUp ? (hours.get('makeUp') ?? hours.get(weekday) ?? hours.get(1)) : hours.get(weekday);
  return joined(named ?? []);
}

/** Spans in order, those that meet as one. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.pop();
    if (last === undefined) result.push(span);
    else if (span.from <= last.until) result.push({ from: last.from, until: Math.max(last.until, span.until) });
    else result.push(last, span);
  }
  return result;
}

/** What spans leave of another, in order. */
export function left({ from, until }: Span, taken: readonly Span[]): Span[] {
  const edges = [from, ...joined(taken).flatMap((span) => [span.from, span.until]), until];
  const result: Span[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const piece = { from: Math.max(from, edges[index]!), until: Math.min(until, edges[index + 1]!) };
    if (piece.until > piece.from) result.push(piece);
  }
  return result;
}
