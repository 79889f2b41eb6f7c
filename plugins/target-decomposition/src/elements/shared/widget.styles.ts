import { css } from '@milepost/sdk';

export const widgetStyles = css`
  :host {
    display: block;
    color: var(--mp-color-text);
    font: var(--mp-weight-normal) var(--mp-font-size) / var(--mp-line-height) var(--mp-font-family);
  }
  .stack {
    display: grid;
    gap: var(--mp-space-3);
  }
  p {
    margin: 0;
  }
  .muted {
    color: var(--mp-color-muted);
  }
  .big {
    font-size: var(--mp-font-size-figure);
    font-weight: var(--mp-weight-strong);
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--mp-space-1) var(--mp-space-3);
  }
  mp-sparkline {
    display: block;
    block-size: 40px;
  }
`;
