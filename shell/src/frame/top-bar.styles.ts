import { css } from 'lit';

/** Styles of the top bar. */
export const topBarStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 56px;
    padding: 0 var(--portal-gutter, 24px);
  }
  .space {
    flex: 1;
  }
  .trigger {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .scope,
  .period {
    min-inline-size: 0;
  }
  .text {
    max-inline-size: 13em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .trigger > .mp-icon {
    color: var(--mp-color-muted);
  }
  #search {
    inline-size: 260px;
  }
  #search-sheet {
    display: none;
  }
  .sheet {
    min-block-size: 300px;
    padding: 14px;
  }
  .bell {
    position: relative;
    display: inline-flex;
    font-size: 1.1em;
  }
  .count {
    position: absolute;
    inset-block-start: -8px;
    inset-inline-start: 8px;
    min-inline-size: 17px;
    padding: 0 4px;
    border-radius: 9px;
    background: var(--mp-color-critical);
    color: var(--mp-color-on-critical);
    font-size: 11px;
    line-height: 17px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .face {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 50%;
    background: var(--mp-color-accent-soft);
    color: var(--mp-color-accent);
    font-weight: var(--mp-weight-strong);
  }
  .face::before {
    content: attr(data-letter);
  }
  .who {
    display: grid;
    line-height: 1.3;
    text-align: start;
    white-space: nowrap;
  }
  .role {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  @media (max-width: 1000px) {
    .who {
      display: none;
    }
    #search {
      inline-size: 190px;
    }
  }
  @media (max-width: 760px) {
    :host {
      gap: 4px;
      padding: 0 8px;
    }
    #search {
      display: none;
    }
    #search-sheet {
      display: block;
    }
  }
  @media (max-width: 640px) {
    .trigger > .mp-icon:first-child {
      display: none;
    }
    .text {
      max-inline-size: 7em;
    }
  }
`;
