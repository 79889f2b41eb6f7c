import type { Fallback } from '../journal.ts';

/**
 * Turns the plan's values of the cells nobody spoke for into weights, in place: proportions where any is above 0 (null stays
 * null), else the same for every null and nothing for the zeros, else, or with a value below 0, the same for each. Says which
 * rule stepped in.
 */
export function openWeights(values: Float64Array): Fallback | null {
  if (values.some((value) => value < 0)) {
    values.fill(1);
    return 'even';
  }
  if (values.some((value) => value > 0)) return null;
  const empty = values.some((value) => value !== value);
  values.forEach((value, at) => (values[at] = empty ? (value === value ? 0 : 1) : 1));
  return empty ? 'evenEmpty' : 'even';
}
