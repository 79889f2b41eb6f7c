/** Why a cell has its value: the chain of changes that touched it, each with the divisions on the way down to it. */
import { isWithin } from './axis.ts';
import { boxOf, boxValue, cellKey } from './plan.ts';
import { heldBoxes } from './refusal.ts';
import { covers } from './box.ts';
import type { Author, LogEntry, Split } from './log.ts';
import type { Box, CellRef, Plan } from './plan.ts';

/** One division on the way to a cell. */
export interface Step extends Split {
  /** `weight / of`. */
  readonly share: number;
  /** `reserved + pool × share`, before rounding. */
  readonly exact: number;
  /** What rounding added (or took, when negative) so that the parts add up: less than one unit for a single division. */
  readonly rounding: number;
}

/** One change that touched the cell. */
export interface ExplainedChange extends Author {
  readonly seq: number;
  readonly action: LogEntry['action'];
  /** The cell the change was entered at. */
  readonly target: CellRef;
  /** What the target was and became. */
  readonly entered: { readonly before: number | null; readonly after: number | null };
  /** By how much this cell moved; 0 for a hold. */
  readonly moved: number;
  /** From the target down to this cell; empty when the change came from cells below it. */
  readonly steps: readonly Step[];
  /** Number of leaf cells below this one that the change set. */
  readonly leaves: number;
}

/** Everything known about one number. */
export interface CellExplanation extends CellRef {
  readonly value: number | null;
  /** Whether the value is the sum of cells below; false for a leaf. */
  readonly summed: boolean;
  /** Held cells that contain this one or are it. */
  readonly heldBy: readonly CellRef[];
  /** In the order they happened. */
  readonly chain: readonly ExplainedChange[];
}

/** Explains a cell of any level. Throws an AllocationError for a cell the plan does not have. */
export function explainCell(plan: Plan, node: string, period: string): CellExplanation {
  const box = boxOf(plan, { node, period });
  const chain = plan.log.flatMap((entry) => explainChange(plan, box, entry) ?? []);
  const heldBy = heldBoxes(plan).filter((hold) => covers(hold, box));
  return {
    ...box.ref,
    value: boxValue(plan, box),
    summed: box.node.children.length > 0 || box.period.children.length > 0,
    heldBy: heldBy.map((hold) => hold.ref),
    chain,
  };
}

function explainChange(plan: Plan, box: Box, entry: LogEntry): ExplainedChange | null {
  const { splits, before, after, ...rest } = entry;
  let moved = 0;
  let leaves = 0;
  const steps: Step[] = [];
  for (const split of splits) {
    const at = boxOf(plan, split);
    if (isWithin(at.node, box.node) && isWithin(at.period, box.period)) steps.push(toStep(split));
    const leaf = at.node.children.length === 0 && at.period.children.length === 0;
    if (!leaf || !covers(box, at)) continue;
    leaves += 1;
    moved += (split.after ?? 0) - (split.before ?? 0);
  }
  const here = cellKey(entry.target) === cellKey(box.ref);
  if (leaves === 0 && steps.length === 0 && !here) return null;
  return { ...rest, entered: { before, after }, moved, steps, leaves };
}

function toStep(split: Split): Step {
  const share = split.of === 0 ? 0 : split.weight / split.of;
  const part = split.of === 0 ? 0 : (split.pool * split.weight) / split.of;
  const exact = (split.reserved ?? 0) + part;
  // The split itself was exact; this line is for reading, so noise of doubles below a millionth of a unit is cut off.
  const rounding = Math.round(((split.after ?? 0) - exact) * 1e6) / 1e6 + 0;
  return { ...split, share, exact, rounding };
}
