import { css } from '@milepost/sdk';

/** Account picker and template cards. */
export const startCheckStyles = css`
  .picker {
    position: relative;
  }
  label {
    display: block;
    margin-block-end: 4px;
    font-weight: var(--mp-weight-strong);
  }
  input {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  [role='listbox'] {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    max-block-size: 50vh;
    overflow: auto;
    margin-block-start: 4px;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-raised);
    box-shadow: var(--mp-shadow);
  }
  [role='option'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: 48px;
    padding: 6px 12px;
    cursor: pointer;
  }
  [role='option']:is(:hover, [aria-selected='true']) {
    background: var(--mp-color-accent-soft);
  }
  .chosen {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    padding-block: var(--mp-space-2);
  }
  .templates {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
    gap: var(--mp-space-4);
  }
  .template {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
  }
  .template mp-button {
    margin-block-start: auto;
    align-self: flex-start;
  }
  .law {
    padding-inline-start: var(--mp-space-3);
    border-inline-start: 3px solid var(--mp-color-warning);
    color: var(--mp-color-muted);
  }
`;
