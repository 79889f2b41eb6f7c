/** Sharing a total in proportion to wishes between a lower and an upper bound per member. */

/** How a total was shared. */
export interface Railed {
  /** Amounts as real numbers; NaN for members without a wish. */
  readonly amounts: Float64Array;
  /** −1 for a member that stands at its lower bound, 1 at its upper one, 0 between them. */
  readonly rail: Int8Array;
  /**
   * What the bounds contradict the total by: above 0 when even the upper ones leave so much over, below 0 when the lower ones
   * ask for so much more. Amounts are then in proportion to those bounds.
   */
  readonly excess: number;
}

/**
 * Finds the one factor with which every wish, cut at its bounds, adds up to the total: what a bound takes away or adds is
 * re-shared among the others in proportion to their wishes. Bisection over the sorted places where a member meets a bound,
 * then one division: n log n.
 */
export function shareBetween(total: number, wishes: Float64Array, lower: Float64Array, upper: Float64Array): Railed {
  const [least, most] = [sumOf(wishes, lower), sumOf(wishes, upper)];
  if (total >= most || total <= least)
    return atBounds(wishes, total >= most ? upper : lower, total >= most ? 1 : -1, total - (total >= most ? most : least));
  const turns: number[] = [];
  for (let at = 0; at < wishes.length; at += 1) {
    if ((wishes[at] as number) > 0)
      turns.push((lower[at] as number) / (wishes[at] as number), (upper[at] as number) / (wishes[at] as number));
  }
  const finite = Float64Array.from(turns.filter(Number.isFinite)).sort();
  let [low, high] = [0, finite.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cutSum(wishes, lower, upper, finite[middle] as number) < total) low = middle + 1;
    else high = middle;
  }
  // Between two turns the sum is a straight line: the members that are free there give its slope.
  const before = finite[low - 1] ?? 0;
  const probe = low < finite.length ? (before + (finite[low] as number)) / 2 : before + 1;
  let [fixed, slope] = [0, 0];
  for (let at = 0; at < wishes.length; at += 1) {
    const [wish, least, most] = [wishes[at] as number, lower[at] as number, upper[at] as number];
    if (wish !== wish) continue;
    const cut = probe * wish;
    if (cut > least && cut < most) slope += wish;
    else fixed += cut <= least ? least : most;
  }
  return cutAt(wishes, lower, upper, slope > 0 ? (total - fixed) / slope : before);
}

function cutAt(wishes: Float64Array, lower: Float64Array, upper: Float64Array, factor: number): Railed {
  const rail = new Int8Array(wishes.length);
  const amounts = wishes.map((wish, at) => {
    const cut = factor * wish;
    if (cut < (lower[at] as number)) rail[at] = -1;
    else if (cut > (upper[at] as number)) rail[at] = 1;
    return wish === wish ? Math.min(Math.max(cut, lower[at] as number), upper[at] as number) : NaN;
  });
  return { amounts, rail, excess: 0 };
}

function atBounds(wishes: Float64Array, bounds: Float64Array, side: -1 | 1, excess: number): Railed {
  const amounts = wishes.map((wish, at) => (wish === wish ? (bounds[at] as number) : NaN));
  return { amounts, rail: Int8Array.from(wishes, (wish) => (wish === wish ? side : 0)), excess };
}

function cutSum(wishes: Float64Array, lower: Float64Array, upper: Float64Array, factor: number): number {
  let sum = 0;
  for (let at = 0; at < wishes.length; at += 1) {
    const wish = wishes[at] as number;
    if (wish === wish) sum += Math.min(Math.max(factor * wish, lower[at] as number), upper[at] as number);
  }
  return sum;
}

function sumOf(wishes: Float64Array, bounds: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < wishes.length; at += 1) if (wishes[at] === wishes[at]) sum += bounds[at] as number;
  return sum;
}
