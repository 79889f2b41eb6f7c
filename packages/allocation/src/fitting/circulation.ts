/**
 * A network of arcs with least and greatest flows, in which what flows into a node flows out of it. Flows and bounds may be
 * any finite numbers (the greatest may be Infinity); with integers everything stays an integer.
 */
export interface Network {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Arcs by node: those of node n are `arcs[start[n]]` up to `arcs[start[n + 1]]`; 2a for arc a forwards, 2a + 1 backwards. */
interface Adjacency {
  readonly start: Int32Array;
  readonly arcs: Int32Array;
}

/**
 * A circulation kept while bounds change: after each change `mend` looks for flows within the bounds, starting from those it
 * had. Blocking flows along shortest paths (Dinic 1970); the answer "none" comes with a cut (Hoffman 1960).
 */
export class Circulation {
  readonly network: Network;
  readonly flow: Float64Array;
  /** Amounts up to this are noise. */
  readonly #noise: number;
  readonly #adjacency: Adjacency;
  readonly #excess: Float64Array;
  readonly #level: Int32Array;
  readonly #queue: Int32Array;

  constructor(network: Network, noise: number) {
    this.network = network;
    this.flow = new Float64Array(network.from.length);
    this.#noise = noise;
    this.#adjacency = adjacencyOf(network);
    this.#excess = new Float64Array(network.nodes);
    this.#level = new Int32Array(network.nodes);
    this.#queue = new Int32Array(network.nodes);
  }

  /** Brings the flows within the bounds and in balance; false when there are no such flows: `cuts` prove it. */
  mend(): boolean {
    const { from, to, lower, upper } = this.network;
    const { flow } = this;
    const excess = this.#excess.fill(0);
    for (let arc = 0; arc < flow.length; arc += 1) {
      flow[arc] = Math.min(Math.max(flow[arc]!, lower[arc]!), upper[arc]!);
      excess[to[arc]!]! += flow[arc]!;
      excess[from[arc]!]! -= flow[arc]!;
    }
    for (;;) {
      if (excess.every((amount) => amount <= this.#noise)) return true;
      if (!this.#findLevels()) return false;
      this.#block();
    }
  }

  /**
   * After `mend` failed: cuts across which more must flow than can. 1 marks the nodes on the side where too much arrives: all
   * that a node with excess can reach, or all but those from which a node that lacks can be reached. At most `limit` of each.
   */
  *cuts(limit: number): Generator<Uint8Array> {
    for (const sign of [1, -1]) {
      let count = 0;
      for (let node = 0; node < this.network.nodes && count < limit; node += 1) {
        if (sign * this.#excess[node]! <= this.#noise) continue;
        count += 1;
        const reached = this.#reached(node, sign);
        yield sign > 0 ? reached : reached.map((mark) => 1 - mark);
      }
    }
  }

  /** Marks what can be reached from the node along arcs with room (or, backwards, what can reach it). */
  #reached(first: number, sign: number): Uint8Array {
    const marks = new Uint8Array(this.network.nodes);
    const { start, arcs } = this.#adjacency;
    const queue = this.#queue;
    queue[0] = first;
    marks[first] = 1;
    for (let at = 0, end = 1; at < end; at += 1) {
      for (let place = start[queue[at]!]!; place < start[queue[at]! + 1]!; place += 1) {
        const code = arcs[place]!;
        const head = this.head(code);
        if (marks[head] === 1 || this.room(sign > 0 ? code : code ^ 1) <= this.#noise) continue;
        marks[head] = 1;
        queue[end++] = head;
      }
    }
    return marks;
  }

  /** How much more the arc can carry in the direction of its code. */
  room(code: number): number {
    const arc = code >> 1;
    const { lower, upper } = this.network;
    return (code & 1) === 0 ? upper[arc]! - this.flow[arc]! : this.flow[arc]! - lower[arc]!;
  }

  /** The node at which the arc arrives in the direction of its code. */
  head(code: number): number {
    return (code & 1) === 0 ? this.network.to[code >> 1]! : this.network.from[code >> 1]!;
  }

  /** The codes of the arcs of a node, leaving it. */
  arcsOf(node: number): Int32Array {
    const { start, arcs } = this.#adjacency;
    return arcs.subarray(start[node], start[node + 1]);
  }

  /** Distances from the nodes with excess; true when one that lacks is among the reached. */
  #findLevels(): boolean {
    const level = this.#level.fill(-1);
    const queue = this.#queue;
    const excess = this.#excess;
    let end = 0;
    let found = false;
    for (let node = 0; node < level.length; node += 1) {
      if (excess[node]! > this.#noise) {
        level[node] = 0;
        queue[end++] = node;
      }
    }
    const { start, arcs } = this.#adjacency;
    for (let at = 0; at < end; at += 1) {
      const node = queue[at]!;
      found ||= excess[node]! < 0;
      for (let place = start[node]!; place < start[node + 1]!; place += 1) {
        const code = arcs[place]!;
        const head = this.head(code);
        if (level[head]! >= 0 || this.room(code) <= this.#noise) continue;
        level[head] = level[node]! + 1;
        queue[end++] = head;
      }
    }
    return found;
  }

  /** Sends flow along level-wise paths until none is left. */
  #block(): void {
    const next = this.#adjacency.start.slice(0, -1);
    for (let node = 0; node < next.length; node += 1) {
      if (this.#level[node] !== 0) continue;
      while (this.#excess[node]! > this.#noise && this.#sendFrom(node, next));
    }
  }

  #sendFrom(source: number, next: Int32Array): boolean {
    const { start, arcs } = this.#adjacency;
    const path: number[] = [];
    let node = source;
    for (;;) {
      if (this.#excess[node]! < 0) return this.#sendAlong(path, source, node);
      const end = start[node + 1]!;
      while (next[node]! < end && !this.#descends(arcs[next[node]!]!, node)) next[node]! += 1;
      if (next[node]! < end) {
        const code = arcs[next[node]!]!;
        path.push(code);
        node = this.head(code);
      } else if (path.length === 0) return false;
      else {
        node = this.head(path.pop()! ^ 1);
        next[node]! += 1;
      }
    }
  }

  #descends(code: number, node: number): boolean {
    return this.#level[this.head(code)] === this.#level[node]! + 1 && this.room(code) > this.#noise;
  }

  #sendAlong(path: readonly number[], source: number, sink: number): true {
    let amount = Math.min(this.#excess[source]!, -this.#excess[sink]!);
    for (const code of path) amount = Math.min(amount, this.room(code));
    for (const code of path) this.flow[code >> 1]! += (code & 1) === 0 ? amount : -amount;
    this.#excess[source]! -= amount;
    this.#excess[sink]! += amount;
    return true;
  }
}

function adjacencyOf({ nodes, from, to }: Network): Adjacency {
  const start = new Int32Array(nodes + 1);
  for (let arc = 0; arc < from.length; arc += 1) {
    start[from[arc]! + 1]! += 1;
    start[to[arc]! + 1]! += 1;
  }
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node]!;
  const arcs = new Int32Array(from.length * 2);
  const next = start.slice();
  for (let arc = 0; arc < from.length; arc += 1) {
    arcs[next[from[arc]!]!++] = arc * 2;
    arcs[next[to[arc]!]!++] = arc * 2 + 1;
  }
  return { start, arcs };
}
