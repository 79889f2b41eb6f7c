/** How far a cost lies above the best known one, in percent; null where none is known. */
export function gapPercent(cost: number, bestKnown: number | null): number | null {
  return bestKnown === null || bestKnown === 0 ? null : (cost / bestKnown - 1) * 100;
}

/** A gap for people: two decimals and a sign. */
export function gapWords(gap: number | null): string {
  if (gap === null) return '';
  // Published values have two decimals: what is nearer than that is the same.
  const shown = gap.toFixed(2);
  return `${Number(shown) > 0 ? '+' : ''}${shown === '-0.00' ? '0.00' : shown} %`;
}
