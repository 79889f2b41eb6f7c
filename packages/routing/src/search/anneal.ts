/** Temperatures, in multiples of the mean journey of the first complete plan. */
export interface Cooling {
  readonly start: number;
  readonly end: number;
}

/**
 * The temperature after a share of the budget: exponential cooling (Kirkpatrick, Gelatt, Vecchi 1983; in ruin and recreate since
 * Schrimpf et al. 2000).
 */
export function temperature(cooling: Cooling, share: number): number {
  return cooling.start * (cooling.end / cooling.start) ** share;
}
