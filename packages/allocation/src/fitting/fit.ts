import { checkProblem } from './check-problem.ts';
import { findContradiction } from './contradiction.ts';
import { deviationOf, holdFixed } from './deviation.ts';
import { fitBounded, leavesBounds } from './bounds.ts';
import { scaleMargin, sumMargin } from './layout.ts';
import { settledCells } from './settled.ts';
import { settledByProgram } from './settled-linear.ts';
import type { Held } from './deviation.ts';
import type { MarginKernel } from './layout.ts';
import type { Contradiction, FitProblem } from './problem.ts';
import type { SettledCell } from './settled.ts';

export interface FitOptions {
  /** Greatest deviation accepted, as a share of each target (a target of 0 is met exactly). */
  readonly tolerance?: number;
  /** Rounds over all margins before giving up. */
  readonly maxIterations?: number;
  /** Called after each round. */
  readonly onProgress?: (iteration: number, deviation: number) => void;
  /** Asked after each round; an `AbortSignal` will do. */
  readonly signal?: { readonly aborted: boolean };
}

interface Outcome {
  readonly values: Float64Array;
  readonly iterations: number;
  /** Greatest distance of a sum from its target, as a share of the target. */
  readonly deviation: number;
}

/** A fitted table, or how near the fit came and why no nearer. */
export type FitResult =
  | ({ readonly ok: true } & Outcome)
  | ({
      readonly ok: false;
      /** `contradiction`: no table meets the problem. The others: the values came as near as `deviation` in the rounds given. */
      readonly reason: 'contradiction' | 'not-converged' | 'aborted';
      readonly contradiction: Contradiction | null;
    } & Outcome);

/** After this many rounds without convergence, then after twice as many, and so on, the fit asks why. */
const DOUBT_AFTER = 60;
/** Cells this near to their limit, as a share, are as exact as anyone can ask. */
const FINE = 1e-13;

/**
 * Fits a table of non-negative values to its margins: the one table that meets all of them and departs least, in relative
 * entropy, from the seed. Iterative proportional fitting (Deming and Stephan, Ann. Math. Statist. 11, 1940, 427–444): each
 * round scales the cells of every sum to its target. Held cells are taken out of the margins first. Bounds: see `bounds.ts`.
 * A seed that already fits comes back unchanged. Throws only for arrays that do not fit together or are no amounts.
 */
export function fit(problem: FitProblem, options: FitOptions = {}): FitResult {
  checkProblem(problem);
  const { tolerance = 1e-10 } = options;
  const held = holdFixed(problem);
  const start = deviationOf(problem, problem.seed);
  if (start <= tolerance && !leavesBounds(problem, problem.seed)) {
    return { ok: true, values: problem.seed.slice(), iterations: 0, deviation: start };
  }
  const run = new Run(problem, held, tolerance, options);
  const reason = run.scale() ?? run.keepBounds();
  const values = run.result();
  const { iterations, contradiction } = run;
  const deviation = deviationOf(problem, values);
  if (reason === null) return { ok: true, values, iterations, deviation };
  return { ok: false, reason, contradiction, values, iterations, deviation };
}

type Reason = 'contradiction' | 'not-converged' | 'aborted';

/** One fit under way. */
class Run {
  iterations = 0;
  contradiction: Contradiction | null = null;
  readonly #problem: FitProblem;
  readonly #held: Held;
  readonly #tolerance: number;
  readonly #options: FitOptions;
  readonly #limit: number;
  #doubtAt = DOUBT_AFTER;

  constructor(problem: FitProblem, held: Held, tolerance: number, options: FitOptions) {
    this.#problem = problem;
    this.#held = held;
    this.#tolerance = tolerance;
    this.#options = options;
    this.#limit = options.maxIterations ?? 10_000;
  }

  /** Scales round after round, bounds aside. A fit that leaves no bound is the fit within the bounds, too. */
  scale(): Reason | null {
    const { values, kernels, scales } = this.#held;
    const round = (): number => {
      let worst = 0;
      kernels.forEach((kernel, margin) => {
        worst = Math.max(worst, scaleToTargets(values, kernel, scales[margin]!));
      });
      return worst;
    };
    return this.#repeat(round, () => {
      for (const { cell } of withoutChoice(withoutBounds(this.#problem), values)) values[cell] = 0;
    });
  }

  /** Goes on from the scaled table, keeping the bounds, if it left any. */
  keepBounds(): Reason | null {
    if (!leavesBounds(this.#problem, this.#held.values, this.#problem.fixed)) return null;
    const { round, settle } = fitBounded(this.#problem, this.#held);
    return this.#repeat(round, () => settle(withoutChoice(this.#problem, this.#held.values)));
  }

  /** The values with the held cells back in their places. */
  result(): Float64Array {
    const { values } = this.#held;
    const { fixed, seed } = this.#problem;
    if (fixed !== undefined) for (let cell = 0; cell < values.length; cell += 1) if (fixed[cell]) values[cell] = seed[cell]!;
    return values;
  }

  #repeat(round: () => number, settle: () => void): Reason | null {
    let before = Infinity;
    let reachedAt = Infinity;
    for (;;) {
      const worst = round();
      this.iterations += 1;
      this.#options.onProgress?.(this.iterations, worst);
      if (worst <= this.#tolerance) {
        reachedAt = Math.min(reachedAt, this.iterations);
        if (isFine(worst, worst / before) || this.iterations >= 2 * reachedAt + 2) return null;
      }
      before = worst;
      if (this.#options.signal?.aborted === true) return worst <= this.#tolerance ? null : 'aborted';
      if (worst === Infinity || (this.iterations >= this.#doubtAt && worst > this.#tolerance)) {
        if (this.#contradicts()) return 'contradiction';
        settle();
      }
      if (this.iterations >= this.#limit || worst === Infinity) return worst <= this.#tolerance ? null : 'not-converged';
    }
  }

  /**
   * Slow convergence has two causes. Either no table meets the margins; or every table that does has zeros, or values at a
   * bound, in certain cells that scaling approaches without arriving: those are put there (Csiszár, Ann. Probab. 3, 1975).
   */
  #contradicts(): boolean {
    this.#doubtAt = this.iterations * 2;
    this.contradiction = findContradiction(this.#problem);
    return this.contradiction !== null;
  }
}

function withoutChoice(problem: FitProblem, values: Float64Array): SettledCell[] {
  const settled = settledCells(problem);
  return settled.length > 0 ? settled : settledByProgram(problem, values);
}

function withoutBounds({ dims, seed, margins, fixed }: FitProblem): FitProblem {
  return { dims, seed, margins, fixed };
}

/**
 * Small deviations do not make the cells exact when the rounds shrink them slowly: what is still to come adds up like a
 * geometric series. True when that is next to nothing, or when the digits of a double are used up.
 */
function isFine(deviation: number, rate: number): boolean {
  return rate >= 1 || (deviation * rate) / (1 - rate) <= FINE;
}

/** Scales the cells of every sum to its target. Answers how far the sums were away; Infinity: a sum of 0 cannot be scaled. */
function scaleToTargets(values: Float64Array, kernel: MarginKernel, scales: Float64Array): number {
  const { targets, sums } = kernel;
  sumMargin(values, kernel);
  let worst = 0;
  for (let at = 0; at < targets.length; at += 1) {
    const sum = sums[at]!;
    const target = targets[at]!;
    if (sum === target) sums[at] = 1;
    else if (sum > 0 && target >= 0) {
      worst = Math.max(worst, Math.abs(sum - target) / scales[at]!);
      sums[at] = target / sum;
    } else {
      worst = Infinity;
      sums[at] = 1;
    }
  }
  if (sums.length > targets.length) sums[targets.length] = 1;
  scaleMargin(values, kernel, sums);
  return worst;
}
