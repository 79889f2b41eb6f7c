import { div, toDecimal } from '../exact.ts';
import type { Exact } from '../exact.ts';
import type { Text } from '../problem.ts';
import { evaluateExact } from './evaluate.ts';
import { moduleOf } from './index.ts';
import type { Curve } from './index.ts';

/** One line of the way from a value to its points. */
export interface TrailStep {
  readonly code: 'value' | 'target' | 'attainment' | 'rule' | 'points' | 'no-data' | 'no-target';
  readonly text: Text;
}

/** The way from a value to its points in words. Results do not carry it: words may change, evidence may not. */
export function trailOf(curve: Curve, value: Exact | null, target: Exact | null, ratio = false): TrailStep[] {
  if (value === null) return [step('no-data', '没有数据，不计分', 'No data, so no points')];
  const module = moduleOf(curve);
  const trail = [line('value', '数值', 'Value', value)];
  if (module.axis(curve) === 'attainment') {
    if (target === null || target.n <= 0n) return [step('no-target', '没有大于 0 的目标', 'No target above 0')];
    trail.push(line('target', '目标', 'Target', target), line('attainment', '达成率', 'Attainment', div(value, target)));
  }
  const { points } = evaluateExact(curve, value, target);
  trail.push({ code: 'rule', text: module.rule(curve, ratio) });
  return points === null ? trail : [...trail, line('points', '曲线得分', 'Curve points', points)];
}

function line(code: TrailStep['code'], zh: string, en: string, value: Exact): TrailStep {
  const text = toDecimal(value);
  return step(code, `${zh}：${text}`, `${en}: ${text}`);
}

const step = (code: TrailStep['code'], zh: string, en: string): TrailStep => ({ code, text: { zh, en } });
