import { css } from '@milepost/sdk';

/** Reset and the few layout words of every view. */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--mp-color-text);
    font-family: var(--mp-font-family);
    font-size: var(--mp-font-size);
    line-height: var(--mp-line-height);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
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
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: var(--mp-font-size-large);
    font-weight: var(--mp-weight-strong);
  }
  h3,
  h4 {
    font-size: var(--mp-font-size);
    font-weight: var(--mp-weight-strong);
  }
  a {
    color: var(--mp-color-accent);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: var(--mp-focus-ring);
    outline-offset: 1px;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-4);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-2);
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .muted {
    color: var(--mp-color-muted);
  }
  .small {
    font-size: var(--mp-font-size-small);
  }
  .strong {
    font-weight: var(--mp-weight-strong);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .critical {
    color: var(--mp-color-critical);
  }
  .warning {
    color: var(--mp-color-warning);
  }
  .positive {
    color: var(--mp-color-positive);
  }
  .card {
    padding: var(--mp-space-4);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .plain {
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--mp-color-accent);
    text-align: start;
    cursor: pointer;
  }
`;
