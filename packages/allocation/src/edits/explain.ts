/** Why a cell has its value: the chain of changes that touched it, each with the divisions on the way down to it. */
import { boxOf, boxValue, metricOf, refOf } from '../plan.ts';
import { holdsAll, isLeafBox, sameBox } from './boxes.ts';
import { movedBelow } from './moved-below.ts';
import { stepsTo } from './read-division.ts';
import type { Author, JournalEntry } from '../journal.ts';
import type { Box } from '../grid.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Step } from './read-division.ts';

/** One change that touched the cell. */
export interface ExplainedChange extends Author {
  readonly seq: number;
  readonly action: JournalEntry['action'];
  /** The cell the change was entered at. */
  readonly target: Required<CellRef>;
  /** What the target was and became. */
  readonly entered: { readonly before: number | null; readonly after: number | null };
  /** Of a fit: the totals given for cells that this one lies in or is. */
  readonly given?: readonly (Required<CellRef> & { readonly total: number })[];
  /** By how much this cell moved; 0 for a hold. */
  readonly moved: number;
  /** From the target down to this cell; empty when the change came from cells below it. */
  readonly steps: readonly Step[];
  /** Number of leaf cells of this one that the change divided to. */
  readonly leaves: number;
}

/** Everything known about one number. */
export interface CellExplanation extends Required<CellRef> {
  readonly value: number | null;
  /** Whether the value is the sum of cells below; false for a leaf. */
  readonly summed: boolean;
  /** Held cells that contain this one or are it. */
  readonly heldBy: readonly Required<CellRef>[];
  /** In the order they happened. */
  readonly chain: readonly ExplainedChange[];
}

/** Explains a cell of any level. Throws an AllocationError for a cell the plan does not have. */
export function explainCell(plan: Plan, ref: CellRef): CellExplanation {
  const metric = metricOf(plan, ref.metric);
  const box = boxOf(plan, ref.at);
  const holds = [...plan.holds.values()].filter((hold) => hold.metric === metric && holdsAll(plan.grid, hold.box, box));
  return {
    ...refOf(plan, metric, box),
    value: boxValue(plan, metric, box),
    summed: !isLeafBox(plan.grid, box),
    heldBy: holds.map((hold) => refOf(plan, metric, hold.box)),
    chain: plan.journal.flatMap((entry) => (entry.metric === metric ? explainChange(plan, box, entry) : [])),
  };
}

function explainChange(plan: Plan, box: Box, entry: JournalEntry): ExplainedChange[] {
  const { divisions, before, after, target, metric, given, ...rest } = entry;
  const steps = divisions.flatMap((division) => stepsTo(plan, metric, division, box));
  const below = divisions.map((division) => movedBelow(plan.grid, division, box));
  const leaves = below.reduce((count, part) => count + part.leaves, 0);
  if (leaves === 0 && steps.length === 0 && !sameBox(target, box)) return [];
  const moved = below.reduce((sum, part) => sum + part.moved, 0);
  const around = given?.filter((one) => holdsAll(plan.grid, one.box, box));
  const totals = around?.map(({ box: own, total }) => ({ ...refOf(plan, metric, own), total }));
  const fitted = totals === undefined ? {} : { given: totals };
  return [{ ...rest, target: refOf(plan, metric, target), entered: { before, after }, ...fitted, moved, steps, leaves }];
}
