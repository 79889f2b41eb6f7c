/** The tree of units on a day, and the stretches of days on which it stays the same. */
import { common, spanOf } from './spans.ts';
import type { Organisation, UnitSpan } from './organisation.ts';
import type { Span } from './spans.ts';

/** The stretches into which changes of units cut a span, in order. */
export function stretchesOf({ units }: Organisation, span: Span): Span[] {
  const inside = units.flatMap((unit) => {
    const own = spanOf(unit);
    return own === null ? [] : [own.from, own.to].filter((day) => day > span.from && day < span.to);
  });
  const cuts = [...new Set([span.from, ...inside, span.to])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => ({ from, to: cuts[at + 1] as number }));
}

/** Units that exist throughout a stretch without changes, by id. */
export function unitsDuring({ units }: Organisation, stretch: Span): Map<string, UnitSpan> {
  return new Map(
    units.flatMap((unit) => {
      const own = spanOf(unit);
      return own !== null && common(own, stretch) !== null ? [[unit.id, unit] as const] : [];
    }),
  );
}

/** Unit ids from the top to the unit; null when it does not exist then. */
export function pathOf(now: ReadonlyMap<string, UnitSpan>, unitId: string): readonly string[] | null {
  const path: string[] = [];
  for (let id: string | null = unitId; id !== null;) {
    const unit = now.get(id);
    if (unit === undefined) return null;
    path.unshift(id);
    id = unit.parentId;
  }
  return path;
}
