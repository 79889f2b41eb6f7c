/**
 * A closed tour over n points as an array, for routes long enough that inserting one visit at a time no longer improves them. Moves are
 * made of reversals of paths, which are logged so that a kick that does not pay can be taken back.
 */
export interface Tour {
  readonly count: number;
  /** Symmetric cost, `cost[a * count + b]`. */
  readonly cost: Float64Array;
  /** `width` nearest points of each, nearest first. */
  readonly near: Int32Array;
  readonly width: number;
  readonly order: Int32Array;
  readonly at: Int32Array;
  /** Positions reversed since the last kick, in pairs. */
  log: Int32Array;
  logged: number;
  /** Points whose surroundings changed and have not been looked at. */
  readonly queue: Int32Array;
  readonly queued: Uint8Array;
  queueLength: number;
}

/** A tour in the order given, with all points to be looked at. */
export function makeTour(order: readonly number[], cost: Float64Array, width = 8): Tour {
  const count = order.length;
  const tour: Tour = {
    count,
    cost,
    near: nearest(cost, count, Math.min(width, count - 1)),
    width: Math.min(width, count - 1),
    order: Int32Array.from(order),
    at: new Int32Array(count),
    log: new Int32Array(4096),
    logged: 0,
    queue: Int32Array.from(order),
    queued: new Uint8Array(count).fill(1),
    queueLength: count,
  };
  order.forEach((point, position) => (tour.at[point] = position));
  return tour;
}

/** The point after another. */
export function after({ order, at, count }: Tour, point: number): number {
  const position = at[point]! + 1;
  return order[position === count ? 0 : position]!;
}

/** The point before another. */
export function before({ order, at, count }: Tour, point: number): number {
  const position = at[point]!;
  return order[position === 0 ? count - 1 : position - 1]!;
}

/** Replaces the edges a–b and c–d by a–c and b–d, where going round the tour meets a, b, c, d or d, c, b, a in this order. */
export function exchange(tour: Tour, a: number, b: number, c: number, d: number): void {
  if (after(tour, a) === b) reversePath(tour, tour.at[b]!, tour.at[c]!);
  else reversePath(tour, tour.at[c]!, tour.at[b]!);
  look(tour, a);
  look(tour, b);
  look(tour, c);
  look(tour, d);
}

/** Has a point looked at again. */
export function look(tour: Tour, point: number): void {
  if (tour.queued[point] === 1) return;
  tour.queued[point] = 1;
  tour.queue[tour.queueLength++] = point;
}

/** Takes back everything since the log was emptied. */
export function takeBack(tour: Tour): void {
  for (let i = tour.logged - 2; i >= 0; i -= 2) reverse(tour, tour.log[i]!, tour.log[i + 1]!);
  tour.logged = 0;
}

/** Length of the tour, added up. */
export function tourCost({ order, cost, count }: Tour): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += cost[order[i]! * count + order[i + 1 === count ? 0 : i + 1]!]!;
  return sum;
}

/** Reverses the path between two positions, or the rest of the tour when that is shorter: the cycle is the same. */
function reversePath(tour: Tour, from: number, to: number): void {
  const { count } = tour;
  const inside = to - from + (to < from ? count : 0) + 1;
  if (inside * 2 <= count) logReverse(tour, from, to);
  else logReverse(tour, to + 1 === count ? 0 : to + 1, from === 0 ? count - 1 : from - 1);
}

function logReverse(tour: Tour, from: number, to: number): void {
  if (tour.logged + 2 > tour.log.length) {
    const longer = new Int32Array(tour.log.length * 2);
    longer.set(tour.log);
    tour.log = longer;
  }
  tour.log[tour.logged++] = from;
  tour.log[tour.logged++] = to;
  reverse(tour, from, to);
}

function reverse({ order, at, count }: Tour, from: number, to: number): void {
  const length = to - from + (to < from ? count : 0) + 1;
  let i = from;
  let j = to;
  for (let swaps = length >> 1; swaps > 0; swaps--) {
    const a = order[i]!;
    const b = order[j]!;
    order[i] = b;
    at[b] = i;
    order[j] = a;
    at[a] = j;
    if (++i === count) i = 0;
    if (--j < 0) j = count - 1;
  }
}

function nearest(cost: Float64Array, count: number, width: number): Int32Array {
  const near = new Int32Array(count * width);
  const keys = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    let longest = 1e-9;
    for (let other = 0; other < count; other++) longest = Math.max(longest, cost[point * count + other]!);
    for (let other = 0; other < count; other++) {
      const ahead = other === point ? 2e9 : Math.floor((cost[point * count + other]! / longest) * 1e9);
      keys[other] = ahead * count + other;
    }
    keys.sort();
    for (let k = 0; k < width; k++) near[point * width + k] = keys[k]! % count;
  }
  return near;
}
