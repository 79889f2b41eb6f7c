/** Test data: a stage as if it had been measured. */
import type { StageMeasure } from '../funnel.ts';
import { proportion } from '../proportion.ts';
import { measureTime } from '../time-in-stage.ts';

/** A stage that `advanced` passed and `lost` did not; those who passed took `days` working days, in turn. */
export function measuredStage(stage: string, advanced: number, lost: number, days: readonly number[] = [0]): StageMeasure {
  const stays = Array.from({ length: advanced }, (_, index) => ({
    days: days[index % days.length] ?? 0,
    end: 'advanced' as const,
  }));
  return {
    ...{ stage, entered: advanced + lost, advanced, lost, open: 0, skipped: 0 },
    conversion: proportion(advanced, advanced + lost),
    ofEntered: proportion(advanced, advanced + lost),
    time: measureTime(stays),
  };
}
