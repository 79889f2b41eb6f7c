import { AscendingHeap } from './heap.ts';

/** Units to be placed on cells, each of which lies between a node of one side and a node of the other. */
export interface Transport {
  /** Nodes of both sides, numbered through. One more, with this number, stands for "no group": it needs nothing. */
  readonly nodes: number;
  /** Units each node lacks, less than 0 where it has too many. */
  readonly need: Float64Array;
  /** Nodes below this are of the first side. */
  readonly split: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Cost of the step from the whole part upwards, from -1 (nearly whole above) to 1. NaN: the value is whole already. */
  readonly cost: Float64Array;
  /** How many units below and above the whole part the cell may go. */
  readonly down: Float64Array;
  readonly up: Float64Array;
}

/**
 * Places the units at least cost: the controlled rounding of Cox (JASA 82, 1987, 520–524) and Causey, Cox and Ernst (JASA 80,
 * 1985, 903–909) as a flow, along shortest augmenting paths with potentials (Ahuja, Magnanti and Orlin, Network Flows, 1993,
 * sections 9.7 and 14.5). The nodes of the larger side are first served one by one, which leaves few units for paths.
 * Cells go to the floor or the ceiling where any such placement exists; only otherwise do some go further. Null: none exists.
 */
export function solveTransport(transport: Transport): Float64Array | null {
  const solver = new TransportSolver(transport);
  solver.serveLargerSide();
  return solver.run() ? solver.steps : null;
}

class TransportSolver {
  readonly steps: Float64Array;
  readonly #t: Transport;
  readonly #root: number;
  readonly #start: Int32Array;
  readonly #arcs: Int32Array;
  /** Units waiting at a node; below 0: units it waits for. */
  readonly #excess: Float64Array;
  readonly #potential: Float64Array;
  readonly #distance: Float64Array;
  readonly #before: Int32Array;
  readonly #done: Uint8Array;
  readonly #heap = new AscendingHeap();
  readonly #touched: number[] = [];
  /** Price of a unit beyond floor or ceiling; Infinity while that is not allowed. */
  #further = Infinity;

  constructor(transport: Transport) {
    const { nodes, need, split, tail, head } = transport;
    this.#t = transport;
    this.#root = nodes;
    this.steps = new Float64Array(tail.length);
    // A unit on a cell leaves its tail and arrives at its head.
    this.#excess = new Float64Array(nodes + 1);
    for (let node = 0; node < nodes; node += 1) this.#excess[node] = node < split ? need[node]! : -need[node]!;
    this.#potential = new Float64Array(nodes + 1);
    this.#distance = new Float64Array(nodes + 1).fill(Infinity);
    this.#before = new Int32Array(nodes + 1);
    this.#done = new Uint8Array(nodes + 1);
    this.#start = new Int32Array(nodes + 2);
    for (let cell = 0; cell < tail.length; cell += 1) {
      this.#start[tail[cell]! + 1]! += 1;
      this.#start[head[cell]! + 1]! += 1;
    }
    for (let node = 0; node <= nodes; node += 1) this.#start[node + 1]! += this.#start[node]!;
    this.#arcs = new Int32Array(tail.length * 2);
    const next = this.#start.slice();
    for (let cell = 0; cell < tail.length; cell += 1) {
      this.#arcs[next[tail[cell]!]!++] = cell * 2;
      this.#arcs[next[head[cell]!]!++] = cell * 2 + 1;
    }
  }

  /** Gives each node of the larger side its cheapest cells. The price of the last is its potential, which makes them best. */
  serveLargerSide(): void {
    const { split, nodes, cost, up, need } = this.#t;
    const second = nodes - split >= split;
    const free = (code: number): boolean => !Number.isNaN(cost[code >> 1]!) && up[code >> 1]! > 0;
    for (let node = second ? split : 0; node < (second ? nodes : split); node += 1) {
      const own = this.#arcs.subarray(this.#start[node], this.#start[node + 1]).filter(free);
      own.sort((a, b) => cost[a >> 1]! - cost[b >> 1]! || a - b);
      const count = Math.min(Math.max(need[node]!, 0), own.length);
      for (let at = 0; at < count; at += 1) this.#move(own[at]! & -2, 1);
      const price = own.length === 0 ? 0 : count === 0 ? cost[own[0]! >> 1]! : cost[own[count - 1]! >> 1]!;
      this.#potential[node] = second ? price : -price;
    }
    for (const code of this.#arcs.subarray(this.#start[this.#root], this.#start[this.#root + 1])) {
      const { head, tail } = this.#t;
      const other = (code & 1) === 0 ? head[code >> 1]! : tail[code >> 1]!;
      const served = second ? other >= split : other < split;
      // The other end was not served: its cells without a group on this side are simply rounded.
      if (!served && free(code) && cost[code >> 1]! < 0) this.#move(code & -2, 1);
    }
  }

  /** Sends all waiting units; false when some have no way. */
  run(): boolean {
    for (;;) {
      const waiting = this.#excess.subarray(0, this.#root).some((amount) => amount > 0);
      const wanting = this.#excess.subarray(0, this.#root).some((amount) => amount < 0);
      if (!waiting && !wanting) return true;
      const end = this.#shortest(waiting);
      if (end >= 0) this.#augment(end);
      else if (this.#further === Infinity) this.#allowFurther();
      else return false;
    }
  }

  /** Dear enough that no step beyond is cheaper than what the potentials already promise. */
  #allowFurther(): void {
    let least = Infinity;
    let most = -Infinity;
    for (const potential of this.#potential) {
      least = Math.min(least, potential);
      most = Math.max(most, potential);
    }
    this.#further = 2 + (most - least);
  }

  /** Cost of one step upwards from the given place; Infinity: not now. */
  #price(cell: number, step: number): number {
    const cost = this.#t.cost[cell]!;
    if (step === 0 && cost === cost) return cost;
    return step >= 0 ? this.#further : -this.#further;
  }

  /** Cost of an arc in its direction; Infinity when it is closed. */
  #cost(code: number): number {
    const cell = code >> 1;
    const step = this.steps[cell]!;
    if ((code & 1) === 0) return step < this.#t.up[cell]! ? this.#price(cell, step) : Infinity;
    return -step < this.#t.down[cell]! ? -this.#price(cell, step - 1) : Infinity;
  }

  #move(code: number, units: number): void {
    const cell = code >> 1;
    const signed = (code & 1) === 0 ? units : -units;
    this.steps[cell]! += signed;
    this.#excess[this.#t.tail[cell]!]! -= signed;
    this.#excess[this.#t.head[cell]!]! += signed;
  }

  /** Dijkstra from all waiting units (or from the root) to the nearest node that wants one; -1 when there is none. */
  #shortest(waiting: boolean): number {
    for (const node of this.#touched) {
      this.#distance[node] = Infinity;
      this.#done[node] = 0;
    }
    this.#touched.length = 0;
    this.#heap.clear();
    if (waiting) {
      for (let node = 0; node < this.#root; node += 1) if (this.#excess[node]! > 0) this.#reach(node, 0, -1);
    } else this.#reach(this.#root, 0, -1);
    for (let node = this.#heap.pop(); node >= 0; node = this.#heap.pop()) {
      if (this.#done[node]) continue;
      this.#done[node] = 1;
      const ends = node === this.#root ? waiting : this.#excess[node]! < 0;
      if (ends) {
        this.#shift(this.#distance[node]!);
        return node;
      }
      this.#relax(node);
    }
    return -1;
  }

  #relax(node: number): void {
    const { tail, head } = this.#t;
    const potential = this.#potential;
    const here = this.#distance[node]! + potential[node]!;
    for (let at = this.#start[node]!, end = this.#start[node + 1]!; at < end; at += 1) {
      const code = this.#arcs[at]!;
      const other = (code & 1) === 0 ? head[code >> 1]! : tail[code >> 1]!;
      if (this.#done[other]) continue;
      const cost = this.#cost(code);
      if (cost === Infinity) continue;
      const distance = here + cost - potential[other]!;
      if (distance < this.#distance[other]!) this.#reach(other, Math.max(distance, this.#distance[node]!), code);
    }
  }

  #reach(node: number, distance: number, code: number): void {
    if (distance >= this.#distance[node]!) return;
    if (this.#distance[node] === Infinity) this.#touched.push(node);
    this.#distance[node] = distance;
    this.#before[node] = code;
    this.#heap.push(distance, node);
  }

  #shift(distance: number): void {
    for (const node of this.#touched) {
      if (this.#done[node]) this.#potential[node]! += this.#distance[node]! - distance;
    }
  }

  #augment(end: number): void {
    const { tail, head, up, down } = this.#t;
    const path: number[] = [];
    let units = end === this.#root ? Infinity : -this.#excess[end]!;
    let node = end;
    for (let code = this.#before[node]!; code >= 0; code = this.#before[node]!) {
      path.push(code);
      const cell = code >> 1;
      const upwards = (code & 1) === 0;
      const room = upwards ? up[cell]! - this.steps[cell]! : down[cell]! + this.steps[cell]!;
      units = Math.min(units, room, this.#alike(cell, upwards));
      node = upwards ? tail[cell]! : head[cell]!;
    }
    if (node !== this.#root) units = Math.min(units, this.#excess[node]!);
    for (const code of path) this.#move(code, units);
  }

  /** How many units cost the same in this direction. */
  #alike(cell: number, upwards: boolean): number {
    const step = this.steps[cell]!;
    const broken = !Number.isNaN(this.#t.cost[cell]!);
    if (upwards) return step < 0 ? -step : step === 0 && broken ? 1 : Infinity;
    if (step <= 0) return Infinity;
    return broken ? Math.max(1, step - 1) : step;
  }
}
