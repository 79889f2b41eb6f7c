/** A percentage as an integer of thousandths, or null when it has more than three decimals, is negative or no number. */
export function milliPercent(weight: number): number | null {
  const scaled = Math.round(weight * 1000);
  return Number.isSafeInteger(scaled) && scaled >= 0 && Math.abs(scaled / 1000 - weight) < 1e-9 ? scaled : null;
}

/**
 * Splits the integer `total` in proportion to `weights` (all ≥ 0) so that the parts add up to it exactly: largest
 * remainder, ties to the earlier part. Weights that are all zero get nothing.
 */
export function splitByWeights(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => 0n);
  const parts = weights.map((w) => (total * w) / sum);
  const missing = Number(total - parts.reduce((a, b) => a + b, 0n));
  const order = weights
    .map((w, index) => ({ index, rest: (total * w) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order.slice(0, missing)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/** n ÷ d as the nearest integer, a tie to the even neighbour; d > 0, n ≥ 0. */
export function roundHalfEven(n: bigint, d: bigint): bigint {
  const low = n / d;
  const twice = 2n * (n % d);
  return twice > d || (twice === d && low % 2n === 1n) ? low + 1n : low;
}
