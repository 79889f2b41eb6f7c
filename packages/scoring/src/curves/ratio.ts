import { exact, ZERO } from '../exact.ts';
import { axisWords } from './curve.ts';
import type { CurveModule } from './curve.ts';
import { assemble, flat, HUNDRED, heightAt } from './piece.ts';
import type { Shape } from './piece.ts';

/** 比率法: points in proportion to attainment, 100 at the target. */
export interface RatioCurve {
  readonly kind: 'ratio';
  /** Attainment below which nothing is earned; the floor itself earns. Default 0. */
  readonly floor?: number;
  /** Attainment above which points stop growing; the cap itself is the maximum. Default: no cap. */
  readonly cap?: number;
}

const proportional: Shape = { kind: 'line', x0: ZERO, y0: ZERO, slope: HUNDRED };

/** Ratio curve: 0 below the floor, 100 × attainment up to the cap, flat above it. */
export const ratio: CurveModule<RatioCurve> = {
  axis: () => 'attainment',
  full: () => HUNDRED,
  pieces({ floor = 0, cap }) {
    const low = exact(Math.max(floor, 0));
    if (cap === undefined) return assemble([flat(ZERO), proportional], [low], () => 'right');
    const high = exact(Math.max(cap, floor));
    const shapes = [flat(ZERO), proportional, flat(heightAt(proportional, high))];
    return assemble(shapes, [low, high], () => 'right');
  },
  rule({ floor, cap }) {
    const x = axisWords('attainment', true);
    const zh = [floor ? `达成率不足 ${x(floor)} 不得分` : '', cap ? `达成率按 ${x(cap)} 封顶` : ''];
    const en = [floor ? `nothing below ${x(floor)}` : '', cap ? `capped at ${x(cap)}` : ''];
    return {
      zh: ['比率法：得分 = 100 × 达成率', ...zh.filter(Boolean)].join('，'),
      en: ['Ratio: points = 100 × attainment', ...en.filter(Boolean)].join(', '),
    };
  },
};
