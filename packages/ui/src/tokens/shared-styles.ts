import { css } from 'lit';

/**
 * What every element of ours starts from: box model, type, hidden, focus. Put it first in `static styles` of an
 * element that renders text of its own.
 */
export const baseStyles = css`
  :host {
    box-sizing: border-box;
    color: var(--mp-color-text);
    font-family: var(--mp-font-family);
    font-size: var(--mp-font-size);
    line-height: var(--mp-line-height);
    font-style: normal;
    letter-spacing: normal;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: var(--mp-focus-ring);
    outline-offset: 1px;
  }
  .mp-visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/**
 * For the shadow roots of plugins: the base, headings, links, and a few layout words. Layout only needs these:
 * `mp-stack` (top to bottom), `mp-row` (side by side, wrapping), `mp-grid` (cards that fill the width).
 */
export const sharedStyles = css`
  ${baseStyles}
  :host {
    display: block;
  }
  h1,
  h2,
  h3,
  h4 {
    font-weight: var(--mp-weight-strong);
    line-height: 1.35;
  }
  h1 {
    font-size: var(--mp-font-size-title);
  }
  h2 {
    font-size: var(--mp-font-size-large);
  }
  h3,
  h4 {
    font-size: var(--mp-font-size);
  }
  a {
    color: var(--mp-color-accent);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .mp-stack {
    display: flex;
    flex-direction: column;
    gap: var(--mp-gap, var(--mp-space-4));
  }
  .mp-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-gap, var(--mp-space-2));
  }
  .mp-grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--mp-column, 320px)), 1fr));
    gap: var(--mp-gap, var(--mp-space-4));
  }
  .mp-grow {
    flex: 1;
    min-width: 0;
  }
  .mp-muted {
    color: var(--mp-color-muted);
  }
  .mp-small {
    font-size: var(--mp-font-size-small);
  }
  .mp-strong {
    font-weight: var(--mp-weight-strong);
  }
  .mp-number {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
`;
