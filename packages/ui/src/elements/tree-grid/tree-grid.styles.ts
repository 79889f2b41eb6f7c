import { css } from 'lit';

export const treeGridStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    --row: 36px;
  }
  :host([density='compact']) {
    --row: 32px;
  }
  :host([density='normal']) {
    --row: 40px;
  }
  :host([density='comfortable']) {
    --row: 48px;
  }
  @media (pointer: coarse) {
    :host(:not([density])) {
      --row: 44px;
    }
  }
  .scroll {
    max-block-size: var(--mp-grid-max-height, 70dvh);
    overflow: auto;
    overscroll-behavior-x: contain;
    scroll-padding: var(--row) 0 var(--row) var(--tree-width);
    --tree-width: var(--mp-grid-tree-width, clamp(140px, 30vw, 260px));
  }
  table {
    min-inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
    user-select: none;
    -webkit-user-select: none;
  }
  table:focus {
    outline: none;
  }
  th,
  td {
    position: relative;
    block-size: var(--row);
    max-inline-size: var(--tree-width);
    padding: 0 var(--mp-space-2);
    border-block-end: 1px solid var(--mp-color-border);
    background: var(--mp-color-surface);
    font-weight: var(--mp-weight-normal);
    text-align: end;
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 3;
    min-inline-size: var(--width, 96px);
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
    border-block-end-color: var(--mp-color-border-strong);
  }
  .tree {
    position: sticky;
    inset-inline-start: 0;
    z-index: 2;
    min-inline-size: var(--tree-width);
    padding-inline-start: calc(4px + (var(--level, 1) - 1) * 16px);
    border-inline-end: 1px solid var(--mp-color-border);
    text-align: start;
  }
  thead .tree {
    z-index: 4;
    padding-inline-start: var(--mp-space-3);
  }
  .tree > span {
    display: flex;
    align-items: center;
    min-inline-size: 0;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .note {
    margin-inline-start: 6px;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .toggle,
  .no-toggle {
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 24px;
    block-size: var(--row);
  }
  .toggle {
    color: var(--mp-color-muted);
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .toggle {
      inline-size: 36px;
      margin-inline-start: -4px;
    }
  }
  .toggle .mp-icon {
    transition: rotate var(--mp-motion-fast) var(--mp-ease);
  }
  [aria-expanded='true'] .toggle .mp-icon {
    rotate: 90deg;
  }
  [aria-level='1'] :is(th, td),
  .strong {
    font-weight: var(--mp-weight-strong);
  }
  td.fixed {
    background: var(--mp-color-sunken);
  }
  .chosen {
    background: var(--mp-color-accent-soft);
  }
  table:focus-within .active,
  td.editing {
    z-index: 1;
    outline: 2px solid var(--mp-color-accent);
    outline-offset: -2px;
  }
  table:focus-within .tree.active {
    z-index: 2;
  }
  .edited {
    color: var(--mp-color-accent);
    font-weight: var(--mp-weight-strong);
  }
  .edited::after {
    content: '';
    position: absolute;
    inset: 0 0 auto auto;
    border: 3px solid var(--mp-color-accent);
    border-inline-start-color: transparent;
    border-block-end-color: transparent;
  }
  .held {
    background: var(--mp-color-neutral-soft);
  }
  td .mp-icon {
    inline-size: 0.9em;
    block-size: 0.9em;
    margin-inline-end: 4px;
    color: var(--mp-color-muted);
  }
  .conflict {
    background: var(--mp-color-critical-soft);
  }
  .conflict .mp-icon.mp-icon {
    color: var(--mp-color-critical);
  }
  tfoot :is(th, td) {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    border-block: 1px solid var(--mp-color-border-strong);
    border-block-end: 0;
    font-weight: var(--mp-weight-strong);
  }
  tfoot .tree {
    z-index: 3;
    padding-inline-start: 28px;
  }
  td input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    padding: 0 var(--mp-space-2);
    border: 0;
    outline: 0;
    background: var(--mp-color-surface);
    text-align: inherit;
    font-variant-numeric: tabular-nums;
    user-select: text;
    -webkit-user-select: text;
  }
  td.editing {
    z-index: 5;
  }
  td.editing.invalid {
    outline-color: var(--mp-color-critical);
  }
  .problem {
    position: absolute;
    inset: calc(100% + 2px) 0 auto auto;
    inline-size: max-content;
    max-inline-size: 240px;
    padding: 4px 8px;
    border-radius: var(--mp-radius-small);
    background: var(--mp-color-critical);
    color: var(--mp-color-on-critical);
    font-size: var(--mp-font-size-small);
    font-weight: var(--mp-weight-normal);
    text-align: start;
    white-space: normal;
    box-shadow: var(--mp-shadow);
  }
  .spacer td {
    block-size: var(--space);
    padding: 0;
    border: 0;
  }
`;
