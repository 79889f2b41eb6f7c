import { css } from 'lit';

export const fieldStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  label,
  .label {
    display: block;
    margin-block-end: 4px;
    line-height: 1.4;
  }
  .mark {
    margin-inline-start: 4px;
    color: var(--mp-color-critical);
  }
  .optional {
    margin-inline-start: var(--mp-space-2);
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .control {
    display: flex;
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--mp-control-height);
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    transition: border-color var(--mp-motion-fast) var(--mp-ease);
  }
  .control:focus-within {
    border-color: var(--mp-color-accent);
    outline: 1px solid var(--mp-color-accent);
    outline-offset: 0;
  }
  .control.invalid {
    border-color: var(--mp-color-critical);
  }
  .control.disabled {
    background: var(--mp-color-sunken);
    opacity: 0.65;
  }
  .control > .mp-icon,
  .affix {
    flex: none;
    margin-inline: var(--mp-space-3) 0;
    color: var(--mp-color-muted);
  }
  .affix.end {
    margin-inline: 0 var(--mp-space-3);
  }
  .control :is(input, select, textarea) {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: calc(var(--mp-control-height) - 2px);
    margin: 0;
    padding: 0 var(--mp-space-3);
    border: 0;
    border-radius: inherit;
    outline: 0;
    background: none;
  }
  .control textarea {
    padding-block: var(--mp-space-2);
    line-height: var(--mp-line-height);
    resize: vertical;
    field-sizing: content;
    max-block-size: 40dvh;
  }
  .control select {
    appearance: none;
    padding-inline-end: 36px;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .control option {
    background: var(--mp-color-raised);
    color: var(--mp-color-text);
  }
  .control select + .mp-icon {
    margin-inline: -30px 12px;
    pointer-events: none;
  }
  ::placeholder {
    color: var(--mp-color-muted);
    opacity: 1;
  }
  .numeric {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .description {
    font-size: var(--mp-font-size-small);
  }
  .description p {
    margin-block-start: 4px;
  }
  .hint {
    color: var(--mp-color-muted);
  }
  .error {
    display: flex;
    align-items: flex-start;
    gap: 4px;
    color: var(--mp-color-critical);
  }
  .error .mp-icon {
    margin-block-start: 0.2em;
  }
`;
