import type { Claim, Contradiction, FitProblem } from './problem.ts';

/** A contradiction within one cell: bounds that leave no value, a hold outside of them, or a cell at 0 that must be more. */
export function findClash({ seed, fixed, lower, upper }: FitProblem): Contradiction | null {
  if (lower === undefined && upper === undefined) return null;
  for (let cell = 0; cell < seed.length; cell += 1) {
    const value = seed[cell]!;
    const least = lower?.[cell] ?? 0;
    const most = upper?.[cell] ?? Infinity;
    const held = fixed?.[cell] === 1;
    if (value === 0 && !held && least > 0) return { claims: [{ kind: 'lower', cell, value: least }], smallest: true };
    const claims: Claim[] = [];
    if (held && (value < least || value > most)) claims.push({ kind: 'hold', cell, value });
    if (least > most || value < least) claims.push({ kind: 'lower', cell, value: least });
    if (least > most || value > most) claims.push({ kind: 'upper', cell, value: most });
    if (least > most || (held && claims.length > 1))
      return { claims: claims.filter(({ kind }) => least <= most || kind !== 'hold'), smallest: true };
  }
  return null;
}
