import { css } from 'lit';

/** Looks of native buttons inside our elements; `mp-button` and the panels, dialogs and states share them. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--mp-control-height);
    min-inline-size: var(--mp-control-height);
    padding: 0 var(--mp-button-padding, var(--mp-space-3));
    border: 1px solid transparent;
    border-radius: var(--mp-radius);
    background: none;
    font-weight: var(--mp-weight-normal);
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    white-space: nowrap;
    color: var(--mp-color-text);
    cursor: pointer;
    transition:
      background-color var(--mp-motion-fast) var(--mp-ease),
      border-color var(--mp-motion-fast) var(--mp-ease);
    -webkit-tap-highlight-color: transparent;
  }
  .button.secondary {
    border-color: var(--mp-color-border-strong);
    background: var(--mp-color-surface);
  }
  .button.primary {
    background: var(--mp-color-accent);
    color: var(--mp-color-on-accent);
    font-weight: var(--mp-weight-strong);
  }
  .button.danger {
    background: var(--mp-color-critical);
    color: var(--mp-color-on-critical);
    font-weight: var(--mp-weight-strong);
  }
  .button.quiet {
    color: var(--mp-color-accent);
  }
  .button.icon-only {
    padding: 0;
    color: var(--mp-color-muted);
  }
  @media (hover: hover) {
    .button.secondary:hover,
    .button.quiet:hover,
    .button.icon-only:hover {
      background: color-mix(in srgb, var(--mp-color-text) 6%, var(--mp-color-surface));
    }
    .button.primary:hover {
      background: color-mix(in srgb, var(--mp-color-accent) 88%, var(--mp-color-text));
    }
    .button.danger:hover {
      background: color-mix(in srgb, var(--mp-color-critical) 88%, var(--mp-color-text));
    }
  }
  .button:active {
    transform: translateY(0.5px);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
  }
`;
