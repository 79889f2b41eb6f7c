import { css } from '@milepost/sdk';

/** Layout of the page's own parts. */
export const pageStyles = css`
  :host {
    display: block;
    color: var(--mp-color-text);
    font-size: var(--mp-font-size);
    line-height: var(--mp-line-height);
  }
  .stack {
    display: grid;
    gap: var(--mp-space-4);
  }
  .months {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-2);
  }
  .months p {
    margin: 0;
    flex-basis: 100%;
    color: var(--mp-color-muted);
  }
  .frame {
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    padding: var(--mp-space-3) var(--mp-space-4);
    min-inline-size: 0;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--mp-space-2) var(--mp-space-4);
    padding: var(--mp-space-2) var(--mp-space-4);
    border-radius: var(--mp-radius);
    background: var(--mp-color-warning-soft);
  }
  .notice p {
    margin: 0;
    flex: 1 1 20rem;
  }
  mp-table {
    --mp-table-max-height: none;
  }
  .note {
    margin: 0;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
`;

/** What cells and cards of the ranking draw inside the table. */
export const rankingCellStyles = css`
  .two {
    display: grid;
    justify-items: end;
    line-height: 1.3;
  }
  .two .muted,
  .who .muted,
  .card .muted {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .two,
  .num {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .who {
    display: grid;
    line-height: 1.3;
    white-space: nowrap;
  }
  .nowrap {
    white-space: nowrap;
  }
  .card .who {
    white-space: normal;
  }
  .strong {
    font-weight: var(--mp-weight-strong);
  }
  .card {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 2px var(--mp-space-3);
    inline-size: 100%;
  }
  .card .wide {
    grid-column: 2 / -1;
  }
`;
