import { describe, expect, it } from 'vitest';
import { linePath, niceScale, spreadLabels } from './scale.ts';

describe('niceScale', () => {
  it('starts at zero and steps in round numbers', () => {
    expect(niceScale([12, 87])).toEqual({ min: 0, max: 100, ticks: [0, 25, 50, 75, 100] });
    expect(niceScale([-30, 50]).ticks).toEqual([-40, -20, 0, 20, 40, 60]);
  });
  it('holds when there is nothing to show', () => {
    expect(niceScale([null, undefined])).toEqual({ min: 0, max: 1, ticks: [0] });
  });
});

describe('spreadLabels', () => {
  it('moves labels apart inside the limit and keeps their order', () => {
    expect(spreadLabels([50, 52, 10], 14, 60)).toEqual([46, 60, 10]);
  });
});

describe('linePath', () => {
  it('leaves a gap where a value is missing', () => {
    expect(linePath([{ x: 0, y: 1 }, undefined, { x: 2, y: 3 }, { x: 4, y: 5 }])).toBe('M0.0 1.0M2.0 3.0L4.0 5.0');
  });
});
