import { common, spanOf, uncovered } from './spans.ts';
import { groupBy } from './group-by.ts';
import { problem } from './problem.ts';
import type { OrganisationProblem } from './problem.ts';
import type { Organisation, UnitSpan } from './organisation.ts';
import type { Span } from './spans.ts';

interface Placed {
  readonly unit: UnitSpan;
  readonly span: Span;
  readonly index: number;
}

/** What is wrong with the units alone. */
export function unitProblems({ units }: Organisation): OrganisationProblem[] {
  const found: OrganisationProblem[] = [];
  const placed = units.flatMap((unit, index): Placed[] => {
    const span = spanOf(unit);
    if (span !== null) return [{ unit, span, index }];
    found.push(
      problem('allocation.organisation.interval', `units.${index}`, unit.id, null, `${unit.validFrom}…${unit.validTo ?? ''}`),
    );
    return [];
  });
  const byId = groupBy(placed, ({ unit }) => unit.id);
  for (const own of byId.values()) {
    const sorted = [...own].sort((a, b) => a.span.from - b.span.from);
    sorted.slice(1).forEach((next, at) => {
      const shared = common((sorted[at] as Placed).span, next.span);
      if (shared !== null) found.push(problem('allocation.organisation.unitTwice', `units.${next.index}`, next.unit.id, shared));
    });
  }
  for (const { unit, span, index } of placed) {
    if (unit.parentId === null) continue;
    const above = (byId.get(unit.parentId) ?? []).map((one) => one.span);
    for (const gap of uncovered(span, above)) {
      found.push(problem('allocation.organisation.parentMissing', `units.${index}.parentId`, unit.parentId, gap));
    }
  }
  // Contradictions above make a tree of some day meaningless; it is looked at when they are mended.
  return found.length > 0 ? found : treeProblems(placed);
}

/** Looks at the tree of every stretch of days without a change. */
function treeProblems(placed: readonly Placed[]): OrganisationProblem[] {
  const found: OrganisationProblem[] = [];
  const named = new Set<string>();
  const dates = [...new Set(placed.flatMap(({ span }) => [span.from, span.to]))].sort((a, b) => a - b);
  dates.slice(0, -1).forEach((from, at) => {
    const stretch = { from, to: dates[at + 1] as number };
    const now = new Map(placed.filter(({ span }) => common(span, stretch) !== null).map((one) => [one.unit.id, one]));
    const add = (code: OrganisationProblem['code'], { unit, index }: Placed): void => {
      if (named.has(`${code}${index}`)) return;
      named.add(`${code}${index}`);
      found.push(problem(code, `units.${index}.parentId`, unit.id, stretch));
    };
    const tops = [...now.values()].filter(({ unit }) => unit.parentId === null);
    tops.slice(1).forEach((one) => add('allocation.organisation.tops', one));
    for (const one of inCycles(now)) add('allocation.organisation.cycle', one);
  });
  return found;
}

/** One unit of each cycle, the first in the order given. */
function inCycles(now: ReadonlyMap<string, Placed>): Placed[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: Placed[] = [];
  for (const start of now.keys()) {
    const way: string[] = [];
    let id: string | null = start;
    while (id !== null && !state.has(id)) {
      state.set(id, 'open');
      way.push(id);
      id = now.get(id)?.unit.parentId ?? null;
    }
    if (id !== null && state.get(id) === 'open') found.push(now.get(id) as Placed);
    for (const passed of way) state.set(passed, 'done');
  }
  return found;
}
