import type { Id, PlannedVisit } from './planned-visit.ts';

/** A visit of one client before and after: what belongs together. Null: there is none. */
export interface VisitPair<T extends Id = Id> {
  readonly before: PlannedVisit<T> | null;
  readonly after: PlannedVisit<T> | null;
  /** Number of the visit among those of its client: its place before, counted from 0; new ones follow. */
  readonly occurrence: number;
}

/**
 * Tells which visit of a client became which, so that as few as possible count as moved: first those that stayed on their day with their
 * representative, then those that stayed on their day, then the rest in the order of days. With as many pairs as the shorter list has
 * visits, every other pairing has at least as many moves: an exact pair can always be exchanged into it without adding one.
 *
 * @param before visits of one client, in any order
 * @param after visits of the same client
 */
export function matchVisits<T extends Id>(before: readonly PlannedVisit<T>[], after: readonly PlannedVisit<T>[]): VisitPair<T>[] {
  const old = before.toSorted(inOrder);
  const fresh = after.toSorted(inOrder);
  const partner = new Array<PlannedVisit<T> | null>(old.length).fill(null);
  const left = new Set(fresh);
  const pairUp = (fits: (a: PlannedVisit<T>, b: PlannedVisit<T>) => boolean): void => {
    old.forEach((visit, i) => {
      if (partner[i] !== null) return;
      const found = [...left].find((candidate) => fits(visit, candidate));
      if (found === undefined) return;
      partner[i] = found;
      left.delete(found);
    });
  };
  pairUp((a, b) => a.day === b.day && a.vehicle === b.vehicle);
  pairUp((a, b) => a.day === b.day);
  pairNearest(old, partner, left);
  const added = [...left].map((visit, i) => ({ before: null, after: visit, occurrence: old.length + i }));
  return [...old.map((visit, i) => ({ before: visit, after: partner[i]!, occurrence: i })), ...added];
}

/** Pairs what is left so that the days differ by as little as possible in sum: in order, with the fewest left out. */
function pairNearest<T extends Id>(
  old: readonly PlannedVisit<T>[],
  partner: (PlannedVisit<T> | null)[],
  left: Set<PlannedVisit<T>>,
): void {
  const rows = old.flatMap((_, i) => (partner[i] === null ? [i] : []));
  const columns = [...left];
  if (rows.length === 0 || columns.length === 0) return;
  const swap = rows.length > columns.length;
  const many = swap ? rows.length : columns.length;
  const few = swap ? columns.length : rows.length;
  const apart = (f: number, m: number): number => Math.abs(old[rows[swap ? m : f]!]!.day - columns[swap ? f : m]!.day);
  // least[f][m]: the first f of the shorter list paired within the first m of the longer one.
  const least = Array.from({ length: few + 1 }, (_, f) => new Float64Array(many + 1).fill(f === 0 ? 0 : Infinity));
  for (let f = 1; f <= few; f++) {
    for (let m = f; m <= many; m++) least[f]![m] = Math.min(least[f]![m - 1]!, least[f - 1]![m - 1]! + apart(f - 1, m - 1));
  }
  for (let f = few, m = many; f > 0; m--) {
    if (least[f]![m] === least[f]![m - 1]) continue;
    const visit = columns[swap ? f - 1 : m - 1]!;
    partner[rows[swap ? m - 1 : f - 1]!] = visit;
    left.delete(visit);
    f--;
  }
}

function inOrder(a: PlannedVisit, b: PlannedVisit): number {
  return (
    a.day - b.day || (a.start ?? Infinity) - (b.start ?? Infinity) || (a.vehicle < b.vehicle ? -1 : a.vehicle > b.vehicle ? 1 : 0)
  );
}
