import { css } from '@milepost/sdk';

export const planPageStyles = css`
  :host {
    display: block;
    container: plan / inline-size;
    color: var(--mp-color-text);
    font: var(--mp-weight-normal) var(--mp-font-size) / var(--mp-line-height) var(--mp-font-family);
  }
  h2 {
    margin: 0;
    font-size: var(--mp-font-size-large);
    font-weight: var(--mp-weight-strong);
  }
  h3 {
    margin: var(--mp-space-4) 0 var(--mp-space-2);
    font-size: var(--mp-font-size);
    font-weight: var(--mp-weight-strong);
  }
  p {
    margin: 0;
  }
  .muted {
    color: var(--mp-color-muted);
  }
  .small {
    font-size: var(--mp-font-size-small);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-2);
  }
  .bar .grow {
    flex: 1;
    min-inline-size: 8rem;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-2) var(--mp-space-3);
    padding: var(--mp-space-2) var(--mp-space-3);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-accent-soft);
  }
  .note.warning {
    background: var(--mp-color-warning-soft);
  }
  .note.critical {
    background: var(--mp-color-critical-soft);
  }
  .note > .text {
    flex: 1 1 16rem;
  }
  .trend,
  .grid,
  .setup {
    padding: var(--mp-space-4);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  .stack {
    display: grid;
    gap: var(--mp-space-3);
  }
  .setup .fields {
    display: grid;
    gap: var(--mp-space-4);
    max-inline-size: 40rem;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--mp-space-1) var(--mp-space-4);
    margin: 0;
  }
  .facts dt {
    color: var(--mp-color-muted);
  }
  .facts dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  details > summary {
    cursor: pointer;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  details > summary:focus-visible {
    outline: var(--mp-focus-ring);
    outline-offset: 2px;
  }
  ol.chain {
    display: grid;
    gap: var(--mp-space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol.chain li {
    padding-inline-start: var(--mp-space-3);
    border-inline-start: 2px solid var(--mp-color-border-strong);
  }
  ul.plain {
    margin: var(--mp-space-1) 0 0;
    padding-inline-start: 1.25em;
  }
  table.diff {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .diff th,
  .diff td {
    padding: var(--mp-space-1) var(--mp-space-2);
    border-block-end: 1px solid var(--mp-color-border);
    text-align: end;
    white-space: nowrap;
  }
  .diff th:first-child,
  .diff td:first-child {
    text-align: start;
    white-space: normal;
  }
  .diff th {
    color: var(--mp-color-muted);
    font-weight: var(--mp-weight-normal);
  }
  .months tr[aria-current='date'] {
    background: var(--mp-color-accent-soft);
  }
  .months td {
    padding-block: var(--mp-space-2);
  }
  button.link {
    min-block-size: 24px;
    padding: 0 var(--mp-space-1);
    border: 0;
    border-radius: var(--mp-radius-small);
    background: none;
    color: var(--mp-color-accent);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  button.link:focus-visible {
    outline: var(--mp-focus-ring);
  }
  .scroll {
    max-block-size: 40dvh;
    overflow: auto;
  }
  .up {
    color: var(--mp-color-up);
  }
  .down {
    color: var(--mp-color-down);
  }
  mp-dialog {
    --mp-dialog-width: 640px;
  }
  .choices {
    display: grid;
    gap: var(--mp-space-3);
  }
  @container plan (max-width: 640px) {
    .trend,
    .grid,
    .setup {
      padding: var(--mp-space-3);
    }
    .hide-narrow {
      display: none;
    }
  }
`;
