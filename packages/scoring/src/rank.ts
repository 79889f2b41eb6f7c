/**
 * Standard competition ranks for points, highest first: 1, 2, 2, 4. Null points take no place and get no rank.
 * The order of the input does not matter.
 */
export function competitionRanks(points: readonly (number | null)[]): (number | null)[] {
  const sorted = points.filter((p): p is number => p !== null).sort((a, b) => b - a);
  const first = new Map<number, number>();
  sorted.forEach((p, i) => {
    if (!first.has(p)) first.set(p, i + 1);
  });
  return points.map((p) => (p === null ? null : (first.get(p) ?? null)));
}
