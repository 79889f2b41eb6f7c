import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(var(--mp-dialog-width, 480px), calc(100vw - 32px));
    max-block-size: min(85dvh, 900px);
    padding: 0;
    border: 1px solid var(--mp-color-border);
    border-radius: calc(var(--mp-radius) * 1.5);
    background: var(--mp-color-raised);
    box-shadow: var(--mp-shadow);
    color: var(--mp-color-text);
    overflow: hidden;
  }
  dialog::backdrop {
    background: var(--mp-color-backdrop);
  }
  dialog[open] {
    animation: rise var(--mp-motion) var(--mp-ease);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .box {
    display: flex;
    flex-direction: column;
    max-block-size: inherit;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    padding: var(--mp-space-3) var(--mp-space-3) var(--mp-space-1) var(--mp-space-5);
  }
  h2 {
    flex: 1;
    font-size: var(--mp-font-size-large);
    font-weight: var(--mp-weight-strong);
    line-height: 1.4;
  }
  .body {
    padding: var(--mp-space-1) var(--mp-space-5) var(--mp-space-4);
    overflow: auto;
    text-wrap: pretty;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--mp-space-2);
    padding: 0 var(--mp-space-5) var(--mp-space-5);
  }
  @media (max-width: 599px) {
    dialog {
      inline-size: 100vw;
      max-inline-size: 100vw;
      margin: auto 0 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .foot {
      flex-direction: column-reverse;
      padding-block-end: max(var(--mp-space-4), env(safe-area-inset-bottom));
    }
    .foot ::slotted(*),
    .foot .button {
      inline-size: 100%;
    }
  }
`;
