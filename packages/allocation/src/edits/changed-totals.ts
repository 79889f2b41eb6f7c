/** From changed leaf cells to the changed cells above them. */
import { ladderOf, touchedLeaves } from './ladder.ts';
import type { Axis } from '../axis.ts';
import type { Grid } from '../grid.ts';
import type { ChangedCells } from './changed-cells.ts';
import type { Ladder } from './ladder.ts';

/** Changed cells of the chosen levels, unordered. */
export interface ChangedTotals {
  /** `cellKey` of each. */
  readonly keys: Float64Array;
  /** Sum of the depths of its members. */
  readonly depths: Int32Array;
  /** By how much each moved; NaN where leaves turned from or into null, so that only a look at the cell tells. */
  readonly moved: Float64Array;
}

/** More sums than this are kept by their number instead of in a table. */
const LARGEST_TABLE = 1 << 23;

/** Sums of changes, by the number of the cell among the chosen ones (mixed radix of places). */
class Sums {
  moved: Float64Array;
  /** By how many leaves with a value: null turns into 0 without moving. */
  filled: Float64Array;
  readonly #slots: Map<number, number> | null;

  constructor(size: number) {
    this.#slots = size > LARGEST_TABLE ? new Map() : null;
    const room = this.#slots === null ? size : 1 << 16;
    this.moved = new Float64Array(room);
    this.filled = new Float64Array(room);
  }

  add(number: number, moved: number, filled: number): void {
    const slot = this.#slots === null ? number : this.#slotOf(number, this.#slots);
    this.moved[slot] = (this.moved[slot] as number) + moved;
    this.filled[slot] = (this.filled[slot] as number) + filled;
  }

  #slotOf(number: number, slots: Map<number, number>): number {
    let slot = slots.get(number);
    if (slot === undefined) {
      slot = slots.size;
      slots.set(number, slot);
      if (slot >= this.moved.length) {
        this.moved = grown(this.moved);
        this.filled = grown(this.filled);
      }
    }
    return slot;
  }

  /** How many cells `each` will come to. */
  count(): number {
    let count = 0;
    this.each(() => (count += 1));
    return count;
  }

  /** Calls back with every cell that anything was added to and that did not cancel out. */
  each(visit: (number: number, moved: number, filled: number) => void): void {
    const look = (slot: number, number: number): void => {
      const [moved, filled] = [this.moved[slot] as number, this.filled[slot] as number];
      if (moved !== 0 || filled !== 0) visit(number, moved, filled);
    };
    if (this.#slots === null) for (let slot = 0; slot < this.moved.length; slot += 1) look(slot, slot);
    else for (const [number, slot] of this.#slots) look(slot, number);
  }
}

function grown(list: Float64Array): Float64Array {
  const larger = new Float64Array(list.length * 2);
  larger.set(list);
  return larger;
}

/**
 * Adds up the changes of every cell of the chosen levels. Where only nulls and zeros changed places, `differs` decides with
 * the key of the cell whether its value is another.
 */
export function changedTotals(
  grid: Grid,
  changed: ChangedCells,
  levels: Readonly<Record<string, readonly number[]>>,
  differs: (key: number) => boolean,
): ChangedTotals {
  const touched = touchedLeaves(grid, changed.positions);
  const ladders = grid.axes.map((axis, at) => ladderOf(axis, levels[axis.id], touched[at] as Uint8Array));
  const sums = new Sums(ladders.reduce((product, { members }) => product * members.length, 1));
  addUp(grid, changed, ladders, sums);
  const count = sums.count();
  const keys = new Float64Array(count);
  const depths = new Int32Array(count);
  const moves = new Float64Array(count);
  let next = 0;
  sums.each((number, moved, filled) => {
    const { key, depth } = cellOf(grid.axes, ladders, number);
    if (moved === 0 && !differs(key)) return;
    keys[next] = key;
    moves[next] = filled === 0 ? moved : NaN;
    depths[next++] = depth;
  });
  return { keys: keys.subarray(0, next), depths: depths.subarray(0, next), moved: moves.subarray(0, next) };
}

function addUp(grid: Grid, { positions, before, after }: ChangedCells, ladders: readonly Ladder[], sums: Sums): void {
  const { width } = grid;
  const last = ladders.at(-1) as Ladder;
  let row = -1;
  let numbers: readonly number[] = [];
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as number;
    const own = (position / width) | 0;
    if (own !== row) {
      row = own;
      numbers = rowNumbers(grid, ladders, row);
    }
    const [was, is] = [before[index] as number, after[index] as number];
    const moved = (is === is ? is : 0) - (was === was ? was : 0);
    const filled = (is === is ? 1 : 0) - (was === was ? 1 : 0);
    const leaf = position - row * width;
    const end = last.start[leaf + 1] as number;
    for (let at = last.start[leaf] as number; at < end; at += 1) {
      const place = last.above[at] as number;
      for (const number of numbers) sums.add(number + place, moved, filled);
    }
  }
}

/** Numbers of the chosen cells above a row, up to the place on the last axis. */
function rowNumbers(grid: Grid, ladders: readonly Ladder[], row: number): number[] {
  let numbers = [0];
  grid.rows.forEach((column, at) => {
    const { start, above, members } = ladders[at] as Ladder;
    const leaf = column[row] as number;
    const places = above.subarray(start[leaf], start[leaf + 1]);
    numbers = numbers.flatMap((number) => Array.from(places, (place) => number * members.length + place));
  });
  const { length } = (ladders.at(-1) as Ladder).members;
  return numbers.map((number) => number * length);
}

function cellOf(axes: readonly Axis[], ladders: readonly Ladder[], number: number): { key: number; depth: number } {
  let [key, depth, radix, rest] = [0, 0, 1, number];
  for (let at = axes.length - 1; at >= 0; at -= 1) {
    const { members } = ladders[at] as Ladder;
    const axis = axes[at] as Axis;
    const member = members[rest % members.length] as number;
    rest = Math.floor(rest / members.length);
    key += member * radix;
    radix *= axis.ids.length;
    depth += axis.depth[member] as number;
  }
  return { key, depth };
}
