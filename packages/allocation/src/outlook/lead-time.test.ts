import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadQuantile, leadTimes, shareWithin } from './lead-time.ts';
import { measuredStage } from './testing/measured-stage.ts';

/** Every way through the stages, each as likely as the next: what a convolution has to come to. */
function everyWay(stages: readonly (readonly number[])[]): number[] {
  return stages.reduce((sums: number[], days) => sums.flatMap((sum) => days.map((one) => sum + one)), [0]);
}

describe('lead times', () => {
  it('are the sums of the times of the stages', () => {
    const days = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 4 }), fc.nat(20), fc.nat(20), (lists, from, more) => {
        const times = leadTimes(lists.map((list, place) => measuredStage(String(place), list.length, 0, list)));
        lists.forEach((_, place) => {
          const ways = everyWay(lists.slice(place));
          const inside = ways.filter((sum) => from <= sum && sum <= from + more).length;
          expect(shareWithin(times[place] ?? new Float64Array(), from, from + more)).toBeCloseTo(inside / ways.length, 9);
        });
      }),
    );
  });

  it('have quantiles: of 2, 3 and 3 and 4 days half are over after 3', () => {
    const [time = null] = leadTimes([measuredStage('a', 2, 0, [1, 2]), measuredStage('b', 2, 0, [1, 2])]);
    expect([0.25, 0.26, 0.75, 0.76, 1].map((quantile) => leadQuantile(time ?? new Float64Array(), quantile))).toEqual([
      2, 3, 3, 4, 4,
    ]);
  });

  it('are unknown up to a stage that nobody was seen to pass, and known after it', () => {
    const times = leadTimes([measuredStage('a', 1, 0, [1]), measuredStage('b', 0, 1), measuredStage('c', 1, 0, [4])]);
    expect(times.map((time) => time && [...time])).toEqual([null, null, [0, 0, 0, 0, 1], [1]]);
  });
});
