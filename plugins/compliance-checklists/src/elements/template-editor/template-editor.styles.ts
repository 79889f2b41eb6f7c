import { css } from '@milepost/sdk';

/** Fields of the editor. */
export const templateEditorStyles = css`
  label {
    display: flex;
    flex-direction: column;
    gap: 4px;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .check {
    flex-direction: row;
    align-items: center;
    min-block-size: 44px;
  }
  .short {
    flex: 0 1 160px;
  }
  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
    align-items: end;
    gap: var(--mp-space-3);
  }
  .row {
    align-items: flex-end;
    gap: var(--mp-space-3);
  }
  input:not([type]),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    color: var(--mp-color-text);
    font-size: max(16px, var(--mp-font-size));
  }
  textarea {
    resize: vertical;
    field-sizing: content;
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    min-block-size: 44px;
    cursor: pointer;
  }
  .item {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
    padding-block: var(--mp-space-3);
    border-block-start: 1px solid var(--mp-color-border);
  }
  .upload {
    position: relative;
    flex-direction: row;
    align-items: center;
    min-block-size: 44px;
    padding: 0 14px;
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    color: var(--mp-color-text);
  }
  .upload input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .upload:has(input:focus-visible) {
    outline: var(--mp-focus-ring);
  }
  .restored {
    padding: var(--mp-space-2) var(--mp-space-3);
    border-radius: var(--mp-radius);
    background: var(--mp-color-accent-soft);
  }
`;
