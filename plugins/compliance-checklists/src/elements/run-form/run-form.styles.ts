import { css } from '@milepost/sdk';

/** Controls of a question: large targets, visible choice, 16 px in fields so that phones do not zoom. */
export const controlStyles = css`
  .segments {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    max-inline-size: 480px;
  }
  .choices {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
  }
  .option {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    min-block-size: 44px;
    cursor: pointer;
  }
  .option input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--mp-color-accent);
  }
  .choices .option {
    padding: 8px 12px;
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
  }
  .option:has(input:checked) {
    border-color: var(--mp-color-accent);
  }
  .choices .option:has(input:checked) {
    background: var(--mp-color-accent-soft);
  }
  .option:has(input:focus-visible) {
    outline: var(--mp-focus-ring);
    outline-offset: 2px;
    z-index: 1;
  }
  .segments .option {
    justify-content: center;
    min-block-size: 48px;
    margin-inline-start: -1px;
    border: 1px solid var(--mp-color-border-strong);
    background: var(--mp-color-surface);
  }
  .segments .option:first-child {
    margin: 0;
    border-start-start-radius: var(--mp-radius);
    border-end-start-radius: var(--mp-radius);
  }
  .segments .option:last-child {
    border-start-end-radius: var(--mp-radius);
    border-end-end-radius: var(--mp-radius);
  }
  .segments .option input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .segments .option:has(input:checked) {
    z-index: 1;
    background: var(--mp-color-accent);
    border-color: var(--mp-color-accent);
    color: var(--mp-color-on-accent);
    font-weight: var(--mp-weight-strong);
  }
  .figure {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
  }
  .figure input {
    inline-size: 180px;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .figure input,
  textarea {
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    font-size: max(16px, var(--mp-font-size));
  }
  [aria-invalid='true'] {
    border-color: var(--mp-color-critical) !important;
  }
  textarea {
    display: block;
    inline-size: 100%;
    resize: vertical;
    field-sizing: content;
  }
  .note {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  .upload {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: var(--mp-space-2);
    min-block-size: 44px;
    padding: 8px 14px;
    border: 1px dashed var(--mp-color-border-strong);
    border-radius: var(--mp-radius);
    cursor: pointer;
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
  .attachments li {
    display: flex;
    align-items: center;
    gap: var(--mp-space-2);
    padding-block: 4px;
  }
  .attachments img {
    inline-size: 64px;
    block-size: 64px;
    object-fit: cover;
    border-radius: var(--mp-radius-small);
  }
  .attachments .name {
    display: block;
    overflow-wrap: anywhere;
  }
  .problem,
  .problems {
    color: var(--mp-color-critical);
    font-size: var(--mp-font-size-small);
  }
`;

/** The form around the questions. */
export const runFormStyles = css`
  .head {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  .notice {
    margin-block-start: var(--mp-space-2);
    padding: var(--mp-space-2) var(--mp-space-3);
    border-inline-start: 3px solid var(--mp-color-warning);
    background: var(--mp-color-warning-soft);
  }
  .restored {
    padding: var(--mp-space-2) var(--mp-space-3);
    border-radius: var(--mp-radius);
    background: var(--mp-color-accent-soft);
  }
  .section-nav {
    position: sticky;
    inset-block-start: var(--mp-panel-top, 56px);
    z-index: 2;
    display: flex;
    gap: var(--mp-space-2);
    overflow-x: auto;
    margin-block: var(--mp-space-3);
    padding-block: var(--mp-space-2);
    background: var(--mp-color-canvas);
    scrollbar-width: none;
  }
  .section-nav button {
    flex: none;
    min-block-size: 44px;
    padding: 0 14px;
    border: 1px solid var(--mp-color-border);
    border-radius: 22px;
    background: var(--mp-color-surface);
    cursor: pointer;
  }
  .section-nav [data-done] .number {
    color: var(--mp-color-positive);
  }
  .section {
    content-visibility: auto;
    contain-intrinsic-size: auto 600px;
    margin-block-end: var(--mp-space-6);
    scroll-margin-block: 140px 112px;
  }
  .section > h3 {
    display: flex;
    gap: var(--mp-space-2);
    padding-block: var(--mp-space-2);
    font-size: var(--mp-font-size-large);
  }
  .question {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
    margin-block-end: var(--mp-space-3);
    padding: var(--mp-space-4);
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius);
    background: var(--mp-color-surface);
    scroll-margin-block: 140px;
  }
  .question[data-failed] {
    border-inline-start: 3px solid var(--mp-color-critical);
  }
  .question legend {
    float: inline-start;
    inline-size: 100%;
    font-weight: var(--mp-weight-strong);
  }
  .ordinal {
    color: var(--mp-color-muted);
    font-weight: var(--mp-weight-normal);
    font-variant-numeric: tabular-nums;
  }
  .law summary {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--mp-color-muted);
    cursor: pointer;
  }
  .law p {
    padding-inline-start: var(--mp-space-3);
  }
  .evidence {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
  }
  .bar {
    position: sticky;
    inset-block-end: var(--portal-tab-bar, 0px);
    z-index: 5;
    border: 1px solid var(--mp-color-border);
    border-radius: var(--mp-radius) var(--mp-radius) 0 0;
    overflow: hidden;
    background: var(--mp-color-raised);
    box-shadow: var(--mp-shadow);
  }
  .bar-row {
    display: flex;
    align-items: center;
    gap: var(--mp-space-3);
    min-block-size: 64px;
    padding: var(--mp-space-2) var(--mp-space-4);
  }
  .meter {
    block-size: 4px;
    background: var(--mp-color-neutral-soft);
  }
  .meter span {
    display: block;
    block-size: 100%;
    background: var(--mp-color-accent);
    transition: inline-size var(--mp-motion) var(--mp-ease);
  }
  .score {
    font-size: var(--mp-font-size-title);
    font-weight: var(--mp-weight-strong);
  }
  [data-tone='positive'] {
    color: var(--mp-color-positive);
  }
  [data-tone='critical'] {
    color: var(--mp-color-critical);
  }
  .proposal {
    display: flex;
    flex-direction: column;
    gap: var(--mp-space-2);
  }
  .reasons {
    padding-inline-start: var(--mp-space-5);
    list-style: disc;
    color: var(--mp-color-critical);
  }
  .conflict {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .conflict :is(td, th) {
    padding: 8px;
    border-block-end: 1px solid var(--mp-color-border);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
`;
