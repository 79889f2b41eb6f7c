import { expect, it } from 'vitest';
import { awardClear } from './award.ts';

/** A list that looks arbitrary and is the same in every run (a linear congruence). */
function arbitrary(size: number, most: number): Float64Array {
  let state = 7;
  return Float64Array.from({ length: size }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % most);
}

it.each([2 ** 31, 50, 1])('serves the greatest of a long list, as sorting it does: below %i', (most) => {
  const list = arbitrary(40_000, most);
  list[5] = -1;
  for (const units of [1, 777, 20_000, 39_999]) {
    const last = list.toSorted().at(-units) as number;
    const out = new Float64Array(list.length);
    const tie = awardClear(list, list.length, units, 0, out, 0);
    const clear = Array.from(list, (value) => (value > last || (tie === null && value === last) ? 1 : 0));
    expect(Array.from(out)).toEqual(clear);
    const tied = list.filter((value) => value === last).length;
    const given = clear.reduce((sum: number, one) => sum + one, 0);
    expect(tie === null ? [tied, given] : [tie.candidates.length, given + tie.units]).toEqual([tied, units]);
  }
});
