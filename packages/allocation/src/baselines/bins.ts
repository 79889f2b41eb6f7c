/**
 * How fine facts are along an axis of the plan: bins, each of them a leaf or a member above several, none inside another.
 * Facts by month stay months although the plan goes down to days: a day then has the pattern of its month.
 */
import type { Axis } from '../axis.ts';

/** See the head of this file; sorted by place. */
export interface Bins {
  readonly count: number;
  /** Leaf ranges: from `from[bin]` up to, not including, `to[bin]`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By leaf position, 0 to the number of leaves: bins that end at or before it, bins that start before it. */
  readonly endedBy: Int32Array;
  readonly startedBefore: Int32Array;
}

/** One bin per leaf. */
export function leafBins(axis: Axis): Bins {
  const every = Int32Array.from({ length: axis.leaves.length + 1 }, (_, at) => at);
  return { count: axis.leaves.length, from: every.subarray(0, -1), to: every.subarray(1), endedBy: every, startedBefore: every };
}

/** One bin per member that is used and does not lie below another used one. */
export function memberBins(axis: Axis, used: ReadonlySet<number>): Bins {
  const top: number[] = [];
  let covered = 0;
  // Members stand parents before children, so whoever starts before the end of the last bin lies inside it.
  for (const member of [...used].sort((a, b) => a - b)) {
    if (top.length > 0 && (axis.from[member] as number) < covered) continue;
    top.push(member);
    covered = axis.to[member] as number;
  }
  const from = Int32Array.from(top, (member) => axis.from[member] as number);
  const to = Int32Array.from(top, (member) => axis.to[member] as number);
  const size = axis.leaves.length + 1;
  const [endedBy, startedBefore] = [new Int32Array(size), new Int32Array(size)];
  for (let at = 0, ended = 0, started = 0; at < size; at += 1) {
    while (ended < top.length && (to[ended] as number) <= at) ended += 1;
    while (started < top.length && (from[started] as number) < at) started += 1;
    endedBy[at] = ended;
    startedBefore[at] = started;
  }
  return { count: top.length, from, to, endedBy, startedBefore };
}

/** The first bin that touches the leaves from `from` up to `to`. */
export function firstBin(bins: Bins, from: number): number {
  return bins.endedBy[from] as number;
}

/** The bin after the last one that touches the leaves up to, not including, `to`. */
export function endBin(bins: Bins, to: number): number {
  return bins.startedBefore[to] as number;
}
