/** How long a stage takes, with those still in it counted as what they are: seen so far, not finished. */

/** One stay in a stage. `open` stays end with the observation, not with the stage (right-censored). */
export interface Stay {
  /** Working days. */
  readonly days: number;
  readonly end: 'advanced' | 'lost' | 'open';
}

/** A share of those who advance, after so many working days. */
export interface DayShare {
  readonly days: number;
  readonly share: number;
}

/** What the stays of a stage say about time, in working days. */
export interface TimeInStage {
  /** Stays whose end was seen. */
  readonly observed: number;
  readonly censored: number;
  /** Half have left the stage by then (Kaplan–Meier); null while the data do not reach half. */
  readonly median: number | null;
  /** Mean up to the longest stay seen (area under the Kaplan–Meier curve); a lower bound when the longest are open. */
  readonly mean: number | null;
  /** Whether the curve came down to zero, so that `mean` is the mean and not a bound. */
  readonly complete: boolean;
  /** Longest stay seen, open ones included. */
  readonly longest: number | null;
  /** Days to the next stage of those who advance (Aalen–Johansen, rescaled to 1); empty when none was seen to. */
  readonly advance: readonly DayShare[];
  readonly advanceMedian: number | null;
  readonly advanceMean: number | null;
  /** Share of all who enter that will advance by the longest stay seen: the censored counted fairly. */
  readonly advancedShare: number | null;
}

/** Products of fractions miss one half by a last bit; a curve this close to it is at it. */
const CLOSE = 1e-12;

/**
 * Kaplan and Meier (JASA 1958) for leaving at all; Aalen and Johansen (Scand. J. Statist. 1978) for advancing, with loss
 * as the competing end. Open stays of the same length as an end count as still at risk there.
 */
export function measureTime(stays: readonly Stay[]): TimeInStage {
  const byDay = countByDay(stays);
  let atRisk = stays.length;
  let staying = 1;
  let area = 0;
  let before = 0;
  let median: number | null = null;
  let halfSince: number | null = null;
  const advance: DayShare[] = [];
  for (const [days, { advanced, lost, open }] of byDay) {
    area += staying * (days - before);
    before = days;
    if (advanced > 0) advance.push({ days, share: (staying * advanced) / atRisk });
    if (advanced + lost > 0) {
      // Where the curve rests at one half, the median is the middle of that rest, as for an even number of values.
      if (halfSince !== null) median ??= (halfSince + days) / 2;
      staying *= (atRisk - advanced - lost) / atRisk;
      if (Math.abs(staying - 0.5) < CLOSE) halfSince = days;
      else if (staying < 0.5) median ??= days;
    }
    atRisk -= advanced + lost + open;
  }
  if (halfSince !== null) median ??= halfSince;
  const advancedShare = advance.reduce((sum, { share }) => sum + share, 0);
  const scaled = advance.map(({ days, share }) => ({ days, share: share / advancedShare }));
  const censored = stays.filter(({ end }) => end === 'open').length;
  return {
    ...{ observed: stays.length - censored, censored, median },
    mean: stays.length === 0 ? null : area,
    complete: stays.length > 0 && staying === 0,
    longest: byDay.at(-1)?.[0] ?? null,
    advance: scaled,
    advanceMedian: quantileOf(scaled, 0.5),
    advanceMean: scaled.length === 0 ? null : scaled.reduce((sum, { days, share }) => sum + days * share, 0),
    advancedShare: stays.length === 0 ? null : advancedShare,
  };
}

/** The first day by which the share is reached; null without data. */
export function quantileOf(shares: readonly DayShare[], quantile: number): number | null {
  let sum = 0;
  for (const { days, share } of shares) {
    sum += share;
    if (sum >= quantile - CLOSE) return days;
  }
  return shares.at(-1)?.days ?? null;
}

type Ends = Record<Stay['end'], number>;

function countByDay(stays: readonly Stay[]): [number, Ends][] {
  const counts = new Map<number, Ends>();
  for (const { days, end } of stays) {
    const at = counts.get(days) ?? { advanced: 0, lost: 0, open: 0 };
    at[end] += 1;
    counts.set(days, at);
  }
  return [...counts].sort(([left], [right]) => left - right);
}
