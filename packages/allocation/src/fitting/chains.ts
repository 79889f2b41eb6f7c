import { membersOf } from './groups.ts';
import type { Members } from './groups.ts';
import type { Parts } from './round-parts.ts';
import type { Placement } from './round.ts';

/** Steps of a chain. Four close a circle within two crossing margins, eight a cube within three. */
const DEPTH = 12;
/** Cells looked at for one step. */
const LOOK = 1500;
/** Passes over the cells to save deviation once nothing is out. */
const PASSES = 8;
/** Cells looked at before the search gives up. A table of 10,000 × 10 × 10 with three margins takes a third of them. */
const SEARCH = 3e8;
/** Cells looked at while saving deviation. */
const EFFORT = 1.5e7;
/** Price of a group that is one unit out, beside the deviation a step adds. */
const OUT = 8;
/** Price of a unit beyond floor or ceiling. */
const FURTHER = 4;

/**
 * Rounds large tables whose margins interlock. Each cell starts at its nearer integer; then chains of steps mend groups that
 * are out: each step takes the cell that brings its group nearer at least harm to others, and goes on at a group it put out
 * (ejection chains: Glover, Discrete Appl. Math. 65, 1996, 223–253). The best start of a chain is kept, the rest taken back.
 * Where floors and ceilings lead no further, cells may go beyond. Deterministic. It proves nothing when it finds none, after
 * `effort` looks at cells at the latest.
 */
export function placeByChains(parts: Parts, order: Int32Array, cost: Float64Array, effort = SEARCH): Placement {
  const search = new ChainSearch(parts, cost);
  if (!search.run(false, effort) && !search.run(true, effort)) return 'not-found';
  search.improve(order);
  return search.steps;
}

class ChainSearch {
  readonly steps: Float64Array;
  readonly #parts: Parts;
  readonly #cost: Float64Array;
  readonly #members: readonly Members[];
  readonly #missing: Float64Array;
  readonly #marginOf: Int32Array;
  /** Group numbers of each cell side by side, -1 for none: a look at a cell reads one place in memory. */
  readonly #groupsOf: Int32Array;
  /** What one unit more or less costs at each cell, Infinity where it may not be; kept up by `#move`. */
  readonly #rise: Float64Array;
  readonly #fall: Float64Array;
  readonly #weight: Float64Array;
  readonly #used: Int32Array;
  #chain = 0;
  #out = 0;
  #further = false;
  #looked = 0;
  /** A small generator of our own: ties must fall the same way each time. */
  #random = 1;

  constructor(parts: Parts, cost: Float64Array) {
    const { groups, free, need } = parts;
    this.#parts = parts;
    this.#cost = cost;
    this.steps = Float64Array.from(cost, (price) => (price < 0 ? 1 : 0));
    this.#members = groups.ofCells.map((group, margin) =>
      membersOf(group, groups.offset[margin + 1]! - groups.offset[margin]!, (cell) => free[cell] === 1),
    );
    this.#missing = need.slice();
    this.#weight = new Float64Array(need.length).fill(1);
    this.#used = new Int32Array(cost.length);
    this.#marginOf = new Int32Array(need.length);
    groups.offset.slice(1).forEach((end, margin) => this.#marginOf.fill(margin, groups.offset[margin], end));
    this.#groupsOf = sideBySide(parts.groups, cost.length);
    this.#rise = new Float64Array(cost.length);
    this.#fall = new Float64Array(cost.length);
    this.steps.forEach((step, cell) => {
      if (step !== 0) this.#eachGroup(cell, (group) => (this.#missing[group]! -= step));
    });
    for (const amount of this.#missing) this.#out += Math.abs(amount);
  }

  /** Mends until nothing is out; false when that takes too many chains. */
  run(further: boolean, effort: number): boolean {
    this.#further = further;
    for (let cell = 0; cell < this.steps.length; cell += 1) this.#setPrices(cell);
    let idle = 0;
    let least = this.#out;
    const patience = 2000 + 16 * this.#missing.length;
    const end = this.#looked + effort;
    while (this.#out > 0 && idle < patience && this.#looked < end) {
      for (let group = 0; group < this.#missing.length && this.#out > 0 && this.#looked < end; group += 1) {
        if (this.#missing[group] === 0) continue;
        const before = this.#out;
        this.#mend(group);
        // Against the least ever: units that go round in circles are no progress.
        if (this.#out < least) [least, idle] = [this.#out, 0];
        else idle += 1;
        // What resists grows dearer, until others give way (breakout method: Morris 1993).
        if (this.#out >= before) this.#weight[group]! += 0.25;
      }
    }
    return this.#out === 0;
  }

  /**
   * Brings cells to their nearer integer where a chain that starts with them mends all it puts out and saves deviation. Ends
   * when a pass over the cells saves little.
   */
  improve(order: Int32Array): void {
    this.#weight.fill(1);
    this.#looked = 0;
    const rising = order.filter((cell) => !Number.isNaN(this.#cost[cell]!));
    rising.sort((a, b) => Math.abs(this.#cost[b]!) - Math.abs(this.#cost[a]!));
    for (let pass = 0, saved = 1; pass < PASSES && saved > 0; pass += 1) {
      saved = 0;
      for (const cell of rising) {
        if (this.#looked > EFFORT) return;
        const sign = this.#cost[cell]! < 0 ? 1 : -1;
        if (this.#price(cell, sign) < 0) saved += this.#save(cell, sign);
      }
    }
  }

  /** One chain that must close; answers what it saved, 0 when it was taken back. */
  #save(first: number, direction: number): number {
    this.#chain += 1;
    const moved: { cell: number; sign: number }[] = [];
    let price = 0;
    for (let cell = first, sign = direction; cell >= 0 && moved.length < DEPTH;) {
      price += this.#price(cell, sign);
      this.#move(cell, sign);
      moved.push({ cell, sign });
      this.#used[cell] = this.#chain;
      if (this.#out === 0) {
        if (price < -1e-9) return -price;
        break;
      }
      const group = this.#nextGroup(moved);
      sign = Math.sign(this.#missing[group]!);
      cell = this.#bestCell(group, sign);
    }
    for (const { cell, sign } of moved.reverse()) this.#move(cell, -sign);
    return 0;
  }

  #eachGroup(cell: number, visit: (group: number) => void): void {
    const margins = this.#members.length;
    for (let at = cell * margins; at < (cell + 1) * margins; at += 1) {
      if (this.#groupsOf[at]! >= 0) visit(this.#groupsOf[at]!);
    }
  }

  #mend(first: number): void {
    this.#chain += 1;
    const moved: { cell: number; sign: number }[] = [];
    let kept = 0;
    let weighed = 0;
    let best = 0;
    for (let group = first; moved.length < DEPTH && group >= 0;) {
      const sign = Math.sign(this.#missing[group]!);
      const cell = this.#bestCell(group, sign);
      if (cell < 0) break;
      weighed += this.#harm(cell, sign);
      this.#move(cell, sign);
      moved.push({ cell, sign });
      this.#used[cell] = this.#chain;
      // Equal is good enough once the chain has gone somewhere: it leaves a place where nothing helped.
      if (weighed < best - 1e-9 || (kept === 0 && moved.length > 1 && weighed <= best + 1e-9)) {
        best = Math.min(best, weighed);
        kept = moved.length;
      }
      group = this.#nextGroup(moved);
    }
    for (const { cell, sign } of moved.splice(kept).reverse()) this.#move(cell, -sign);
  }

  /** The latest cell of the chain that left a group out decides where to go on. */
  #nextGroup(moved: readonly { cell: number; sign: number }[]): number {
    for (let at = moved.length - 1; at >= 0; at -= 1) {
      let next = -1;
      this.#eachGroup(moved[at]!.cell, (group) => {
        if (this.#missing[group] !== 0) next = group;
      });
      if (next >= 0) return next;
    }
    return -1;
  }

  #bestCell(group: number, sign: number): number {
    const { start, cells } = this.#members[this.#marginOf[group]!]!;
    const own = group - this.#parts.groups.offset[this.#marginOf[group]!]!;
    const from = start[own]!;
    const size = start[own + 1]! - from;
    const count = Math.min(size, LOOK);
    this.#looked += count;
    this.#random = (Math.imul(this.#random, 1103515245) + 12345) & 0x7fffffff;
    const turn = size > 0 ? this.#random % size : 0;
    const prices = sign > 0 ? this.#rise : this.#fall;
    let best = -1;
    let least = Infinity;
    for (let look = 0, at = turn; look < count; look += 1, at = at + 1 === size ? 0 : at + 1) {
      const cell = cells[from + at]!;
      const price = prices[cell]!;
      if (price === Infinity) continue;
      const harm = OUT * this.#harm(cell, sign) + price;
      if (harm < least && this.#used[cell] !== this.#chain) {
        least = harm;
        best = cell;
      }
    }
    return best;
  }

  /** What the step adds to the weighted distance of all groups from their needs. */
  #harm(cell: number, sign: number): number {
    let harm = 0;
    const margins = this.#members.length;
    for (let at = cell * margins; at < (cell + 1) * margins; at += 1) {
      const group = this.#groupsOf[at]!;
      if (group < 0) continue;
      const missing = this.#missing[group]!;
      harm += this.#weight[group]! * (Math.abs(missing - sign) - Math.abs(missing));
    }
    return harm;
  }

  #setPrices(cell: number): void {
    this.#rise[cell] = this.#priceOf(cell, 1);
    this.#fall[cell] = this.#priceOf(cell, -1);
  }

  #price(cell: number, sign: number): number {
    return (sign > 0 ? this.#rise : this.#fall)[cell]!;
  }

  #priceOf(cell: number, sign: number): number {
    const { base, lowest, highest } = this.#parts;
    const step = this.steps[cell]! + sign;
    if (base[cell]! + step < lowest[cell]! || base[cell]! + step > highest[cell]!) return Infinity;
    const cost = this.#cost[cell]!;
    const broken = !Number.isNaN(cost);
    if (broken && (step === 0 || step === 1) && Math.abs(step + step - 1 - sign) === 0) return sign * cost;
    const outward = sign > 0 ? step > (broken ? 1 : 0) : step < 0;
    if (!outward) return -FURTHER;
    return this.#further ? FURTHER : Infinity;
  }

  #move(cell: number, sign: number): void {
    this.steps[cell]! += sign;
    this.#setPrices(cell);
    this.#eachGroup(cell, (group) => {
      this.#out += Math.abs(this.#missing[group]! - sign) - Math.abs(this.#missing[group]!);
      this.#missing[group]! -= sign;
    });
  }
}

function sideBySide({ ofCells, offset }: Parts['groups'], cells: number): Int32Array {
  const groupsOf = new Int32Array(cells * ofCells.length);
  ofCells.forEach((own, margin) => {
    for (let cell = 0; cell < cells; cell += 1) {
      groupsOf[cell * ofCells.length + margin] = own[cell]! < 0 ? -1 : offset[margin]! + own[cell]!;
    }
  });
  return groupsOf;
}
