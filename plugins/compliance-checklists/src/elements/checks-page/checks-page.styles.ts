import { css } from '@milepost/sdk';

/** Lists of checks, their filters and cards. */
export const checksPageStyles = css`
  .focused {
    max-inline-size: 960px;
    margin-inline: auto;
    padding: var(--mp-space-6);
  }
  .trend {
    margin-block-end: var(--mp-space-4);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mp-space-2);
    margin-block-end: var(--mp-space-3);
  }
  .filters > * {
    flex: 1 1 140px;
    max-inline-size: 260px;
  }
  .filters .search {
    flex: 2 1 200px;
  }
  .drafts {
    margin-block-end: var(--mp-space-4);
    padding: var(--mp-space-3) var(--mp-space-4);
    border-radius: var(--mp-radius);
    background: var(--mp-color-accent-soft);
  }
  .drafts li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mp-space-2);
    min-block-size: 44px;
  }
  @media (max-width: 640px) {
    .focused {
      padding: var(--mp-space-3);
    }
    .filters > * {
      flex-basis: 40%;
      max-inline-size: none;
    }
    .filters .search {
      flex-basis: 100%;
    }
  }
`;
