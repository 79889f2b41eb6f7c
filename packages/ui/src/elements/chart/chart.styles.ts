import { css, unsafeCSS } from 'lit';

const series = unsafeCSS(
  Array.from({ length: 8 }, (_, index) => `.s${index + 1}{--colour:var(--mp-color-data-${index + 1})}`).join(''),
);

export const chartStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  ${series}
  .head {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    min-block-size: 36px;
  }
  h2 {
    flex: 1;
    font-size: var(--mp-font-size);
    font-weight: var(--mp-weight-strong);
    line-height: 1.4;
    text-wrap: pretty;
  }
  .plot {
    position: relative;
    block-size: var(--height);
    touch-action: pan-y;
  }
  svg.canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  text {
    fill: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
    font-variant-numeric: tabular-nums;
  }
  .grid {
    stroke: var(--mp-color-border);
    shape-rendering: crispEdges;
  }
  .grid.zero {
    stroke: var(--mp-color-border-strong);
  }
  .line {
    fill: none;
    stroke: var(--colour);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .line.forecast {
    stroke-dasharray: 5 5;
  }
  .band {
    fill: var(--colour);
    opacity: 0.14;
  }
  .column {
    fill: var(--colour);
  }
  .column.forecast {
    fill: color-mix(in srgb, var(--colour) 28%, var(--mp-color-surface));
    stroke: var(--colour);
    stroke-dasharray: 3 3;
  }
  .target {
    fill: none;
    stroke: var(--mp-color-text);
    stroke-width: 1.25;
  }
  .end {
    fill: var(--colour, var(--mp-color-text));
  }
  .dot {
    fill: var(--colour);
    stroke: var(--mp-color-surface);
    stroke-width: 2;
  }
  .cursor {
    stroke: var(--mp-color-border-strong);
    shape-rendering: crispEdges;
  }
  .tip {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    inset-inline-start: var(--x);
    min-inline-size: 120px;
    padding: var(--mp-space-2) var(--mp-space-3);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-raised);
    box-shadow: var(--mp-shadow);
    font-size: var(--mp-font-size-small);
    pointer-events: none;
    white-space: nowrap;
  }
  .tip.left {
    translate: calc(-100% - 12px) 0;
  }
  .tip.right {
    translate: 12px 0;
  }
  .tip dl {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0 6px;
  }
  .tip dd {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .swatch {
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 2px;
    background: var(--colour, var(--mp-color-text));
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--mp-space-4);
    margin-block-end: var(--mp-space-1);
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .key .rule {
    block-size: 2px;
  }
  .scroll {
    max-block-size: calc(var(--height) + 60px);
    overflow: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    block-size: 32px;
    padding: 0 var(--mp-space-3);
    border-block-end: 1px solid var(--mp-color-border);
    font-weight: var(--mp-weight-normal);
    text-align: end;
    white-space: nowrap;
  }
  th:first-child {
    text-align: start;
  }
  thead th {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
`;
