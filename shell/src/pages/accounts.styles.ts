import { css } from 'lit';

/** Styles of the account list. */
export const accountsStyles = css`
  :host {
    display: block;
    --mp-table-max-height: max(360px, calc(100dvh - 300px));
  }
  mp-table {
    overflow: clip;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--mp-space-2) var(--mp-space-3);
  }
  .text {
    inline-size: 220px;
  }
  mp-select {
    inline-size: 136px;
  }
  .check {
    align-self: end;
    min-block-size: var(--mp-control-height);
  }
  .count {
    flex: 1;
    align-self: center;
    color: var(--mp-color-muted);
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  @media (max-width: 640px) {
    .text {
      inline-size: 100%;
    }
    mp-select {
      flex: 1 1 28%;
      inline-size: auto;
      min-inline-size: 96px;
    }
  }
`;

/** Styles of a row's card on a phone, drawn inside the table. */
export const accountCardStyles = css`
  a {
    color: var(--mp-color-accent);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .card {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--mp-space-3);
    inline-size: 100%;
    text-align: start;
  }
  .card .name {
    overflow: hidden;
    font-weight: var(--mp-weight-strong);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .card .amount {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .card .meta {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .card .overdue {
    color: var(--mp-color-critical);
    font-size: var(--mp-font-size-small);
    text-align: end;
    white-space: nowrap;
  }
`;
