import { css } from 'lit';

export const stateStyles = css`
  :host {
    display: block;
  }
  .skeleton {
    display: grid;
    gap: var(--mp-space-3);
    padding: var(--mp-space-2) 0;
    transition: opacity var(--mp-motion) var(--mp-ease);
  }
  .skeleton[data-quiet] {
    opacity: 0;
  }
  .bar {
    block-size: 14px;
    border-radius: var(--mp-radius-small);
    background: var(--mp-color-neutral-soft);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .bar:nth-child(3n + 2) {
    inline-size: 82%;
  }
  .bar:nth-child(3n + 3) {
    inline-size: 64%;
  }
  .figures {
    grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
  }
  .figures .bar,
  .cards .bar {
    inline-size: auto;
    block-size: 64px;
  }
  .table .bar {
    inline-size: auto;
    block-size: 24px;
  }
  .chart {
    grid-template-columns: repeat(8, 1fr);
    align-items: end;
    block-size: 180px;
  }
  .chart .bar {
    inline-size: auto;
    block-size: 55%;
  }
  .chart .bar:nth-child(odd) {
    block-size: 75%;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar {
      animation: none;
    }
  }
  .message {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--mp-space-2);
    max-inline-size: 44ch;
    margin: 0 auto;
    padding: var(--mp-space-6) var(--mp-space-4);
    text-align: center;
    text-wrap: pretty;
  }
  .sign {
    color: var(--mp-color-muted);
    font-size: 22px;
    line-height: 1;
  }
  :host([kind='error']) .sign {
    color: var(--mp-color-critical);
  }
  .heading {
    font-weight: var(--mp-weight-strong);
  }
  .text,
  .code {
    color: var(--mp-color-muted);
  }
  .code {
    font-size: var(--mp-font-size-small);
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--mp-font-mono);
    user-select: all;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--mp-space-2);
    margin-block-start: var(--mp-space-1);
  }
`;
