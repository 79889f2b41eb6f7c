/** The value of the pipeline a required funnel may count on, and the opportunities it may not. */
import { sumAmounts } from './check.ts';
import { obstacle } from './obstacle.ts';
import type { Obstacle } from './obstacle.ts';
import type { ValuedOpportunity } from './pipeline.ts';

/** What the open opportunities add. */
export interface PipelineValue {
  readonly opportunities: number;
  /** Amounts of all that have one. */
  readonly amountMinor: number;
  /** Sum of amount × chance to win × chance to close in time, rounded down once. */
  readonly expectedMinor: number;
}

/** Adds up the pipeline and names what it leaves out. */
export function pipelineValue(valued: readonly ValuedOpportunity[]): { value: PipelineValue; obstacles: Obstacle[] } {
  let expected = 0;
  const left: Record<'pipeline.late' | 'pipeline.stale' | 'pipeline.unvalued', ValuedOpportunity[]> = {
    'pipeline.late': [],
    'pipeline.stale': [],
    'pipeline.unvalued': [],
  };
  for (const one of valued) {
    if (one.amountMinor === null || one.win === null || one.inTime === null) left['pipeline.unvalued'].push(one);
    else if (one.stale) left['pipeline.stale'].push(one);
    else if (one.inTime === 0) left['pipeline.late'].push(one);
    else expected += one.amountMinor * one.win * one.inTime;
  }
  const obstacles = (['pipeline.late', 'pipeline.stale', 'pipeline.unvalued'] as const).flatMap((code) =>
    left[code].length === 0 ? [] : [obstacle(code, false, figuresOf(left[code]))],
  );
  const amountMinor = amountOf(valued);
  // A last bit of the products must not cost a unit: 0.1 × 3 × 10 is 3.
  const expectedMinor = Math.min(Math.floor(expected * (1 + 1e-12)), amountMinor);
  return { value: { opportunities: valued.length, amountMinor, expectedMinor }, obstacles };
}

function amountOf(valued: readonly ValuedOpportunity[]): number {
  return sumAmounts(
    valued.map(({ amountMinor }) => amountMinor ?? 0),
    'pipeline',
  );
}

function figuresOf(valued: readonly ValuedOpportunity[]): { count: number; amountMinor: number; ids: string } {
  const ids = valued.slice(0, 10).map(({ id }) => id);
  return {
    count: valued.length,
    amountMinor: amountOf(valued),
    ids: valued.length > ids.length ? `${ids.join(', ')} …` : ids.join(', '),
  };
}
