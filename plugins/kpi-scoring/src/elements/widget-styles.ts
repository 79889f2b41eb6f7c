import { css } from '@milepost/sdk';

/** Shared by the widgets: dense, quiet, tabular. */
export const widgetStyles = css`
  :host {
    display: block;
    color: var(--mp-color-text);
    font-size: var(--mp-font-size);
    line-height: var(--mp-line-height);
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--mp-space-1) var(--mp-space-3);
  }
  .figure {
    font-size: var(--mp-font-size-figure);
    font-weight: var(--mp-weight-strong);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  .muted {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .num {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .list {
    list-style: none;
    margin-block-start: var(--mp-space-2);
  }
  .list li,
  .list a {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--mp-space-3);
  }
  .list li {
    min-block-size: 36px;
  }
  .list li + li {
    border-block-start: 1px solid var(--mp-color-border);
  }
  .list a {
    flex: 1;
    min-block-size: 36px;
    color: inherit;
    text-decoration: none;
  }
  .list a:hover .name {
    text-decoration: underline;
  }
  a:focus-visible {
    outline: var(--mp-focus-ring);
    outline-offset: 1px;
  }
  .help {
    margin-block-start: var(--mp-space-2);
    padding: var(--mp-space-2) var(--mp-space-3);
    border-radius: var(--mp-radius);
    background: var(--mp-color-accent-soft);
    display: flex;
    justify-content: space-between;
    gap: var(--mp-space-3);
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--mp-space-1) var(--mp-space-3);
    margin-block-start: var(--mp-space-2);
  }
  .lines dd {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  mp-sparkline {
    margin-inline-start: auto;
  }
`;
