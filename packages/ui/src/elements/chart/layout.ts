import { niceScale } from './scale.ts';
import type { Scale } from './scale.ts';
import type { ChartSeries, ChartTarget } from './types.ts';

/** Where things are in the plot, in CSS pixels. */
export interface Layout {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Width of one category. */
  step: number;
  scale: Scale;
  /** Middle of a category. */
  x: (index: number) => number;
  y: (value: number) => number;
}

/** What the layout depends on. */
export interface LayoutInput {
  width: number;
  height: number;
  count: number;
  series: readonly ChartSeries[];
  target: ChartTarget | undefined;
  /** Names to write at the right end. */
  endLabels: readonly string[];
}

/** Room for a label: a Chinese character is as wide as the type is high, a Latin letter about half. */
function labelWidth(label: string): number {
  let width = 0;
  for (const character of label) width += character.charCodeAt(0) > 0x2e80 ? 13 : 7;
  return width;
}

/** Lays the plot out for its width. */
export function layout({ width, height, count, series, target, endLabels }: LayoutInput): Layout {
  const values = [
    ...series.flatMap((one) => [...one.values, ...(one.band?.high ?? []), ...(one.band?.low ?? [])]),
    ...(target?.values ?? []),
  ];
  const scale = niceScale(values);
  const left = 52;
  const right = Math.max(left + 40, width - 12 - Math.max(0, ...endLabels.map(labelWidth)));
  const [top, bottom] = [10, height - 26];
  const step = (right - left) / Math.max(1, count);
  return {
    left,
    right,
    top,
    bottom,
    step,
    scale,
    x: (index) => left + (index + 0.5) * step,
    y: (value) => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top),
  };
}
