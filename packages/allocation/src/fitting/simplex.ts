/** minimise cost · x subject to A x = b and lower ≤ x ≤ upper. `a` is row-major, `lower` finite. */
export interface LinearProgram {
  readonly rows: number;
  readonly columns: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cost: Float64Array;
}

/** A best solution, or multipliers of the rows that prove there is none (Farkas), or neither after too many steps. */
export type LinearResult = (
  | { readonly kind: 'optimal'; readonly x: Float64Array; readonly cost: number }
  | { readonly kind: 'infeasible'; readonly multipliers: Float64Array }
  | { readonly kind: 'gave-up' }
) & {
  /** Exchanges of the basis it took, each as dear as the tableau is large. */
  readonly exchanges: number;
};

const EPSILON = 1e-9;
const AT_LOWER = 0;
const AT_UPPER = 1;
const BASIC = 2;

/**
 * The simplex method for bounded variables (Dantzig 1955), with one artificial variable for each row in a first phase. A dense
 * tableau: meant for tables of up to some hundred rows and a few thousand columns. When steps stop helping, the least index
 * is chosen (Bland 1977), so that it ends.
 */
export function solveLinear(program: LinearProgram): LinearResult {
  const tableau = new Tableau(program);
  const result = solve(tableau, program);
  return { ...result, exchanges: tableau.exchanges };
}

type Solved<T = LinearResult> = T extends LinearResult ? Omit<T, 'exchanges'> : never;

function solve(tableau: Tableau, program: LinearProgram): Solved {
  const first = tableau.minimise(tableau.phaseOneCost());
  if (!first) return { kind: 'gave-up' };
  if (tableau.infeasibility() > EPSILON * tableau.scale) return { kind: 'infeasible', multipliers: tableau.multipliers() };
  tableau.closeArtificials();
  const cost = new Float64Array(tableau.width);
  cost.set(program.cost);
  if (!tableau.minimise(cost)) return { kind: 'gave-up' };
  const x = tableau.solution();
  return { kind: 'optimal', x, cost: x.reduce((sum, value, column) => sum + value * program.cost[column]!, 0) };
}

class Tableau {
  readonly width: number;
  /** The size of the numbers, against which zero is judged. */
  readonly scale: number;
  exchanges = 0;
  readonly #rows: number;
  readonly #columns: number;
  readonly #cells: Float64Array;
  readonly #sign: Float64Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #value: Float64Array;
  readonly #status: Uint8Array;
  readonly #basis: Int32Array;
  #reduced = new Float64Array(0);

  constructor({ rows, columns, a, b, lower, upper }: LinearProgram) {
    const width = columns + rows;
    this.width = width;
    this.#rows = rows;
    this.#columns = columns;
    this.#cells = new Float64Array(rows * width);
    this.#sign = new Float64Array(rows);
    this.#lower = new Float64Array(width);
    this.#upper = new Float64Array(width).fill(Infinity);
    this.#value = new Float64Array(width);
    this.#status = new Uint8Array(width).fill(AT_LOWER);
    this.#basis = new Int32Array(rows);
    this.#lower.set(lower);
    this.#upper.set(upper);
    this.#value.set(lower);
    this.scale = Math.max(1, ...b.map(Math.abs));
    for (let row = 0; row < rows; row += 1) {
      let left = b[row]!;
      for (let column = 0; column < columns; column += 1) left -= a[row * columns + column]! * lower[column]!;
      const sign = left < 0 ? -1 : 1;
      this.#sign[row] = sign;
      for (let column = 0; column < columns; column += 1) this.#cells[row * width + column] = sign * a[row * columns + column]!;
      this.#cells[row * width + columns + row] = 1;
      this.#basis[row] = columns + row;
      this.#status[columns + row] = BASIC;
      this.#value[columns + row] = Math.abs(left);
    }
  }

  phaseOneCost(): Float64Array {
    return new Float64Array(this.width).fill(1, this.#columns);
  }

  infeasibility(): number {
    let sum = 0;
    for (let column = this.#columns; column < this.width; column += 1) sum += this.#value[column]!;
    return sum;
  }

  /** Multipliers of the rows as given: the artificial columns of the tableau hold the inverse of the basis. */
  multipliers(): Float64Array {
    return this.#sign.map((sign, row) => sign * (1 - this.#reduced[this.#columns + row]!));
  }

  closeArtificials(): void {
    for (let column = this.#columns; column < this.width; column += 1) this.#upper[column] = Math.max(0, this.#value[column]!);
  }

  solution(): Float64Array {
    return this.#value.slice(0, this.#columns);
  }

  /** False after more steps than any sound problem of this size needs. */
  minimise(cost: Float64Array): boolean {
    this.#price(cost);
    const patience = 20 * (this.#rows + 10);
    const limit = 50 * (this.width + 100);
    for (let step = 0, idle = 0; step < limit; step += 1) {
      const entering = this.#entering(idle > patience);
      if (entering < 0) return true;
      const moved = this.#enter(entering);
      idle = moved > EPSILON ? 0 : idle + 1;
      if (moved === Infinity) return false;
    }
    return false;
  }

  #price(cost: Float64Array): void {
    this.#reduced = cost.slice();
    for (let row = 0; row < this.#rows; row += 1) {
      const weight = cost[this.#basis[row]!]!;
      if (weight === 0) continue;
      for (let column = 0; column < this.width; column += 1) {
        this.#reduced[column]! -= weight * this.#cells[row * this.width + column]!;
      }
    }
  }

  #entering(least: boolean): number {
    let best = -1;
    let bestGain = EPSILON;
    for (let column = 0; column < this.width; column += 1) {
      const status = this.#status[column];
      if (status === BASIC || this.#lower[column] === this.#upper[column]) continue;
      const gain = status === AT_LOWER ? -this.#reduced[column]! : this.#reduced[column]!;
      if (gain <= bestGain) continue;
      if (least) return column;
      best = column;
      bestGain = gain;
    }
    return best;
  }

  /** Moves the variable as far as it may go; answers how far. */
  #enter(entering: number): number {
    const direction = this.#status[entering] === AT_LOWER ? 1 : -1;
    let step = this.#upper[entering]! - this.#lower[entering]!;
    let leaving = -1;
    let pivot = 0;
    for (let row = 0; row < this.#rows; row += 1) {
      const slope = direction * this.#cells[row * this.width + entering]!;
      if (Math.abs(slope) <= EPSILON) continue;
      const basic = this.#basis[row]!;
      const room = slope > 0 ? this.#value[basic]! - this.#lower[basic]! : this.#upper[basic]! - this.#value[basic]!;
      const limit = Math.max(0, room) / Math.abs(slope);
      // Among equals the largest pivot, for the sake of the digits; then the least index, so that Bland's rule holds.
      const better = limit < step - EPSILON || (limit <= step && Math.abs(slope) > pivot + EPSILON);
      if (!better) continue;
      step = Math.min(step, limit);
      leaving = row;
      pivot = Math.abs(slope);
    }
    if (step === Infinity) return step;
    for (let row = 0; row < this.#rows; row += 1) {
      this.#value[this.#basis[row]!]! -= direction * step * this.#cells[row * this.width + entering]!;
    }
    this.#value[entering]! += direction * step;
    if (leaving < 0) this.#status[entering] = direction > 0 ? AT_UPPER : AT_LOWER;
    else this.#exchange(entering, leaving);
    return step;
  }

  #exchange(entering: number, row: number): void {
    this.exchanges += 1;
    const { width } = this;
    const cells = this.#cells;
    const out = this.#basis[row]!;
    const toUpper = Math.abs(this.#value[out]! - this.#upper[out]!) < Math.abs(this.#value[out]! - this.#lower[out]!);
    this.#status[out] = toUpper ? AT_UPPER : AT_LOWER;
    this.#value[out] = toUpper ? this.#upper[out]! : this.#lower[out]!;
    this.#status[entering] = BASIC;
    this.#basis[row] = entering;
    const pivot = cells[row * width + entering]!;
    for (let column = 0; column < width; column += 1) cells[row * width + column]! /= pivot;
    for (let other = 0; other < this.#rows; other += 1) {
      if (other !== row) subtract(cells, other * width, cells, row * width, cells[other * width + entering]!, width);
    }
    subtract(this.#reduced, 0, cells, row * width, this.#reduced[entering]!, width);
  }
}

function subtract(target: Float64Array, at: number, source: Float64Array, from: number, factor: number, width: number): void {
  if (factor === 0) return;
  for (let column = 0; column < width; column += 1) target[at + column]! -= factor * source[from + column]!;
}
