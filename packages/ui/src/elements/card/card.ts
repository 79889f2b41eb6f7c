import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import type { SkeletonShape } from '../state/state.ts';

/** A place that holds data is in one of four states. */
export type DataState = 'loading' | 'empty' | 'error' | 'ready';

/**
 * @summary The frame of a widget: a heading, a link out, and the four states of what it holds.
 * @slot - The content when ready.
 * @slot link - A link or quiet button at the end of the heading.
 * @slot action - What an empty or failed card offers.
 * @slot footer - A line below the content.
 * @fires mp-retry - The person asks to try again.
 */
export class MpCard extends MpElement {
  static override uses = ['mp-state'];
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
        min-inline-size: 0;
        border: 1px solid var(--mp-color-border);
        border-radius: var(--mp-radius);
        background: var(--mp-color-surface);
      }
      :host([plain]) {
        border: 0;
        border-radius: 0;
        background: none;
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--mp-space-2);
        min-block-size: 48px;
        padding: var(--mp-space-2) var(--mp-space-4) 0;
      }
      h2 {
        flex: 1;
        min-inline-size: 0;
        font-size: var(--mp-font-size);
        font-weight: var(--mp-weight-strong);
        line-height: 1.4;
      }
      .body {
        padding: var(--mp-space-2) var(--mp-space-4) var(--mp-space-4);
      }
      .body:first-child {
        padding-block-start: var(--mp-space-4);
      }
      :host([flush]) .body {
        padding-inline: 0;
        padding-block-end: 0;
      }
      :host([plain]) :is(.head, .body) {
        padding-inline: 0;
      }
      /* A link and a quiet button look the same: small, in the accent colour, their text flush with the edge. It is
         the card that says so, whatever styles the plugin has for links elsewhere. */
      ::slotted([slot='link']) {
        --mp-control-height: 32px;
        flex: none;
        display: inline-flex !important;
        align-items: center;
        min-block-size: 32px !important;
        margin-block: 0 !important;
        margin-inline: 0 calc(-1 * var(--mp-space-2)) !important;
        padding-block: 0 !important;
        padding-inline: var(--mp-space-2) !important;
        border-radius: var(--mp-radius);
        color: var(--mp-color-accent) !important;
        font-size: var(--mp-font-size-small) !important;
        text-decoration: none !important;
        white-space: nowrap;
      }
      ::slotted(mp-button[slot='link']) {
        --mp-button-padding: var(--mp-space-2);
        padding-inline: 0 !important;
      }
      @media (hover: hover) {
        ::slotted(a[slot='link']:hover) {
          background: var(--mp-color-hover);
        }
      }
      @media (pointer: coarse), (max-width: 599px) {
        ::slotted([slot='link']) {
          --mp-control-height: 44px;
          min-block-size: 44px !important;
        }
      }
      ::slotted([slot='footer']) {
        display: block;
        padding: var(--mp-space-2) var(--mp-space-4);
        border-block-start: 1px solid var(--mp-color-border);
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
      }
    `,
  ];

  @property() heading = '';
  @property({ reflect: true }) state: DataState = 'ready';
  /** Title of the empty or error state. */
  @property({ attribute: 'state-heading' }) stateHeading = '';
  /** Text of the empty or error state: what it is for, what is safe, what to do. */
  @property({ attribute: 'state-text' }) stateText = '';
  /** The code of the error. */
  @property() code = '';
  @property() shape: SkeletonShape = 'lines';
  /** Lets a table reach the edges. */
  @property({ type: Boolean, reflect: true }) flush = false;
  /** No frame of its own: inside another frame. */
  @property({ type: Boolean, reflect: true }) plain = false;

  #renderState(): unknown {
    if (this.state === 'ready') return html`<slot></slot>`;
    return html`<mp-state
      .kind=${this.state}
      .shape=${this.shape}
      .heading=${this.stateHeading}
      .text=${this.stateText}
      .code=${this.code}
      ><slot name="action" slot="action"></slot
    ></mp-state>`;
  }

  protected override render(): unknown {
    return html`${
        this.heading
          ? html`<div class="head">
              <h2 id="heading">${this.heading}</h2>
              <slot name="link"></slot>
            </div>`
          : nothing
      }
      <div
        class="body"
        role="group"
        aria-labelledby=${this.heading ? 'heading' : nothing}
        aria-busy=${this.state === 'loading' ? 'true' : nothing}
      >
        ${this.#renderState()}
      </div>
      <slot name="footer"></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-card': MpCard;
  }
}
