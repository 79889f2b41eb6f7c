import { css } from '@milepost/sdk';

/** What every view of this plugin starts from. */
export const sharedStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--mp-color-text);
    font: var(--mp-font-size) / var(--mp-line-height) var(--mp-font-family);
    container-type: inline-size;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-size: var(--mp-font-size);
    font-weight: var(--mp-weight-strong);
  }
  button,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: var(--mp-focus-ring);
    outline-offset: 1px;
  }
  .muted {
    color: var(--mp-color-muted);
  }
  .small {
    font-size: var(--mp-font-size-small);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-3);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-2);
  }
  .between {
    justify-content: space-between;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--mp-color-accent);
    text-align: start;
    cursor: pointer;
  }
  .tier {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius-small);
    font-size: var(--mp-font-size-small);
    font-weight: var(--mp-weight-strong);
    line-height: 1;
  }
  .tier.A {
    border-color: var(--mp-color-accent);
    color: var(--mp-color-accent);
  }
  .note {
    padding: var(--mp-space-2) var(--mp-space-3);
    border-radius: var(--mp-radius);
    background: var(--mp-color-sunken);
  }
  .note.warning {
    background: var(--mp-color-warning-soft);
    color: var(--mp-color-warning);
  }
  .note.critical {
    background: var(--mp-color-critical-soft);
    color: var(--mp-color-critical);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
