/** The leaf cells of a box with what divisions need of them: positions, keys for the journal, ranks that break ties. */
import { cellKey } from '../journal.ts';
import { lowerBound, positionsOf } from '../grid.ts';
import type { Axis } from '../axis.ts';
import type { Box, Grid } from '../grid.ts';

/** What does not change while the axes do not: computed once per grid. */
interface GridFacts {
  /** Part of the cell key that a row gives, ascending. */
  readonly rowKeys: Float64Array;
  /** Place of each row when rows are ordered by member ids, axis by axis. */
  readonly rowRank: Int32Array;
  readonly lastIds: number;
  /** The last large box, and the last large part of one, that were asked for: edits high in a plan come in rows. */
  region: Remembered | null;
  part: Remembered | null;
}

/** Cells worth remembering, with what was computed about them. */
interface Remembered {
  readonly name: string;
  readonly positions: Int32Array;
  keys: Float64Array | null;
  ranks: Int32Array | null;
}

const known = new WeakMap<Grid, GridFacts>();
/** So many cells are worth remembering. */
export const LARGE = 1 << 16;

function factsOf(grid: Grid): GridFacts {
  let facts = known.get(grid);
  if (facts === undefined) {
    const lastIds = lastAxis(grid).ids.length;
    facts = { rowKeys: rowKeys(grid), rowRank: rowRanks(grid), lastIds, region: null, part: null };
    known.set(grid, facts);
  }
  return facts;
}

function lastAxis(grid: Grid): Axis {
  return grid.axes.at(-1) as Axis;
}

function rowKeys(grid: Grid): Float64Array {
  const keys = new Float64Array(grid.rowCount);
  grid.rows.forEach((column, at) => {
    const axis = grid.axes[at] as Axis;
    const size = axis.ids.length;
    for (let row = 0; row < keys.length; row += 1) {
      keys[row] = (keys[row] as number) * size + (axis.leaves[column[row] as number] as number);
    }
  });
  return keys;
}

function rowRanks(grid: Grid): Int32Array {
  const ranks = Int32Array.from({ length: grid.rowCount }, (_, row) => row);
  // Leaves already in the order of their ids, on every axis: rows are, too.
  const inOrder = grid.rows.every((_, at) => (grid.axes[at] as Axis).leafRank.every((rank, leaf) => rank === leaf));
  if (inOrder) return ranks;
  const rankOf = (row: number, at: number): number =>
    (grid.axes[at] as Axis).leafRank[(grid.rows[at] as Int32Array)[row] as number] as number;
  const order = ranks.slice().sort((a, b) => {
    for (let at = 0; at < grid.rows.length; at += 1) {
      const difference = rankOf(a, at) - rankOf(b, at);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  order.forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}

/** The positions of the box's cells that belong to the plan, ascending. Never write into the answer. */
export function regionOf(grid: Grid, box: Box): Int32Array {
  const facts = factsOf(grid);
  const name = String(cellKey(grid.axes, box));
  if (facts.region?.name === name) return facts.region.positions;
  const positions = positionsOf(grid, box);
  if (positions.length >= LARGE) facts.region = { name, positions, keys: null, ranks: null };
  return positions;
}

/** What `find` answers, or the same array as the last time for the same name. Never write into the answer. */
export function partOf(grid: Grid, name: string, find: () => Int32Array): Int32Array {
  const facts = factsOf(grid);
  if (facts.part?.name === name) return facts.part.positions;
  const positions = find();
  if (positions.length >= LARGE) facts.part = { name, positions, keys: null, ranks: null };
  return positions;
}

/** What is remembered about the positions; only arrays handed out here, which nobody writes into. */
function rememberedOf({ region, part }: GridFacts, positions: Int32Array): Remembered | null {
  return region?.positions === positions ? region : part?.positions === positions ? part : null;
}

/** `cellKey` of the leaf cells at the positions. */
export function keysAt(grid: Grid, positions: Int32Array): Float64Array {
  const facts = factsOf(grid);
  const recent = rememberedOf(facts, positions);
  if (recent?.keys) return recent.keys;
  const { leaves } = lastAxis(grid);
  const { width } = grid;
  const keys = new Float64Array(positions.length);
  let [start, end, rowKey] = [0, 0, 0];
  for (let index = 0; index < keys.length; index += 1) {
    const position = positions[index] as number;
    if (position < start || position >= end) {
      const row = Math.floor(position / width);
      [start, end] = [row * width, (row + 1) * width];
      rowKey = (facts.rowKeys[row] as number) * facts.lastIds;
    }
    keys[index] = rowKey + (leaves[position - start] as number);
  }
  if (recent !== null) recent.keys = keys;
  return keys;
}

/** What breaks ties between the cells at the positions: the smaller id of the last axis (time), then of the others in order. */
export function ranksAt(grid: Grid, positions: Int32Array): Int32Array {
  const facts = factsOf(grid);
  const recent = rememberedOf(facts, positions);
  if (recent?.ranks) return recent.ranks;
  const { leafRank } = lastAxis(grid);
  const { width, rowCount } = grid;
  const ranks = new Int32Array(positions.length);
  let [start, end, rowRank] = [0, 0, 0];
  for (let index = 0; index < ranks.length; index += 1) {
    const position = positions[index] as number;
    if (position < start || position >= end) {
      const row = Math.floor(position / width);
      [start, end] = [row * width, (row + 1) * width];
      rowRank = facts.rowRank[row] as number;
    }
    ranks[index] = (leafRank[position - start] as number) * rowCount + rowRank;
  }
  if (recent !== null) recent.ranks = ranks;
  return ranks;
}

/** The row with the leaf positions given for every axis but the last, -1 when the plan has none. */
export function rowOf(grid: Grid, leaves: ArrayLike<number>): number {
  const { rowKeys: keys } = factsOf(grid);
  let wanted = 0;
  grid.rows.forEach((_, at) => {
    const axis = grid.axes[at] as Axis;
    wanted = wanted * axis.ids.length + (axis.leaves[leaves[at] as number] as number);
  });
  const row = lowerBound(keys, wanted);
  return keys[row] === wanted ? row : -1;
}

/** The position of a leaf cell by its key, -1 when the plan has none or the key is of a cell above the leaves. */
export function positionOfKey(grid: Grid, key: number): number {
  const { rowKeys: keys, lastIds } = factsOf(grid);
  const rowKey = Math.floor(key / lastIds);
  const member = key - rowKey * lastIds;
  const last = lastAxis(grid);
  if (last.next[member] !== member + 1) return -1;
  const row = lowerBound(keys, rowKey);
  return keys[row] === rowKey ? row * grid.width + (last.from[member] as number) : -1;
}
