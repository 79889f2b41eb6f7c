// `node test/bench/allocation/fitting.mjs [folder]`: fits and roundings against published tables (default ../shared/bench), speed, and
// R's loglin on the same table in the same run. Prints one table; asserts nothing.
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { findContradiction, fit, roundToMargins } from '../../../packages/allocation/src/fitting/index.ts';
import { runLoglin } from './fitting-loglin.mjs';
import { bestOf, crossing, problemOf, withHolds } from './fitting-tables.mjs';

const folder = resolve(process.argv[2] ?? '../shared/bench');
const rows = [];
const note = (what, result, time = '', rate = '') => rows.push({ what, result, time, rate });
const ms = (duration) => `${duration.toFixed(duration < 10 ? 1 : 0)} ms`;
const millions = (updates, duration) => `${(updates / duration / 1000).toFixed(0)} M updates/s`;

/** The file has the first axis contiguous, we have the last: the same numbers with the axes named in reverse. */
function fromReference({ dim, seed, targets }, unit) {
  const margins = targets.map(({ dims, values }) => ({
    axes: [...dims].reverse().map((axis) => dim.length - axis),
    targets: Float64Array.from(values, (value) => value * unit),
  }));
  return { dims: [...dim].reverse(), seed: Float64Array.from(seed), margins };
}

function publishedFits({ problems }) {
  for (const reference of problems) {
    const problem = fromReference(reference, 1);
    const { best, result } = bestOf(5, () => fit(problem));
    const far = reference.fitted_mipfp.reduce((most, value, cell) => Math.max(most, Math.abs(value - result.values[cell])), 0);
    const zeros = problem.seed.every((value, cell) => value > 0 || result.values[cell] === 0);
    note(
      `fit ${reference.name}`,
      `farthest cell ${far.toExponential(1)}, zeros ${zeros ? 'kept' : 'LOST'}, ${result.iterations} rounds`,
      ms(best),
    );
  }
}

function publishedRoundings({ problems, controlled_rounding_optima: optima }) {
  for (const { name, unit, L1opt } of optima) {
    const reference = problems.find((one) => one.name === name);
    const problem = fromReference(reference, unit);
    const { values } = fit(problem);
    const { best, result } = bestOf(3, () => roundToMargins(values, problem));
    const distances = reference.fitted_mipfp.map((value, cell) => Math.abs(value * unit - result.values[cell]));
    const total = distances.reduce((sum, distance) => sum + distance, 0);
    const ratio = L1opt === 0 ? (total < 1e-6 ? 'equal' : 'WORSE') : (total / L1opt).toFixed(5);
    note(
      `rounding ${name} × ${unit}`,
      `${exact(problem, result)}, total / optimum ${ratio}, farthest ${Math.max(...distances).toFixed(3)}`,
      ms(best),
    );
  }
}

function exact(problem, result) {
  if (!result.ok) return result.reason;
  const whole = result.values.every(Number.isSafeInteger);
  const again = fit({ ...problem, seed: result.values }, { maxIterations: 1, tolerance: 0 });
  return whole && again.deviation === 0 ? 'margins exact' : 'MARGINS MISSED';
}

function speedOfFits() {
  const shapes = [
    [
      [10, 20, 50, 100],
      [[0], [1], [2], [3]],
    ],
    [
      [10, 20, 50, 100],
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [0, 3],
      ],
    ],
    [
      [50, 40, 25, 20],
      [
        [0, 1, 2],
        [1, 2, 3],
        [0, 3],
        [0, 2],
      ],
    ],
    [
      [83_334, 12],
      [[0], [1]],
    ],
  ];
  for (const [dims, axes] of shapes) {
    const problem = crossing(dims, axes);
    const { best, result } = bestOf(5, () => fit(problem));
    const updates = problem.seed.length * axes.length * result.iterations;
    note(
      `fit ${dims.join('×')}, margins ${axes.map((own) => own.join('')).join(' ')}`,
      fitted(result),
      ms(best),
      millions(updates, best),
    );
  }
  const grouped = problemOf(1_000_000, 4);
  const { best, result } = bestOf(3, () => fit(grouped));
  note('fit 1,000,000 cells, 4 margins by groups', fitted(result), ms(best), millions(4e6 * result.iterations, best));
  const free = crossing([1000, 300], [[0], [1]]);
  const middle = fit(free).values;
  const bounded = { ...free, upper: middle.map((value, cell) => (cell % 7 === 0 ? value * 0.8 : Infinity)) };
  const run = bestOf(3, () => fit(bounded));
  note(
    'fit 1000×300, every seventh cell bounded',
    fitted(run.result),
    ms(run.best),
    millions(6e5 * run.result.iterations, run.best),
  );
}

const fitted = (result) =>
  `${result.ok ? 'fits' : result.reason}, deviation ${result.deviation.toExponential(1)}, ${result.iterations} rounds`;

function speedOfRoundings() {
  const shapes = [
    [
      [300, 500],
      [[0], [1]],
    ],
    [
      [12_500, 12],
      [[0], [1]],
    ],
    [
      [60, 50, 50],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    ],
    [
      [30, 20, 12, 20],
      [[0], [1], [2], [3]],
    ],
  ];
  for (const [dims, axes] of shapes) {
    const problem = crossing(dims, axes);
    const { values } = fit(problem);
    const { best, result } = bestOf(3, () => roundToMargins(values, problem));
    const nearest = values.reduce((sum, value) => sum + Math.abs(value - Math.round(value)), 0);
    const ratio = result.ok
      ? `total / nearest integers ${(result.totalDeviation / nearest).toFixed(4)}, further ${result.movedFurther.length}`
      : '';
    note(
      `rounding ${dims.join('×')}, margins ${axes.map((own) => own.join('')).join(' ')}`,
      `${exact(problem, result)}, ${ratio}`,
      ms(best),
    );
  }
}

function speedOfContradictions() {
  const problem = withHolds(crossing([300, 500], [[0], [1]]), 400);
  const { best, result } = bestOf(2, () => findContradiction(problem));
  note('contradiction among 400 holds, 300×500', `${result?.claims.length} claims`, ms(best));
}

function peer() {
  for (const [dims, axes] of [
    [
      [100, 100, 100],
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
    ],
    [
      [10, 20, 50, 100],
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [0, 3],
      ],
    ],
  ]) {
    const problem = crossing(dims, axes);
    const theirs = runLoglin(problem, 1e-10);
    if (theirs === null) {
      note('R loglin', 'skipped: there is no Rscript (Debian package r-base-core)');
      return;
    }
    const { best, result } = bestOf(5, () => fit(problem));
    const far = result.values.reduce((most, value, cell) => Math.max(most, Math.abs(value - theirs.values[cell]) / value), 0);
    const size = `${dims.join('×')}, ${axes.length} margins`;
    const updates = problem.seed.length * axes.length;
    note(`R loglin ${size}`, `${theirs.iterations} rounds`, ms(theirs.best), millions(updates * theirs.iterations, theirs.best));
    note(
      `ours, same table`,
      `${result.iterations} rounds, cells agree to ${far.toExponential(1)}, ${(theirs.best / best).toFixed(1)} times as fast`,
      ms(best),
      millions(updates * result.iterations, best),
    );
  }
}

const before = loadavg()[0];
const file = join(folder, 'ipf/reference.json');
if (existsSync(file)) {
  const reference = JSON.parse(readFileSync(file, 'utf8'));
  publishedFits(reference);
  publishedRoundings(reference);
} else note('published tables', `none: ${file} does not exist`);
speedOfFits();
speedOfRoundings();
speedOfContradictions();
peer();
console.log(
  `Node ${process.version}, load ${before.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after; times are the best of several runs\n`,
);
console.table(rows);
