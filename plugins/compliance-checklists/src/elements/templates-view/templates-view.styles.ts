import { css } from '@milepost/sdk';

/** Lists and reading of templates. */
export const templatesViewStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
  }
  .questions > li {
    padding-block: var(--mp-space-3);
    border-block-start: 1px solid var(--mp-color-border);
  }
  .condition {
    color: var(--mp-color-accent);
  }
  .notice,
  .law {
    padding-inline-start: var(--mp-space-3);
    border-inline-start: 3px solid var(--mp-color-warning);
  }
  .lint li {
    padding-block: 6px;
  }
  .place {
    display: block;
    overflow-wrap: anywhere;
  }
`;
