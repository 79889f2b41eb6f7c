/** What overlays come to, beside the company's total and never in it. */
import { coreError } from '../core-error.ts';
import { layerError } from './layer-error.ts';
import { checkAmount } from '../exact.ts';
import { cellCount } from '../grid.ts';
import { metricOf } from '../plan.ts';
import { valueAt } from '../values.ts';
import { directAmount, overlayBoxes, overlayPositions } from './overlay.ts';
import { sameShape } from './same-shape.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { DirectAmount, Overlay, OverlayAmount } from './overlay.ts';
import type { Ratio } from './ratio.ts';

/** One overlay beside the direct owners. */
export interface OverlayLine {
  readonly id: string;
  readonly person: string;
  /** The target it is credited with: its cells, each once. */
  readonly target: OverlayAmount;
  /** What was achieved in its cells; null when no actuals were given. */
  readonly actual: OverlayAmount | null;
  /** Actual over target; null without actuals, or for a target of 0 or null. */
  readonly attainment: Ratio | null;
}

/** Cells that just these overlays share. */
export interface OverlayRegion {
  /** Ids in the order given, two or more. */
  readonly overlays: readonly string[];
  readonly cells: number;
  readonly target: OverlayAmount;
}

/** See the head of this file. Data: serialises to JSON. */
export interface OverlayReport {
  /** The company's total: direct cells, each once. */
  readonly company: DirectAmount;
  readonly lines: readonly OverlayLine[];
  /** Direct amount that at least one overlay is credited with: overlapping cells once. */
  readonly covered: DirectAmount;
  /** What the lines would add up to beyond `covered`: the amount credited more than once. */
  readonly duplicated: OverlayAmount;
  /** Which overlays share which amount. Empty when none overlap. */
  readonly shared: readonly OverlayRegion[];
}

/** Regions of cells with the same overlays, refined overlay by overlay: every cell is in one, so nothing is counted twice. */
interface Regions {
  /** Number of the region by position; 0 is no overlay. */
  readonly of: Int32Array;
  readonly members: (readonly number[])[];
}

/**
 * The report for one metric. `actuals` is a plan of the same shape that holds what was achieved. Throws for an overlay twice,
 * unknown members, actuals of another shape.
 */
export function overlayReport(
  plan: Plan,
  overlays: readonly Overlay[],
  { metric: id, actuals }: { metric?: string; actuals?: Plan } = {},
): OverlayReport {
  const metric = metricOf(plan, id);
  if (actuals !== undefined && !sameShape(actuals.grid, plan.grid)) {
    throw layerError('allocation.layers.weights.shape', 'actuals', 'actuals');
  }
  checkIds(overlays);
  const regions = regionsOf(plan, overlays);
  const targets = sumsByRegion(plan.values[metric] as Values, regions);
  const reached = actuals === undefined ? null : sumsByRegion(actuals.values[metricOf(actuals, id)] as Values, regions);
  const lines = overlays.map((overlay, index) => lineOf(overlay, index, regions, targets, reached));
  const covered = total(targets, regions, () => true);
  const listed = checkAmount(
    lines.reduce((sum, { target }) => sum + (target.credited ?? 0), 0),
    'overlays',
  );
  return {
    company: directAmount(plan, { metric: id, at: {} }),
    lines,
    covered: { kind: 'direct', direct: covered },
    duplicated: { kind: 'overlay', credited: covered === null ? null : checkAmount(listed - covered, 'duplicated') },
    shared: regions.members.flatMap(
      (members, region) =>
      members.length < 2 || (targets.cells[region] as number) === 0
        ? []
        : [{ overlays: members.map((index) => (overlays[index] as Overlay).id), cells: targets.cells[region] as number, target: { kind: 'overlay', credited: nullable(targets, region) } }], // prettier-ignore
    ),
  };
}

function checkIds(overlays: readonly Overlay[]): void {
  const seen = new Set<string>();
  overlays.forEach(({ id }, index) => {
    if (seen.has(id)) throw coreError('allocation.id.duplicate', id, `overlays.${index}.id`);
    seen.add(id);
  });
}

function regionsOf(plan: Plan, overlays: readonly Overlay[]): Regions {
  const of = new Int32Array(cellCount(plan.grid));
  const mark = new Uint8Array(of.length);
  const members: (readonly number[])[] = [[]];
  overlays.forEach((overlay, index) => {
    // By the region a cell was in: the one it is in with this overlay.
    const refined = new Map<number, number>();
    for (const position of overlayPositions(plan, overlayBoxes(plan, overlay, `overlays.${index}`), mark)) {
      const before = of[position] as number;
      let after = refined.get(before);
      if (after === undefined) {
        after = members.length;
        refined.set(before, after);
        members.push([...(members[before] as readonly number[]), index]);
      }
      of[position] = after;
    }
  });
  return { of, members };
}

interface Sums {
  readonly sum: Float64Array;
  /** Cells with an amount, and cells at all. */
  readonly known: Int32Array;
  readonly cells: Int32Array;
}

function sumsByRegion(values: Values, { of, members }: Regions): Sums {
  const size = members.length;
  const sums = { sum: new Float64Array(size), known: new Int32Array(size), cells: new Int32Array(size) };
  for (let position = 0; position < of.length; position += 1) {
    const region = of[position] as number;
    sums.cells[region] = (sums.cells[region] as number) + 1;
    const value = valueAt(values, position);
    if (value !== value) continue;
    sums.sum[region] = (sums.sum[region] as number) + value;
    sums.known[region] = (sums.known[region] as number) + 1;
  }
  return sums;
}

function nullable({ sum, known }: Sums, region: number): number | null {
  return known[region] === 0 ? null : checkAmount(sum[region] as number, 'overlay');
}

/** Sum over the regions that at least one overlay covers and `wanted` picks; null when nothing in them is known. */
function total(sums: Sums, { members }: Regions, wanted: (members: readonly number[]) => boolean): number | null {
  const parts = members.flatMap((list, region) => {
    const part = region === 0 || !wanted(list) ? null : nullable(sums, region);
    return part === null ? [] : [part];
  });
  return parts.length === 0
    ? null
    : checkAmount(
        parts.reduce((whole, part) => whole + part, 0),
        'overlay',
      );
}

function lineOf({ id, person }: Overlay, index: number, regions: Regions, targets: Sums, reached: Sums | null): OverlayLine {
  const own = (list: readonly number[]): boolean => list.includes(index);
  const target = total(targets, regions, own);
  const actual = reached === null ? null : total(reached, regions, own);
  const known = target !== null && target !== 0 && actual !== null;
  return {
    id,
    person,
    target: { kind: 'overlay', credited: target },
    actual: reached === null ? null : { kind: 'overlay', credited: actual },
    attainment: known ? { numerator: actual, denominator: target } : null,
  };
}
