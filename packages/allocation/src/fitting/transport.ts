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

/** Costs are whole multiples of this; smaller differences are ties, left to the order of the cells. */
const GRAIN = 2 ** -20;
/** The costs are looked at in coarse steps first, then in finer ones: so many units gather at each price. */
const SCALES = [2 ** 14, 2 ** 9, 2 ** 4, 1];
/** Times both sides are served in turn before paths are looked for. */
const PASSES = 6;

/**
 * Places the units at least cost: the controlled rounding of Cox (JASA 82, 1987, 520–524) and Causey, Cox and Ernst (JASA 80,
 * 1985, 903–909) as a flow. Primal-dual: shortest paths with potentials, then all units that can move at that price; costs
 * are scaled (Ahuja, Magnanti and Orlin, Network Flows, 1993, sections 9.8 and 10.2). The nodes of each side are first
 * served one by one, which leaves few units for paths. Cells go to the floor or the ceiling where any such placement
 * exists; only otherwise do some go further. Null: none exists.
 */
export function solveTransport(transport: Transport): Float64Array | null {
  const solver = new TransportSolver(transport);
  solver.serveSides();
  for (const scale of SCALES) {
    solver.rescale(scale);
    if (solver.run(scale === 1)) continue;
    if (scale === 1) return null;
  }
  return solver.steps;
}

class TransportSolver {
  readonly steps: Float64Array;
  readonly #t: Transport;
  readonly #root: number;
  readonly #start: Int32Array;
  readonly #arcs: Int32Array;
  /** The far end of each of the arcs. */
  readonly #other: Int32Array;
  /** Costs at the present scale. */
  readonly #cost: Float64Array;
  /** What a unit costs on each arc in its direction, Infinity when it is closed. */
  readonly #open: Float64Array;
  /** Units waiting at a node; below 0: units it waits for. */
  readonly #excess: Float64Array;
  readonly #potential: Float64Array;
  readonly #distance: Float64Array;
  readonly #before: Int32Array;
  readonly #done: Uint8Array;
  readonly #heap = new AscendingHeap();
  readonly #touched: number[] = [];
  #scale = 1;
  /** Price of a unit beyond floor or ceiling; Infinity while that is not allowed. */
  #further = Infinity;

  constructor(transport: Transport) {
    const { nodes, need, split, tail, head } = transport;
    this.#t = transport;
    this.#root = nodes;
    this.steps = new Float64Array(tail.length);
    this.#cost = new Float64Array(tail.length);
    this.#open = new Float64Array(tail.length * 2);
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
    this.#other = new Int32Array(tail.length * 2);
    const next = this.#start.slice();
    const add = (from: number, to: number, code: number): void => {
      this.#arcs[next[from]!] = code;
      this.#other[next[from]!++] = to;
    };
    for (let cell = 0; cell < tail.length; cell += 1) {
      add(tail[cell]!, head[cell]!, cell * 2);
      add(head[cell]!, tail[cell]!, cell * 2 + 1);
    }
  }

  /**
   * Serves the nodes of the larger side one by one, and, while the other side is left far from its needs, that side and the
   * larger again: each time the prices come nearer to those at which both are served.
   */
  serveSides(): void {
    const { split, nodes, cost } = this.#t;
    const second = nodes - split >= split;
    const grains = cost.map((price) => Math.round(price / GRAIN));
    this.#serve(second, grains);
    for (let pass = 0; pass < PASSES && this.#waitingUnits() > cost.length / 64; pass += 1) {
      this.#serve(!second, grains);
      this.#serve(second, grains);
    }
  }

  #waitingUnits(): number {
    let units = 0;
    for (let node = 0; node < this.#root; node += 1) units += Math.abs(this.#excess[node]!);
    return units / 2;
  }

  /** Gives each node of a side its cheapest cells at the prices of the other. The price of the last is its own potential. */
  #serve(second: boolean, grains: Float64Array): void {
    const { split, nodes, up, need } = this.#t;
    const potential = this.#potential;
    const prices = new Float64Array(grains.length);
    for (let node = second ? split : 0; node < (second ? nodes : split); node += 1) {
      let size = 0;
      const own = this.#arcs.slice(this.#start[node], this.#start[node + 1]);
      for (let at = this.#start[node]!; at < this.#start[node + 1]!; at += 1) {
        const cell = this.#arcs[at]! >> 1;
        if (Number.isNaN(grains[cell]!) || up[cell]! < 1) continue;
        if (this.steps[cell] === 1) this.#move(cell * 2 + 1, 1);
        prices[cell] = grains[cell]! + (second ? 1 : -1) * potential[this.#other[at]!]!;
        own[size++] = cell;
      }
      const cells = own.subarray(0, size).sort((a, b) => prices[a]! - prices[b]! || a - b);
      const count = Math.min(Math.max(need[node]!, 0), size);
      for (let at = 0; at < count; at += 1) this.#move(cells[at]! * 2, 1);
      const price = size === 0 ? 0 : prices[cells[Math.max(0, count - 1)]!]!;
      potential[node] = second ? price : -price;
    }
  }

  /**
   * Takes the costs at another scale, the potentials with them, and moves every cell that is no longer at the cheaper of
   * floor and ceiling there. Ties stay where they are.
   */
  rescale(scale: number): void {
    const { cost, tail, head, up } = this.#t;
    const ratio = this.#scale / scale;
    for (let node = 0; node < this.#potential.length; node += 1)
      this.#potential[node] = Math.round(this.#potential[node]! * ratio);
    this.#scale = scale;
    for (let cell = 0; cell < cost.length; cell += 1) {
      this.#cost[cell] = Math.round(cost[cell]! / GRAIN / scale);
      this.#priceArcs(cell);
      if (Number.isNaN(cost[cell]!) || up[cell]! < 1) continue;
      const reduced = this.#cost[cell]! + this.#potential[tail[cell]!]! - this.#potential[head[cell]!]!;
      if (reduced < 0 && this.steps[cell] === 0) this.#move(cell * 2, 1);
      else if (reduced > 0 && this.steps[cell] === 1) this.#move(cell * 2 + 1, 1);
    }
  }

  /** Sends all waiting units; false when some have no way. */
  run(further: boolean): boolean {
    for (;;) {
      let waiting = false;
      let wanting = false;
      for (let node = 0; node < this.#root; node += 1) {
        if (this.#excess[node]! > 0) waiting = true;
        else if (this.#excess[node]! < 0) wanting = true;
      }
      if (!waiting && !wanting) return true;
      const end = this.#shortest(waiting);
      if (end >= 0) {
        this.#augment(end);
        if (waiting) this.#moveAllAtThisPrice();
      } else if (further && this.#further === Infinity) this.#allowFurther();
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
    this.#further = 2 / GRAIN + (most - least);
    for (let cell = 0; cell < this.steps.length; cell += 1) this.#priceArcs(cell);
  }

  /** Cost of one step upwards from the given place; Infinity: not now. */
  #price(cell: number, step: number): number {
    const cost = this.#cost[cell]!;
    if (step === 0 && cost === cost) return cost;
    return step >= 0 ? this.#further : -this.#further;
  }

  /** Cost of an arc in its direction; Infinity when it is closed. */
  #costOf(code: number): number {
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
    this.#priceArcs(cell);
  }

  #priceArcs(cell: number): void {
    this.#open[cell * 2] = this.#costOf(cell * 2);
    this.#open[cell * 2 + 1] = this.#costOf(cell * 2 + 1);
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
    const potential = this.#potential;
    const open = this.#open;
    const arcs = this.#arcs;
    const others = this.#other;
    const distances = this.#distance;
    const least = distances[node]!;
    const here = least + potential[node]!;
    for (let at = this.#start[node]!, end = this.#start[node + 1]!; at < end; at += 1) {
      const other = others[at]!;
      const distance = here + open[arcs[at]!]! - potential[other]!;
      if (distance < distances[other]!) this.#reach(other, Math.max(distance, least), arcs[at]!);
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
    const { tail, head } = this.#t;
    const path: number[] = [];
    let node = end;
    for (let code = this.#before[node]!; code >= 0; code = this.#before[node]!) {
      path.push(code);
      node = (code & 1) === 0 ? tail[code >> 1]! : head[code >> 1]!;
    }
    this.#send(path, node, end);
  }

  #send(path: readonly number[], source: number, end: number): void {
    const { up, down } = this.#t;
    let units = Math.min(
      source === this.#root ? Infinity : this.#excess[source]!,
      end === this.#root ? Infinity : -this.#excess[end]!,
    );
    for (const code of path) {
      const cell = code >> 1;
      const upwards = (code & 1) === 0;
      const room = upwards ? up[cell]! - this.steps[cell]! : down[cell]! + this.steps[cell]!;
      units = Math.min(units, room, this.#alike(cell, upwards));
    }
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

  /** Depth first along arcs of reduced cost 0: the units that can still move at the price of the shortest path. */
  #moveAllAtThisPrice(): void {
    const next = this.#start.slice(0, -1);
    const onPath = new Uint8Array(next.length);
    for (let source = 0; source < this.#root; source += 1) {
      while (this.#excess[source]! > 0 && this.#moveFrom(source, next, onPath));
    }
  }

  #moveFrom(source: number, next: Int32Array, onPath: Uint8Array): boolean {
    const path: number[] = [];
    const nodes = [source];
    onPath.fill(0);
    onPath[source] = 1;
    for (let node = source; ;) {
      if (node === this.#root || this.#excess[node]! < 0) {
        this.#send(path, source, node);
        return true;
      }
      const end = this.#start[node + 1]!;
      let at = next[node]!;
      while (at < end && (onPath[this.#other[at]!] === 1 || !this.#free(node, at))) at += 1;
      next[node] = at;
      if (at < end) {
        path.push(this.#arcs[at]!);
        node = this.#other[at]!;
        nodes.push(node);
        onPath[node] = 1;
      } else {
        if (path.length === 0) return false;
        path.pop();
        onPath[nodes.pop()!] = 0;
        node = nodes.at(-1)!;
        next[node]! += 1;
      }
    }
  }

  #free(node: number, at: number): boolean {
    return this.#open[this.#arcs[at]!]! + this.#potential[node]! - this.#potential[this.#other[at]!]! === 0;
  }
}
