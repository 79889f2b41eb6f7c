import { css } from '@milepost/sdk';

/** Shared by the tabs: sections, notes, lists of facts. */
export const viewStyles = css`
  :host {
    display: grid;
    gap: var(--mp-space-4);
    color: var(--mp-color-text);
    font-size: var(--mp-font-size);
    line-height: var(--mp-line-height);
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: var(--mp-font-size-large);
    font-weight: var(--mp-weight-strong);
  }
  h3 {
    font-size: var(--mp-font-size);
    font-weight: var(--mp-weight-strong);
  }
  .frame {
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    padding: var(--mp-space-4);
    display: grid;
    gap: var(--mp-space-3);
    min-inline-size: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-2) var(--mp-space-3);
  }
  .bar > .grow {
    flex: 1 1 16rem;
  }
  .muted,
  .note {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .warning {
    padding: var(--mp-space-2) var(--mp-space-3);
    border-radius: var(--mp-radius);
    background: var(--mp-color-warning-soft);
  }
  .critical {
    padding: var(--mp-space-2) var(--mp-space-3);
    border-radius: var(--mp-radius);
    background: var(--mp-color-critical-soft);
  }
  .list {
    list-style: none;
    display: grid;
    gap: var(--mp-space-2);
  }
  .split {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 280px);
    gap: var(--mp-space-2) var(--mp-space-4);
    align-items: start;
  }
  .item + .item {
    border-block-start: 1px solid var(--mp-color-border);
    padding-block-start: var(--mp-space-3);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
    gap: var(--mp-space-2) var(--mp-space-3);
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  code {
    font-family: var(--mp-font-mono);
    font-size: var(--mp-font-size-small);
    overflow-wrap: anywhere;
  }
  @media (max-width: 640px) {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
    .frame {
      padding: var(--mp-space-3);
    }
  }
`;
