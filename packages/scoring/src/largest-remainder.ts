import { floorDiv } from './exact.ts';

/**
 * Splits the integer `total` in proportion to `weights` so that the parts add up to it exactly
 * (largest remainder; a tie goes to the earlier part). All weights zero splits nothing: every part is 0.
 */
export function splitByWeights(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => 0n);
  return settle(
    total,
    weights.map((w) => [total * w, sum]),
  );
}

/**
 * Rounds `values` to multiples of `unit` so that they add up to `total` (a multiple of `unit`).
 * Used to print item points with fewer digits without the column failing to add up.
 */
export function roundTogether(values: readonly number[], total: number, unit: number): number[] {
  if (values.length === 0) return [];
  const size = BigInt(unit);
  const parts = values.map((v): [bigint, bigint] => [BigInt(v), size]);
  return settle(BigInt(total) / size, parts).map((n) => Number(n) * unit);
}

function settle(total: bigint, parts: readonly (readonly [bigint, bigint])[]): bigint[] {
  const floors = parts.map(([n, d]) => floorDiv(n, d));
  let missing = total - floors.reduce((a, b) => a + b, 0n);
  const order = parts
    .map(([n, d], index) => ({ index, rest: n - (floors[index] ?? 0n) * d, d }))
    .sort((a, b) => Number(sign(b.rest * a.d - a.rest * b.d)) || a.index - b.index);
  for (let i = 0; missing > 0n; i = (i + 1) % order.length, missing -= 1n) {
    const at = order[i]?.index ?? 0;
    floors[at] = (floors[at] ?? 0n) + 1n;
  }
  return floors;
}

function sign(a: bigint): bigint {
  return a > 0n ? 1n : a < 0n ? -1n : 0n;
}
