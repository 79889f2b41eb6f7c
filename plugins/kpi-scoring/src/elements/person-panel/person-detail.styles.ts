import { css } from '@milepost/sdk';

/** Layout of a person's explanation. */
export const personDetailStyles = css`
  :host {
    display: block;
    color: var(--mp-color-text);
    font-size: var(--mp-font-size);
    line-height: var(--mp-line-height);
  }
  * {
    box-sizing: border-box;
  }
  h3,
  h4,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  section {
    margin-block-start: var(--mp-space-4);
  }
  h3 {
    font-size: var(--mp-font-size);
    font-weight: var(--mp-weight-strong);
    display: flex;
    justify-content: space-between;
    gap: var(--mp-space-2);
  }
  .figures {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--mp-space-2) var(--mp-space-3);
  }
  .total strong {
    font-size: var(--mp-font-size-figure);
    font-weight: var(--mp-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .muted,
  .note {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .notes {
    display: grid;
    gap: var(--mp-space-1);
    margin-block-start: var(--mp-space-2);
    list-style: none;
  }
  .help {
    list-style: none;
    display: grid;
    gap: var(--mp-space-1);
    margin-block-start: var(--mp-space-2);
  }
  .help li {
    display: flex;
    justify-content: space-between;
    gap: var(--mp-space-3);
    padding: var(--mp-space-2) var(--mp-space-3);
    border-radius: var(--mp-radius);
    background: var(--mp-color-accent-soft);
  }
  .gain {
    font-weight: var(--mp-weight-strong);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .items {
    list-style: none;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    margin-block-start: var(--mp-space-2);
  }
  .items > li + li {
    border-block-start: 1px solid var(--mp-color-border);
  }
  .item {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--mp-space-3);
    inline-size: 100%;
    min-block-size: max(44px, var(--mp-control-height));
    padding: var(--mp-space-2) var(--mp-space-3);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .item:hover {
    background: var(--mp-color-hover);
  }
  :is(button, a):focus-visible {
    outline: var(--mp-focus-ring);
    outline-offset: -2px;
  }
  .item .points {
    font-weight: var(--mp-weight-strong);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .item .value {
    grid-column: 1;
  }
  .item .ahead {
    grid-area: 2 / 2;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .chain {
    display: grid;
    gap: var(--mp-space-2);
    padding: 0 var(--mp-space-3) var(--mp-space-3);
  }
  .chain dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px var(--mp-space-3);
  }
  .chain dt {
    color: var(--mp-color-muted);
  }
  .chain dd {
    text-align: end;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .sum {
    display: flex;
    justify-content: space-between;
    gap: var(--mp-space-3);
    padding-block-start: var(--mp-space-2);
    font-variant-numeric: tabular-nums;
  }
  .rows {
    list-style: none;
    max-block-size: 320px;
    overflow: auto;
    border-block: 1px solid var(--mp-color-border);
  }
  .rows li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--mp-space-3);
    padding: 6px 0;
  }
  .rows li + li {
    border-block-start: 1px solid var(--mp-color-border);
  }
  .chain a,
  .rows a {
    color: var(--mp-color-accent);
    text-decoration: none;
  }
  .rows a:hover {
    text-decoration: underline;
  }
  .rows .amount {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    list-style: none;
    margin-block-start: var(--mp-space-2);
  }
  .standing li {
    min-inline-size: 44px;
    padding: 2px 6px;
    border-radius: var(--mp-radius-small);
    background: var(--mp-color-neutral-soft);
    text-align: center;
    font-size: var(--mp-font-size-small);
    font-variant-numeric: tabular-nums;
  }
  .standing li[data-own] {
    background: var(--mp-color-accent);
    color: var(--mp-color-on-accent);
  }
`;
