import { describe, expect, it } from 'vitest';
import { denseLayout } from './dense.ts';

describe('the layout of a margin', () => {
  it('takes neighbouring axes together, so that runs are long', () => {
    const rows = denseLayout([2, 3, 4], [0, 1]);
    expect([rows.length, rows.spread, [...rows.start]]).toEqual([4, false, [0, 1, 2, 3, 4, 5]]);
    const columns = denseLayout([2, 3, 4], [1, 2]);
    expect([columns.length, columns.spread, [...columns.start]]).toEqual([12, true, [0, 0]]);
    const total = denseLayout([2, 3, 4], []);
    expect([total.length, total.spread, [...total.start]]).toEqual([24, false, [0]]);
  });

  it('finds the sums of axes with another between them', () => {
    const outer = denseLayout([2, 3, 4], [0, 2]);
    expect([outer.length, outer.spread, [...outer.start]]).toEqual([4, true, [0, 0, 0, 4, 4, 4]]);
    const middle = denseLayout([2, 3, 4], [1]);
    expect([middle.length, middle.spread, [...middle.start]]).toEqual([4, false, [0, 1, 2, 0, 1, 2]]);
  });
});
