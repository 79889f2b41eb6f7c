import { css } from '@milepost/sdk';

/** The finding beside its list. */
export const findingPanelStyles = css`
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    align-items: baseline;
    gap: var(--mp-space-2) var(--mp-space-4);
  }
  dt {
    color: var(--mp-color-muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  dd .small {
    display: block;
  }
  .steps {
    gap: var(--mp-space-2);
    align-items: flex-start;
  }
  .step {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-3);
    inline-size: 100%;
    padding: var(--mp-space-3);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
  }
  label {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  textarea {
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    font-size: max(16px, var(--mp-font-size));
    resize: vertical;
  }
  .timeline li {
    position: relative;
    padding: 0 0 var(--mp-space-3) var(--mp-space-4);
    border-inline-start: 2px solid var(--mp-color-border);
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset: 6px auto auto -5px;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--mp-color-accent);
  }
  .timeline .muted {
    display: inline-block;
  }
  .timeline span.small {
    display: block;
  }
  .timeline p {
    overflow-wrap: anywhere;
  }
`;
