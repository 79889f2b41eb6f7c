/** From wins back to opportunities per stage, and the day by which each stage has to be filled. */
import { diffDays } from '@milepost/calendar';
import type { BusinessDate, WorkingCalendar } from '@milepost/calendar';
import type { StageMeasure } from './funnel.ts';
import { ceilDivide } from './integer-ratio.ts';
import { leadQuantile, leadTimes } from './lead-time.ts';
import { obstacle } from './obstacle.ts';
import type { Obstacle } from './obstacle.ts';
import { shareInWindow } from './pipeline.ts';
import type { Proportion } from './proportion.ts';
import type { RemainingWindow } from './remaining-window.ts';

/** A number of things: whole, as people need it, and as it was before rounding up. null: it cannot be said. */
export interface Needed {
  readonly count: number | null;
  readonly unrounded: number | null;
}

/** What one stage has to see enter, beyond the pipeline. */
export interface StageNeed {
  readonly stage: string;
  readonly entered: Needed;
  readonly conversion: Proportion;
  /** Working days to the win within which the asked share of the wins comes. */
  readonly leadDays: number | null;
  /** Entered by this day, the asked share of the wins falls inside the period. */
  readonly enterBy: BusinessDate | null;
  /** Whether that day is over. */
  readonly late: boolean | null;
  /** Entered today, this share of the wins falls inside the period. */
  readonly inTimeShare: number | null;
}

/** The counts of all stages, first stage first. Rounded up at each stage: half an opportunity does not exist. */
export function requiredCounts(wins: Needed, stages: readonly StageMeasure[]): { needs: Needed[]; obstacles: Obstacle[] } {
  const obstacles: Obstacle[] = [];
  let { count, unrounded } = wins;
  const needs = stages
    .toReversed()
    .map(({ stage, conversion: { numerator, denominator } }): Needed => {
      if (numerator === 0) {
        const code = denominator === 0 ? 'conversion.unmeasured' : 'conversion.zero';
        // Nothing needed is nothing needed, whatever the conversion.
        if (count !== 0) obstacles.push(obstacle(code, true, { stage, numerator, denominator }));
      }
      if (count !== 0 && numerator === 0) [count, unrounded] = [null, null];
      if (count === null || unrounded === null || count === 0) return { count, unrounded };
      count = ceilDivide(BigInt(count) * BigInt(denominator), BigInt(numerator));
      unrounded = (unrounded * denominator) / numerator;
      return { count, unrounded };
    })
    .reverse();
  return { needs, obstacles: obstacles.reverse() };
}

/** Adds to the counts by when each stage has to be filled. */
export function scheduleStages(
  needs: readonly Needed[],
  stages: readonly StageMeasure[],
  context: {
    readonly window: RemainingWindow;
    readonly today: BusinessDate;
    readonly calendar: WorkingCalendar;
    readonly quantile: number;
  },
): StageNeed[] {
  const times = leadTimes(stages);
  const { window, today, calendar, quantile } = context;
  return stages.map(({ stage, conversion }, place) => {
    const entered = needs[place] ?? { count: null, unrounded: null };
    const time = times[place] ?? null;
    if (time === null || window.lastWorkingDay === null) {
      return { stage, entered, conversion, leadDays: null, enterBy: null, late: null, inTimeShare: null };
    }
    const leadDays = leadQuantile(time, quantile);
    const enterBy = calendar.addWorkingDays(window.lastWorkingDay, -leadDays).date;
    return {
      ...{ stage, entered, conversion, leadDays, enterBy },
      late: diffDays(enterBy, today) > 0,
      inTimeShare: shareInWindow(time, 0, window),
    };
  });
}
