import { describe, expect, it } from 'vitest';
import { outline } from './outline.ts';

describe('outline', () => {
  it('draws a ratio with floor and cap as three straight parts that touch or jump where the rule does', () => {
    const { parts, edges, axis } = outline({ kind: 'ratio', floor: 0.6, cap: 1.2 }, 0, 2);
    expect(axis).toBe('attainment');
    expect(parts[0]).toEqual({ from: { x: 0, share: 0 }, to: { x: 0.6, share: 0 } });
    expect(parts.at(-1)?.to).toEqual({ x: 2, share: 1.2 });
    expect(edges).toEqual([0.6, 1.2]);
  });

  it('keeps the jump of a step curve: the parts end and begin at one x with different shares', () => {
    const steps = [
      { from: 1, points: 40 },
      { from: 3, points: 100 },
    ];
    const { parts } = outline({ kind: 'step', axis: 'value', includedEdge: 'lower', steps }, 0, 5);
    expect(parts).toEqual([
      { from: { x: 0, share: 0 }, to: { x: 1, share: 0 } },
      { from: { x: 1, share: 0.4 }, to: { x: 3, share: 0.4 } },
      { from: { x: 3, share: 1 }, to: { x: 5, share: 1 } },
    ]);
  });

  it('cuts off what lies outside the range and bends target ÷ actual', () => {
    const { parts } = outline({ kind: 'reverse', method: 'target-over-actual', cap: 1.5 }, 1, 4);
    expect(parts[0]?.from).toEqual({ x: 1, share: 1 });
    expect(parts.at(-1)?.to).toEqual({ x: 4, share: 0.25 });
    expect(parts.length).toBe(24);
  });
});
