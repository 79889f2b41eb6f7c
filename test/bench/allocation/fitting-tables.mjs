/** Problems of any size from a seeded generator, so that every run measures the same tables. */

/** Uniform numbers from 0 to 1 (Park and Miller's minimal standard generator). */
function generator(seed) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const productOf = (sizes) => sizes.reduce((product, size) => product * size, 1);

/** A dense table whose margins are the sums of another, `hidden` table of integers up to 99. */
export function crossing(dims, axes) {
  const random = generator(7);
  const cells = productOf(dims);
  const hidden = Float64Array.from({ length: cells }, () => Math.floor(random() * 100));
  const seed = Float64Array.from({ length: cells }, () => 0.1 + random());
  const margins = axes.map((own) => {
    const targets = new Float64Array(productOf(own.map((axis) => dims[axis])));
    const position = dims.map(() => 0);
    for (let cell = 0; cell < cells; cell += 1) {
      targets[own.reduce((index, axis) => index * dims[axis] + position[axis], 0)] += hidden[cell];
      for (let axis = dims.length - 1; axis >= 0 && ++position[axis] === dims[axis]; axis -= 1) position[axis] = 0;
    }
    return { axes: own, targets };
  });
  return { dims, seed, margins, hidden };
}

/** A list of cells in random groups: a sparse plan. */
export function problemOf(cells, count) {
  const random = generator(11);
  const hidden = Float64Array.from({ length: cells }, () => 1 + Math.floor(random() * 100));
  const margins = Array.from({ length: count }, (_, margin) => {
    const targets = new Float64Array(50 * 10 ** (margin % 3));
    const group = Int32Array.from({ length: cells }, () => Math.floor(random() * targets.length));
    group.forEach((own, cell) => (targets[own] += hidden[cell]));
    return { group, targets };
  });
  return { dims: [cells], seed: Float64Array.from({ length: cells }, () => 0.1 + random()), margins };
}

/** The problem with random cells held, and those of one row held so high that its target cannot be met. */
export function withHolds(problem, count) {
  const random = generator(13);
  const [, columns] = problem.dims;
  const seed = problem.seed.map(() => 10);
  const fixed = new Uint8Array(seed.length);
  for (let hold = 0; hold < count; hold += 1) fixed[Math.floor(random() * seed.length)] = 1;
  const target = problem.margins[0].targets[7];
  for (let hold = 0; hold < 20; hold += 1) {
    fixed[7 * columns + hold * 3] = 1;
    seed[7 * columns + hold * 3] = Math.ceil((target / 150) * (hold + 1));
  }
  return { ...problem, seed, fixed };
}

/** The shortest time of several runs, in milliseconds, and the last result. */
export function bestOf(runs, work) {
  let best = Infinity;
  let result;
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    result = work();
    best = Math.min(best, performance.now() - begun);
  }
  return { best, result };
}
