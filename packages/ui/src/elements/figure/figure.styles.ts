import { css } from 'lit';

export const figureStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    container-type: inline-size;
  }
  .figure {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 2px;
    inline-size: 100%;
    block-size: 100%;
    padding: var(--mp-space-3) var(--figure-padding, var(--mp-space-4));
    border: 0;
    border-radius: var(--mp-radius);
    background: none;
    text-align: start;
  }
  button.figure {
    cursor: pointer;
    transition: background-color var(--mp-motion-fast) var(--mp-ease);
  }
  button.figure:focus-visible {
    outline-offset: -2px;
  }
  @media (hover: hover) {
    button.figure:hover {
      background: var(--mp-color-hover);
    }
  }
  :host([selected]) .figure {
    background: var(--mp-color-accent-soft);
  }
  .label {
    display: flex;
    align-items: center;
    gap: 2px;
    color: var(--mp-color-muted);
    overflow-wrap: anywhere;
  }
  .label .mp-icon {
    inline-size: 1em;
    opacity: 0.75;
  }
  .value {
    font-size: calc(var(--mp-font-size-figure) * var(--figure-scale, 1));
    font-weight: var(--mp-weight-strong);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  @container (max-width: 12em) {
    .value {
      font-size: calc(var(--mp-font-size-figure) * 0.8);
    }
    .figure {
      padding: var(--mp-space-3);
    }
  }
  .unit {
    font-size: var(--mp-font-size-small);
    font-weight: var(--mp-weight-normal);
    color: var(--mp-color-muted);
  }
  .pending::before {
    content: '';
    display: inline-block;
    inline-size: 4em;
    max-inline-size: 100%;
    block-size: 0.8em;
    border-radius: var(--mp-radius-small);
    background: var(--mp-color-neutral-soft);
  }
  .comparison {
    color: var(--tone);
    font-size: var(--mp-font-size-small);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .comparison .mp-icon {
    margin-inline-end: 4px;
  }
`;

export const figuresStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    container: figures / inline-size;
    overflow: hidden;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  /* Cells of half a phone: smaller figures, the same in all of them. */
  @container figures (max-width: 24em) {
    .row {
      --figure-padding: var(--mp-space-3);
      --figure-scale: 0.8;
    }
  }
  /* Two to a row where it is narrow, all in one row where there is room. What is left over in a row fills it. */
  .row {
    --basis: max(40%, min(100%, 9em));
    display: flex;
    flex-wrap: wrap;
    gap: 1px;
  }
  @container figures (min-width: 34em) {
    .row[data-count='3'] {
      --basis: 30%;
    }
  }
  @container figures (min-width: 46em) {
    .row {
      --basis: 18%;
    }
  }
  @container figures (min-width: 34em) {
    .row[data-many] {
      --basis: 30%;
    }
  }
  ::slotted(*) {
    flex: 1 1 var(--basis);
    min-inline-size: min(100%, 8em);
    outline: 1px solid var(--mp-color-border);
  }
`;
