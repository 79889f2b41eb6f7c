import { css } from '@milepost/sdk';

/** Score lines, findings and history of a check. */
export const runDetailStyles = css`
  .line {
    display: flex;
    align-items: baseline;
    gap: var(--mp-space-3);
  }
  .legend {
    padding-inline: var(--mp-space-4);
    margin-block-end: calc(-1 * var(--mp-space-3));
  }
  .points {
    flex: none;
    inline-size: 4.5em;
    text-align: end;
  }
  .lines > li {
    padding-block: var(--mp-space-2);
    border-block-start: 1px solid var(--mp-color-border);
  }
  .lines > li[data-failed] {
    padding-inline-start: var(--mp-space-2);
    border-inline-start: 3px solid var(--mp-color-critical);
  }
  h3 {
    padding-block-end: var(--mp-space-2);
  }
  .score {
    font-size: var(--mp-font-size-figure);
    font-weight: var(--mp-weight-strong);
  }
  .reasons {
    padding-inline-start: var(--mp-space-5);
    list-style: disc;
    color: var(--mp-color-critical);
  }
  .quote {
    padding-inline-start: var(--mp-space-2);
    border-inline-start: 2px solid var(--mp-color-border-strong);
    overflow-wrap: anywhere;
  }
  .attachments li {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    padding-block: 4px;
    overflow-wrap: anywhere;
  }
  .attachments img {
    max-inline-size: 160px;
    max-block-size: 120px;
    border-radius: var(--mp-radius-small);
  }
  summary {
    min-block-size: 44px;
    display: flex;
    align-items: center;
    cursor: pointer;
  }
`;
