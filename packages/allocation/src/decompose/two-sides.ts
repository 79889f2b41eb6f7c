/** Which two sums of a contradiction cannot both hold. */
import type { Claim, FitProblem, Margin } from '../fitting/index.ts';

/** `needs` is the sum that cells must hold at least, `allows` what the same cells, or more of them, may hold at most. */
export interface TwoSides {
  readonly needs: number;
  readonly allows: number;
  /** By claim: 1 for those that add up to `needs`, -1 for those that add up to `allows`. */
  readonly signs: readonly number[];
}

/** More margins than this are not tried: every one of them may stand on either side. */
const MOST_MARGINS = 6;

/**
 * Adds every margin's totals on one side, so that no free cell is counted more often on the side that needs than on the one
 * that allows; held cells balance what is left. What one side needs beyond the other is then the contradiction. Null where no
 * such sides exist: totals may also contradict each other with parts of them, or only in whole numbers.
 */
export function twoSidesOf({ seed, margins }: FitProblem, claims: readonly Claim[]): TwoSides | null {
  const targets = claims.filter((claim): claim is Claim & { kind: 'target' } => claim.kind === 'target');
  const used = [...new Set(targets.map(({ margin }) => margin))];
  if (used.length === 0 || used.length > MOST_MARGINS) return null;
  const named = used.map((margin) => new Set(targets.flatMap((claim) => (claim.margin === margin ? [claim.group] : []))));
  const groups = used.map((margin) => (margins[margin] as Margin & { group: Int32Array }).group);
  const held = new Set(claims.flatMap((claim) => (claim.kind === 'hold' ? [claim.cell] : [])));
  for (let mask = 0; mask < 2 ** used.length; mask += 1) {
    const side = (margin: number): number => ((mask >> used.indexOf(margin)) & 1 ? 1 : -1);
    const countAt = (cell: number): number =>
      used.reduce((sum, margin, at) => (named[at]?.has(groups[at]?.[cell] as number) ? sum + side(margin) : sum), 0);
    if (!seed.every((value, cell) => value === 0 || held.has(cell) || countAt(cell) <= 0)) continue;
    const signs = claims.map((claim) => {
      if (claim.kind === 'target') return side(claim.margin);
      return claim.kind === 'hold' ? -countAt(claim.cell) : 0;
    });
    if (!signs.every((sign) => Math.abs(sign) === 1)) continue;
    const sum = (sign: number): number => claims.reduce((all, { value }, at) => (signs[at] === sign ? all + value : all), 0);
    const [needs, allows] = [sum(1), sum(-1)];
    if (needs > allows) return { needs, allows, signs };
  }
  return null;
}
