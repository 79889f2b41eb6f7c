import { css } from 'lit';

/** Styles of the scope picker. */
export const scopePickerStyles = css`
  :host {
    display: block;
    inline-size: 340px;
    max-inline-size: 100%;
    padding: 10px;
  }
  .search {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--mp-control-height);
    margin-block-end: 6px;
    padding: 0 10px;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    color: var(--mp-color-muted);
  }
  .search:focus-within {
    border-color: var(--mp-color-accent);
  }
  input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    outline: none;
    background: none;
    color: var(--mp-color-text);
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--mp-color-muted);
    opacity: 1;
  }
  .tree {
    max-block-size: min(420px, 55dvh);
    overflow: auto;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 34px;
    padding: 0 8px 0 calc(var(--level) * 18px);
    border-radius: var(--mp-radius);
    cursor: pointer;
  }
  .row:hover {
    background: var(--mp-color-hover);
  }
  .row.marked {
    outline: 1px solid var(--mp-color-accent);
    outline-offset: -1px;
  }
  .row[aria-selected='true'] {
    background: var(--mp-color-accent-soft);
    color: var(--mp-color-accent);
  }
  .fold {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 24px;
    block-size: 32px;
    color: var(--mp-color-muted);
  }
  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .meta {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
    font-variant-numeric: tabular-nums;
  }
  .none {
    padding: 16px 8px;
    color: var(--mp-color-muted);
  }
  @media (max-width: 640px) {
    :host {
      inline-size: auto;
    }
    .row {
      min-block-size: 46px;
    }
    .fold {
      inline-size: 36px;
      block-size: 44px;
    }
  }
`;
