import { css } from 'lit';

export const tableStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    --row: var(--mp-row-height);
  }
  :host([density='compact']) {
    --row: 32px;
  }
  :host([density='comfortable']) {
    --row: 48px;
  }
  .scroll {
    position: relative;
    max-block-size: var(--mp-table-max-height, none);
    overflow: auto;
    overscroll-behavior-x: contain;
  }
  :host([data-virtual]) .scroll {
    max-block-size: var(--mp-table-max-height, 70dvh);
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    block-size: var(--row);
    padding: 2px var(--mp-space-3);
    border-block-end: 1px solid var(--mp-color-border);
    background: var(--mp-color-surface);
    font-weight: var(--mp-weight-normal);
    text-align: start;
    vertical-align: middle;
  }
  :host([data-virtual]) :is(th, td) {
    max-block-size: var(--row);
    white-space: nowrap;
  }
  .first {
    padding-inline-start: var(--mp-space-4);
  }
  tr > :last-child:not(.drill) {
    padding-inline-end: var(--mp-space-4);
  }
  .end {
    text-align: end;
    white-space: nowrap;
  }
  .center {
    text-align: center;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
    white-space: nowrap;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-block-size: min(32px, var(--row));
    margin-inline: -4px;
    padding: 0 4px;
    border: 0;
    border-radius: var(--mp-radius-small);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .sort {
      min-block-size: 44px;
    }
  }
  .sort:hover,
  [aria-sort] .sort {
    color: var(--mp-color-text);
  }
  .sort .mp-icon {
    inline-size: 1em;
    opacity: 0.45;
  }
  [aria-sort] .sort .mp-icon {
    opacity: 1;
  }
  .first {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    color: var(--mp-color-text);
  }
  thead .first {
    z-index: 3;
    color: var(--mp-color-muted);
  }
  .scroll[data-scrolled] .first {
    box-shadow: 1px 0 0 var(--mp-color-border);
  }
  tbody tr[data-open] {
    cursor: pointer;
  }
  @media (hover: hover) {
    tbody tr[data-open]:hover :is(td, th) {
      background: color-mix(in srgb, var(--mp-color-text) 4%, var(--mp-color-surface));
    }
  }
  tbody tr:focus-within :is(td, th) {
    background: var(--mp-color-accent-soft);
  }
  tr[aria-selected='true'] :is(td, th) {
    background: var(--mp-color-accent-soft);
  }
  tfoot :is(td, th) {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    border-block: 1px solid var(--mp-color-border-strong);
    border-block-end: 0;
    font-weight: var(--mp-weight-strong);
  }
  tfoot .first {
    z-index: 2;
  }
  .drill {
    inline-size: 44px;
    padding: 0;
  }
  .drill button,
  .open {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: max(32px, min(44px, var(--row)));
    block-size: max(28px, calc(var(--row) - 6px));
    padding: 0;
    border: 0;
    border-radius: var(--mp-radius-small);
    background: none;
    color: var(--mp-color-muted);
    cursor: pointer;
  }
  tbody tr:last-child :is(td, th) {
    border-block-end-color: transparent;
  }
  .spacer td {
    block-size: var(--space);
    padding: 0;
    border: 0;
    background: none;
  }
  .cards {
    display: grid;
    gap: 0;
  }
  .cards li {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    padding: var(--mp-space-3) var(--mp-space-4);
    border-block-end: 1px solid var(--mp-color-border);
  }
  .cards .content {
    flex: 1;
    min-inline-size: 0;
  }
  .cards li[data-open] {
    cursor: pointer;
  }
  .open {
    inline-size: 44px;
    block-size: 44px;
    margin-inline-end: -12px;
  }
`;
