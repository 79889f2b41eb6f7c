import { css } from '@milepost/sdk';

/** The tab's own. */
export const targetsStyles = css`
  .preview {
    max-block-size: 200px;
    overflow: auto;
  }
`;

/** Inside the table's own shadow. */
export const cellStyles = css`
  a {
    color: var(--mp-color-accent);
  }
  .muted {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .field {
    display: grid;
    gap: 2px;
    justify-items: end;
  }
`;
