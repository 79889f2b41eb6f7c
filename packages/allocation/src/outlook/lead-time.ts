/** How long it takes from a stage to the win, by the measured times of the stages in between. */
import type { StageMeasure } from './funnel.ts';
import type { DayShare } from './time-in-stage.ts';

/** Share of the wins that take exactly as many working days as the index. */
export type LeadTime = Float64Array;

/**
 * The lead time from entering each stage, and last the one after the last stage, which is no time at all. Times of the
 * stages count as independent, so their distributions convolve; null from a stage on that nobody was seen to pass.
 */
export function leadTimes(stages: readonly StageMeasure[]): readonly (LeadTime | null)[] {
  const times: (LeadTime | null)[] = Array.from({ length: stages.length + 1 }, () => null);
  times[stages.length] = Float64Array.of(1);
  for (let place = stages.length - 1; place >= 0; place -= 1) {
    const after = times[place + 1] ?? null;
    const shares = stages[place]?.time.advance ?? [];
    times[place] = after === null || shares.length === 0 ? null : convolve(shares, after);
  }
  return times;
}

function convolve(shares: readonly DayShare[], after: LeadTime): LeadTime {
  const longest = shares.at(-1)?.days ?? 0;
  const sum = new Float64Array(longest + after.length);
  for (const { days, share } of shares) {
    for (let later = 0; later < after.length; later += 1) {
      sum[days + later] = (sum[days + later] ?? 0) + share * (after[later] ?? 0);
    }
  }
  return sum;
}

/** Share of the wins that take between `from` and `to` working days, both included. */
export function shareWithin(time: LeadTime, from: number, to: number): number {
  let share = 0;
  for (let days = Math.max(from, 0); days <= Math.min(to, time.length - 1); days += 1) share += time[days] ?? 0;
  return Math.min(share, 1);
}

/** The fewest working days within which the share of the wins comes. */
export function leadQuantile(time: LeadTime, quantile: number): number {
  let share = 0;
  for (let days = 0; days < time.length; days += 1) {
    share += time[days] ?? 0;
    // Sums of shares miss a quantile such as 0.8 by a last bit.
    if (share >= quantile - 1e-12) return days;
  }
  return time.length - 1;
}
