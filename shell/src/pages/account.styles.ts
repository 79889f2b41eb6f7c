import { css } from 'lit';

/** Styles of the account page. */
export const accountStyles = css`
  :host {
    display: block;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-1) var(--mp-space-5);
    color: var(--mp-color-muted);
  }
  .facts li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  @media (max-width: 640px) {
    mp-button[slot='actions'] {
      display: none;
    }
  }
  .recent {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    align-items: start;
    gap: var(--mp-space-4);
  }
  .activities li {
    display: grid;
    grid-template-columns: 8.5em 1fr;
    gap: var(--mp-space-3);
    padding: 9px 0;
    border-block-end: 1px solid var(--mp-color-border);
  }
  .activities li:last-child {
    border: 0;
  }
  .day,
  .outcome {
    color: var(--mp-color-muted);
  }
  .day {
    font-variant-numeric: tabular-nums;
  }
  .outcome {
    display: block;
    font-size: var(--mp-font-size-small);
  }
`;
