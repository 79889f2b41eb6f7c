/** A value axis: round steps that hold all values, in the units of the values. */
export interface Scale {
  min: number;
  max: number;
  ticks: number[];
}

/** 1, 2, 2.5 or 5 times a power of ten, so that a step reads as a round number. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  const step = [1, 2, 2.5, 5, 10].find((candidate) => share <= candidate + 1e-9) ?? 10;
  return step * power;
}

/** An axis that starts at zero (a cut axis exaggerates) and has about `count` steps. */
export function niceScale(values: readonly (number | null | undefined)[], count = 4): Scale {
  const known = values.filter((value): value is number => value != null && Number.isFinite(value));
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  if (low === high) return { min: 0, max: 1, ticks: [0] };
  const step = roundStep((high - low) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { min: first * step, max: last * step, ticks };
}

/** Moves labels that would overlap apart, keeping their order; positions and `gap` in pixels. */
export function spreadLabels(positions: readonly number[], gap: number, limit: number): number[] {
  const order = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position);
  let floor = -Infinity;
  for (const label of order) {
    label.position = Math.max(label.position, floor);
    floor = label.position + gap;
  }
  let ceiling = limit;
  for (const label of [...order].reverse()) {
    label.position = Math.min(label.position, ceiling);
    ceiling = label.position - gap;
  }
  const spread = new Array<number>(positions.length).fill(0);
  for (const { position, index } of order) spread[index] = position;
  return spread;
}

/** An SVG path through the points that have a value; a gap in the values is a gap in the line. */
export function linePath(points: readonly ({ x: number; y: number } | undefined)[]): string {
  let pen = 'M';
  let path = '';
  for (const point of points) {
    if (!point) pen = 'M';
    else {
      path += `${pen}${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
      pen = 'L';
    }
  }
  return path;
}
