/** The cells a decomposition passes through, in columns that grow. */
export interface Nodes {
  size: number;
  /** Range of the cell in the ordered positions. */
  start: Int32Array;
  end: Int32Array;
  /** Member on the axis whose division made the cell. */
  member: Int32Array;
  /** Leaves of that axis that have cells in the range. */
  spread: Int32Array;
  /** `cellKey`. */
  key: Float64Array;
}

/** Columns without a cell, with room for about so many. */
export function createNodes(room: number): Nodes {
  return {
    size: 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    member: new Int32Array(room),
    spread: new Int32Array(room),
    key: new Float64Array(room),
  };
}

/** Adds a cell and returns its number. */
export function addNode(nodes: Nodes, start: number, end: number, member: number, spread: number, key: number): number {
  const node = nodes.size;
  if (node === nodes.start.length) grow(nodes);
  nodes.start[node] = start;
  nodes.end[node] = end;
  nodes.member[node] = member;
  nodes.spread[node] = spread;
  nodes.key[node] = key;
  nodes.size = node + 1;
  return node;
}

function grow(nodes: Nodes): void {
  const room = Math.ceil(nodes.start.length * 1.5) + 16;
  nodes.start = lengthened(nodes.start, new Int32Array(room));
  nodes.end = lengthened(nodes.end, new Int32Array(room));
  nodes.member = lengthened(nodes.member, new Int32Array(room));
  nodes.spread = lengthened(nodes.spread, new Int32Array(room));
  nodes.key = lengthened(nodes.key, new Float64Array(room));
}

function lengthened<T extends Int32Array | Float64Array>(old: T, longer: T): T {
  longer.set(old);
  return longer;
}
