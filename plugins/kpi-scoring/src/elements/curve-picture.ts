import { evaluate, outline } from '@milepost/scoring';
import type { Curve } from '@milepost/scoring';
import { css, html, nothing, svg } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';

/** What is drawn, with the person's place on it. */
export interface CurvePicture {
  readonly curve: Curve;
  /** The value in the indicator's unit, and the target where the curve reads attainment. */
  readonly value: number | null;
  readonly target: number | null;
  /** What the picture shows, in words. */
  readonly label: string;
  /** Writes a value of the axis. */
  readonly axisText: (x: number) => string;
}

const [width, height, left, right, top, bottom] = [280, 112, 36, 12, 10, 22];

/** Styles of the picture. */
export const curveStyles = css`
  .curve {
    inline-size: 100%;
    max-inline-size: 320px;
    block-size: auto;
    display: block;
  }
  .curve .axis {
    stroke: var(--mp-color-border-strong);
    stroke-width: 1;
  }
  .curve .grid {
    stroke: var(--mp-color-border);
    stroke-width: 1;
  }
  .curve .line {
    stroke: var(--mp-color-data-1);
    stroke-width: 2;
    fill: none;
    stroke-linecap: round;
  }
  .curve .jump {
    stroke: var(--mp-color-data-1);
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .curve .you {
    fill: var(--mp-color-data-2);
    stroke: var(--mp-color-surface);
    stroke-width: 2;
  }
  .curve .drop {
    stroke: var(--mp-color-data-2);
    stroke-width: 1;
    stroke-dasharray: 3 3;
  }
  .curve text {
    fill: var(--mp-color-muted);
    font-size: 10px;
    font-variant-numeric: tabular-nums;
  }
`;

/** A curve with the point of a value on it; the y axis is the share of the weight earned. */
export function renderCurve({ curve, value, target, label, axisText }: CurvePicture): TemplateResult {
  const { axis, edges } = outline(curve, 0, 1);
  const x = axis === 'attainment' ? (value !== null && target !== null && target > 0 ? value / target : null) : value;
  const [from, to] = rangeOf(edges, x);
  const { parts } = outline(curve, from, to);
  const share = evaluate(curve, value, target).share;
  const maxShare = Math.max(1, ...parts.flatMap((part) => [part.from.share, part.to.share]));
  const minShare = Math.min(0, ...parts.flatMap((part) => [part.from.share, part.to.share]));
  const px = (at: number): number => left + ((at - from) / (to - from)) * (width - left - right);
  const py = (at: number): number => top + ((maxShare - at) / (maxShare - minShare)) * (height - top - bottom);
  const marks = [...new Set([minShare, 0, 1, maxShare])].filter((mark) => mark === 1 || Math.abs(py(mark) - py(1)) > 11);
  const shown = spreadOut(edges.filter((edge) => edge >= from && edge <= to).slice(0, 5), px);
  return html`<svg class="curve" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${marks.map(
      (
        mark,
      ) => svg`<line class=${mark === 0 ? 'axis' : 'grid'} x1=${left} x2=${width - right} y1=${py(mark)} y2=${py(mark)}></line>
      <text x=${left - 4} y=${py(mark) + 3} text-anchor="end">${Math.round(mark * 100)}%</text>`,
    )}
    ${shown.map((edge) => svg`<text x=${px(edge)} y=${height - 6} text-anchor="middle">${axisText(edge)}</text>`)}
    ${parts.map((part, index) => {
      const before = parts[index - 1];
      const jumps = before && Math.abs(before.to.share - part.from.share) > 1e-9;
      return svg`${jumps ? svg`<line class="jump" x1=${px(part.from.x)} x2=${px(part.from.x)} y1=${py(before.to.share)} y2=${py(part.from.share)}></line>` : nothing}
        <line class="line" x1=${px(part.from.x)} y1=${py(part.from.share)} x2=${px(part.to.x)} y2=${py(part.to.share)}></line>`;
    })}
    ${
      x === null || share === null
        ? nothing
        : svg`<line class="drop" x1=${px(x)} x2=${px(x)} y1=${py(share)} y2=${py(minShare)}></line>
          <circle class="you" cx=${px(x)} cy=${py(share)} r="5"></circle>`
    }
  </svg>`;
}

/** Every edge and the value with air around them; a curve without edges shows 0 to twice its value. */
function rangeOf(edges: readonly number[], x: number | null): readonly [number, number] {
  const all = [...edges, ...(x === null ? [] : [x])];
  const low = Math.min(0, ...all);
  const first = Math.min(...all);
  const high = Math.max(...all, low + Number.EPSILON);
  if (all.length === 0) return [0, 1.5];
  const span = high - first || Math.abs(high) || 1;
  const from = first > 0 && first < span * 2 ? 0 : Math.max(low, first - span * 0.3);
  return [from, high + span * 0.2];
}

/** Leaves out labels that would stand on one another. */
function spreadOut(edges: readonly number[], px: (x: number) => number): number[] {
  const kept: number[] = [];
  for (const edge of edges) {
    const last = kept.at(-1);
    if (last === undefined || px(edge) - px(last) > 34) kept.push(edge);
  }
  return kept;
}
