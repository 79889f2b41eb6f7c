/**
 * The way from a target to its leaf cells: level by level, which cells are divided into which. Cells are numbers in the order
 * they come up, so that the parts of one pool and the cells of one level stand side by side; their amounts are columns.
 */
import { isLeaf } from '../axis.ts';
import { keysAt } from '../edits/region.ts';
import { cellKey } from '../journal.ts';
import { leavesOn, orderCells } from './order-cells.ts';
import { addNode, createNodes } from './nodes.ts';
import type { Axis } from '../axis.ts';
import type { Box, Grid } from '../grid.ts';
import type { Nodes } from './nodes.ts';

/** One axis of the way. */
export interface TreeStep {
  /** Position in `grid.axes`. */
  readonly axis: number;
  readonly via: 'leaves' | 'levels';
}

/** Cells `from` up to, not including, `to` are the parts of the pools of one level. */
export interface Level {
  /** Position of its step. */
  readonly step: number;
  readonly axis: number;
  readonly from: number;
  readonly to: number;
  /** The cells that are divided. */
  readonly pools: Int32Array;
  /** The parts of pool i: cells `parts[i]` up to `parts[i + 1]`. */
  readonly parts: Int32Array;
}

/** See the head of this file. Cell 0 is the target. */
export interface Tree {
  readonly positions: Int32Array;
  readonly nodes: Nodes;
  readonly levels: readonly Level[];
  /** The leaf cells, in the order of `positions`. */
  readonly leaves: Int32Array;
}

/** Lays out the way. `steps` must name every axis along which the box is no leaf. */
export function layTree(grid: Grid, box: Box, steps: readonly TreeStep[]): Tree {
  const positions = orderCells(
    grid,
    box,
    steps.map(({ axis }) => axis),
  );
  const nodes = createNodes(Math.ceil(positions.length * 1.25) + 16);
  const levels: Level[] = [];
  let frontier = Int32Array.of(addNode(nodes, 0, positions.length, 0, 1, cellKey(grid.axes, box)));
  steps.forEach(({ axis: at, via }, step) => {
    const axis = grid.axes[at] as Axis;
    const top = box[at] as number;
    if (isLeaf(axis, top)) return;
    const cut: Cut = { axis, via, top, fresh: nodes.size, radix: radixOf(grid, at), ...leavesAlong(grid, at, positions) };
    for (;;) {
      const divided = divideFrontier(nodes, frontier, cut);
      if (divided.pools.length === 0) break;
      levels.push({ step, axis: at, from: divided.from, to: nodes.size, pools: divided.pools, parts: divided.parts });
      frontier = divided.frontier;
    }
  });
  return { positions, nodes, levels, leaves: frontier };
}

/** All leaf cells as parts of one pool. */
export function layFlat(grid: Grid, box: Box): Tree {
  const positions = orderCells(grid, box, []);
  const nodes = createNodes(positions.length + 1);
  addNode(nodes, 0, positions.length, 0, 1, cellKey(grid.axes, box));
  const keys = keysAt(grid, positions);
  const leaves = new Int32Array(positions.length);
  for (let cell = 0; cell < keys.length; cell += 1) leaves[cell] = addNode(nodes, cell, cell + 1, 0, 1, keys[cell] as number);
  const to = nodes.size;
  const level = { step: 0, axis: -1, from: 1, to, pools: Int32Array.of(0), parts: Int32Array.of(1, to) };
  return { positions, nodes, levels: positions.length === 0 ? [] : [level], leaves };
}

/** What one more member number on an axis adds to a cell key. */
export function radixOf(grid: Grid, axis: number): number {
  return grid.axes.slice(axis + 1).reduce((product, { ids }) => product * ids.length, 1);
}

interface Cut {
  readonly axis: Axis;
  readonly via: 'leaves' | 'levels';
  /** Cells before `fresh` come from other axes: on this one they have the member `top`. */
  readonly top: number;
  readonly fresh: number;
  readonly radix: number;
  readonly leaves: Int32Array;
  /** How often the leaf has changed before a place: differences count the leaves of a range. Null where all are there. */
  readonly changes: Int32Array | null;
}

function leavesAlong(grid: Grid, axis: number, positions: Int32Array): Pick<Cut, 'leaves' | 'changes'> {
  const leaves = leavesOn(grid, axis, positions);
  if (isFull(grid)) return { leaves, changes: null };
  const changes = new Int32Array(leaves.length);
  for (let at = 1; at < leaves.length; at += 1) {
    changes[at] = (changes[at - 1] as number) + (leaves[at] === leaves[at - 1] ? 0 : 1);
  }
  return { leaves, changes };
}

/** Whether every combination of leaves belongs to the plan. */
function isFull({ axes, rowCount, width, present }: Grid): boolean {
  return present === null && rowCount * width === axes.reduce((product, { leaves }) => product * leaves.length, 1);
}

interface Divided {
  readonly from: number;
  readonly pools: Int32Array;
  readonly parts: Int32Array;
  readonly frontier: Int32Array<ArrayBuffer>;
}

/** One level: divides every cell of the frontier that is no leaf of the axis; leaves wait for the next step. */
function divideFrontier(nodes: Nodes, frontier: Int32Array, cut: Cut): Divided {
  const from = nodes.size;
  const { axis } = cut;
  const pools = new Int32Array(frontier.length);
  const parts = new Int32Array(frontier.length + 1);
  let divided = 0;
  for (let at = 0; at < frontier.length; at += 1) {
    const node = frontier[at] as number;
    if (isLeaf(axis, memberOn(cut, nodes, node))) continue;
    pools[divided] = node;
    parts[divided] = nodes.size;
    divided += 1;
    addParts(nodes, node, cut);
  }
  parts[divided] = nodes.size;
  const level = { from, pools: pools.subarray(0, divided), parts: parts.subarray(0, divided + 1) };
  return { ...level, frontier: mergeFrontier(frontier, level, nodes.size) };
}

function memberOn({ top, fresh }: Cut, { member }: Nodes, node: number): number {
  return node < fresh ? top : (member[node] as number);
}

/** The cells in which the range of a cell falls apart; members without a cell in it are left out. */
function addParts(nodes: Nodes, node: number, cut: Cut): void {
  const { axis, via, radix, leaves, changes } = cut;
  const end = nodes.end[node] as number;
  const member = memberOn(cut, nodes, node);
  const key = nodes.key[node] as number;
  let child = member + 1;
  for (let start = nodes.start[node] as number; start < end;) {
    const leaf = leaves[start] as number;
    if (via === 'leaves') child = axis.leaves[leaf] as number;
    else while ((axis.to[child] as number) <= leaf) child = axis.next[child] as number;
    const next = firstFrom(leaves, start + 1, end, axis.to[child] as number);
    const all = (axis.to[child] as number) - (axis.from[child] as number);
    const spread = changes === null ? all : (changes[next - 1] as number) - (changes[start] as number) + 1;
    addNode(nodes, start, next, child, spread, key + (child - member) * radix);
    start = next;
  }
}

/** The first place from `start` whose leaf is not below `leaf`; leaves ascend. */
function firstFrom(leaves: Int32Array, start: number, end: number, leaf: number): number {
  let low = start;
  let step = 1;
  while (low < end && (leaves[low] as number) < leaf) {
    low += step;
    step *= 2;
  }
  // The last jump may have gone too far: search between the place before it and here.
  let high = Math.min(low, end);
  low = Math.max(start, low - step / 2);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle] as number) < leaf) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The parts in place of the cells that were divided, the others where they were. */
function mergeFrontier(
  frontier: Int32Array,
  { from, pools, parts }: Omit<Divided, 'frontier'>,
  to: number,
): Int32Array<ArrayBuffer> {
  const next = new Int32Array(to - from + frontier.length - pools.length);
  let [at, pool] = [0, 0];
  for (let index = 0; index < frontier.length; index += 1) {
    const node = frontier[index] as number;
    if (pools[pool] !== node) {
      next[at++] = node;
      continue;
    }
    const end = parts[pool + 1] as number;
    for (let part = parts[pool] as number; part < end; part += 1) next[at++] = part;
    pool += 1;
  }
  return next;
}
