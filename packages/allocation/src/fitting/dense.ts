/** How a margin over axes lies in a row-major table: runs of neighbouring cells, and where each run's sums are kept. */
export interface DenseLayout {
  readonly kind: 'dense';
  /** Cells in a run. */
  readonly length: number;
  /** True: the cells of a run belong to neighbouring sums. False: they all belong to the same sum. */
  readonly spread: boolean;
  /** For each run, the first (or only) sum it belongs to. */
  readonly start: Int32Array;
}

interface Block {
  size: number;
  readonly inside: boolean;
  /** Distance of two neighbours along this block in the array of sums. */
  stride: number;
}

/**
 * Lays out a margin over axes named in ascending order. Neighbouring axes that are both inside or both outside of the margin act as one, so that runs are as
 * long as can be and the inner loops need no index arithmetic.
 */
export function denseLayout(dims: readonly number[], axes: readonly number[]): DenseLayout {
  const blocks = mergedBlocks(dims, axes);
  const last = blocks.pop() ?? { size: 1, inside: false, stride: 0 };
  let start = new Int32Array(1);
  for (const { size, stride } of blocks) {
    const next = new Int32Array(start.length * size);
    for (let run = 0, at = 0; run < start.length; run += 1) {
      for (let step = 0; step < size; step += 1, at += 1) next[at] = (start[run] ?? 0) + step * stride;
    }
    start = next;
  }
  return { kind: 'dense', length: last.size, spread: last.inside && last.size > 1, start };
}

function mergedBlocks(dims: readonly number[], axes: readonly number[]): Block[] {
  const strides = new Map<number, number>();
  let stride = 1;
  for (const axis of [...axes].reverse()) {
    strides.set(axis, stride);
    stride *= dims[axis] ?? 1;
  }
  const blocks: Block[] = [];
  dims.forEach((size, axis) => {
    if (size === 1) return;
    const own = strides.get(axis);
    const before = blocks.at(-1);
    const joins = before !== undefined && before.inside === (own !== undefined) && before.stride === (own ?? 0) * size;
    if (joins) {
      before.size *= size;
      before.stride = own ?? 0;
    } else blocks.push({ size, inside: own !== undefined, stride: own ?? 0 });
  });
  return blocks;
}

/** Adds up the cells of every sum. `sums` is overwritten. */
export function sumDense(values: Float64Array, { length, spread, start }: DenseLayout, sums: Float64Array): void {
  sums.fill(0);
  if (spread) sumSpread(values, length, start, sums);
  else sumRuns(values, length, start, sums);
}

/** Multiplies the cells of every sum by its factor. */
export function scaleDense(values: Float64Array, { length, spread, start }: DenseLayout, factors: Float64Array): void {
  if (spread) scaleSpread(values, length, start, factors);
  else scaleRuns(values, length, start, factors);
}

function sumSpread(values: Float64Array, length: number, start: Int32Array, sums: Float64Array): void {
  for (let run = 0, cell = 0; run < start.length; run += 1) {
    const end = start[run]! + length;
    for (let at = start[run]!; at < end; at += 1, cell += 1) sums[at]! += values[cell]!;
  }
}

function sumRuns(values: Float64Array, length: number, start: Int32Array, sums: Float64Array): void {
  const quads = length - (length % 4);
  for (let run = 0, cell = 0; run < start.length; run += 1) {
    // Four sums side by side: a single one would wait for each addition to finish.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    const end = cell + quads;
    for (; cell < end; cell += 4) {
      a += values[cell]!;
      b += values[cell + 1]!;
      c += values[cell + 2]!;
      d += values[cell + 3]!;
    }
    for (let rest = quads; rest < length; rest += 1, cell += 1) a += values[cell]!;
    sums[start[run]!]! += a + b + (c + d);
  }
}

function scaleSpread(values: Float64Array, length: number, start: Int32Array, factors: Float64Array): void {
  for (let run = 0, cell = 0; run < start.length; run += 1) {
    const end = start[run]! + length;
    for (let at = start[run]!; at < end; at += 1, cell += 1) values[cell]! *= factors[at]!;
  }
}

function scaleRuns(values: Float64Array, length: number, start: Int32Array, factors: Float64Array): void {
  for (let run = 0, cell = 0; run < start.length; run += 1) {
    const factor = factors[start[run]!]!;
    for (const end = cell + length; cell < end; cell += 1) values[cell]! *= factor;
  }
}
