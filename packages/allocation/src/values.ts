/**
 * A long list of amounts as an immutable value: chunks that an edit copies only where it writes, so that a plan of a
 * million cells and its fifty undo steps share what they have in common. NaN is null: nobody has said anything.
 */

const SHIFT = 13;
const SIZE = 1 << SHIFT;
const MASK = SIZE - 1;

/** Amounts by position, NaN for null. Never write into a chunk. */
export interface Values {
  readonly length: number;
  readonly chunks: readonly Float64Array[];
}

/** So many nulls; all of them in one shared chunk. */
export function emptyValues(length: number): Values {
  const nothing = new Float64Array(SIZE).fill(NaN);
  return { length, chunks: Array.from({ length: Math.ceil(length / SIZE) }, () => nothing) };
}

/** Values of a flat list, which is copied. */
export function valuesOf(flat: Float64Array): Values {
  const chunks: Float64Array[] = [];
  for (let start = 0; start < flat.length; start += SIZE) {
    const chunk = new Float64Array(SIZE).fill(NaN);
    chunk.set(flat.subarray(start, start + SIZE));
    chunks.push(chunk);
  }
  return { length: flat.length, chunks };
}

/** The amount at a position, NaN for null. */
export function valueAt(values: Values, position: number): number {
  return (values.chunks[position >> SHIFT] as Float64Array)[position & MASK] as number;
}

/** A sum on its way. `exact` is false once a partial sum has left the safe integers: what it comes back to may be off by units. */
export interface RunningSum {
  sum: number;
  count: number;
  exact: boolean;
}

/** Adds what stands from `start` up to, not including, `end`, and how many of them are not null. */
export function sumRange(values: Values, start: number, end: number, into: RunningSum): void {
  let { sum, count, exact } = into;
  for (let at = start; at < end;) {
    const chunk = values.chunks[at >> SHIFT] as Float64Array;
    const first = at & MASK;
    const last = Math.min(SIZE, first + end - at);
    for (let index = first; index < last; index += 1) {
      const value = chunk[index] as number;
      if (value === value) {
        sum += value;
        count += 1;
        if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) exact = false;
      }
    }
    at += last - first;
  }
  into.sum = sum;
  into.count = count;
  into.exact = exact;
}

/** The amounts at the positions, NaN for null. */
export function gather(values: Values, positions: Int32Array): Float64Array {
  const found = new Float64Array(positions.length);
  const { chunks } = values;
  if (isRun(positions)) {
    eachChunk(positions, (number, first, last, from) => {
      found.set((chunks[number] as Float64Array).subarray(first, last), from);
    });
    return found;
  }
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as number;
    found[index] = (chunks[position >> SHIFT] as Float64Array)[position & MASK] as number;
  }
  return found;
}

/** Values with `amounts[i]` at `positions[i]`; chunks without a position stay shared. */
export function scatter(values: Values, positions: Int32Array, amounts: Float64Array): Values {
  const chunks = [...values.chunks];
  if (isRun(positions)) {
    eachChunk(positions, (number, first, last, from) => {
      const chunk = (values.chunks[number] as Float64Array).slice();
      chunk.set(amounts.subarray(from, from + last - first), first);
      chunks[number] = chunk;
    });
    return { length: values.length, chunks };
  }
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as number;
    const number = position >> SHIFT;
    let chunk = chunks[number] as Float64Array;
    if (chunk === values.chunks[number]) chunks[number] = chunk = chunk.slice();
    chunk[position & MASK] = amounts[index] as number;
  }
  return { length: values.length, chunks };
}

/** Whether positions ascend without a gap: such stretches are copied as a whole. */
function isRun(positions: Int32Array): boolean {
  const { length } = positions;
  const start = positions[0] as number;
  if (length === 0 || (positions[length - 1] as number) - start !== length - 1) return false;
  for (let index = 1; index < length; index += 1) if (positions[index] !== start + index) return false;
  return true;
}

/** Calls back with the part of every chunk that a run covers, and with where that part starts among the positions. */
function eachChunk(positions: Int32Array, visit: (number: number, first: number, last: number, from: number) => void): void {
  const start = positions[0] as number;
  const end = start + positions.length;
  for (let at = start; at < end;) {
    const first = at & MASK;
    const last = Math.min(SIZE, first + end - at);
    visit(at >> SHIFT, first, last, at - start);
    at += last - first;
  }
}
