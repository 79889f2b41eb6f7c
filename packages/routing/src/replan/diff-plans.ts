import { matchVisits } from './match-visits.ts';
import type { Id, PlannedVisit } from './planned-visit.ts';

/** A visit on another day, with another representative, or at another time. */
export interface MovedVisit<T extends Id = Id> {
  readonly client: T;
  readonly occurrence: number;
  readonly from: PlannedVisit<T>;
  readonly to: PlannedVisit<T>;
}

/** A visit that only one of the plans has. */
export interface LoneVisit<T extends Id = Id> {
  readonly client: T;
  readonly occurrence: number;
  readonly visit: PlannedVisit<T>;
}

/** What distinguishes two plans. Lists are ordered by client, then occurrence. */
export interface PlanDiff<T extends Id = Id> {
  /** On another day or with another representative. */
  readonly moved: readonly MovedVisit<T>[];
  /** Same day, same representative, start differs by more than the tolerance. */
  readonly shifted: readonly MovedVisit<T>[];
  readonly added: readonly LoneVisit<T>[];
  readonly removed: readonly LoneVisit<T>[];
  readonly unchanged: number;
}

/** How starts are compared. */
export interface DiffSettings {
  /** A start that differs by this much or less is the same; 0 when left out. In the unit of the starts. */
  readonly tolerance?: number;
}

/**
 * Compares two plans visit by visit. A visit is a client and its occurrence; which became which is told by `matchVisits`, so that the
 * fewest count as moved. Knows nothing of costs or of how plans are made.
 */
export function diffPlans<T extends Id>(
  before: readonly PlannedVisit<T>[],
  after: readonly PlannedVisit<T>[],
  { tolerance = 0 }: DiffSettings = {},
): PlanDiff<T> {
  const moved: MovedVisit<T>[] = [];
  const shifted: MovedVisit<T>[] = [];
  const added: LoneVisit<T>[] = [];
  const removed: LoneVisit<T>[] = [];
  let unchanged = 0;
  const old = Map.groupBy(before, (visit) => visit.client);
  const fresh = Map.groupBy(after, (visit) => visit.client);
  for (const client of [...new Set([...old.keys(), ...fresh.keys()])].sort(byId)) {
    for (const { before: from, after: to, occurrence } of matchVisits(old.get(client) ?? [], fresh.get(client) ?? [])) {
      if (from === null) added.push({ client, occurrence, visit: to! });
      else if (to === null) removed.push({ client, occurrence, visit: from });
      else if (from.day !== to.day || from.vehicle !== to.vehicle) moved.push({ client, occurrence, from, to });
      else if (isShifted(from.start, to.start, tolerance)) shifted.push({ client, occurrence, from, to });
      else unchanged++;
    }
  }
  return { moved, shifted, added, removed, unchanged };
}

/** Whether two starts differ by more than the tolerance; one that nobody said differs from none. */
export function isShifted(from: number | null, to: number | null, tolerance: number): boolean {
  return from !== null && to !== null && Math.abs(from - to) > tolerance + 1e-6;
}

function byId(a: Id, b: Id): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
