import { css, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import type { PropertyValues } from 'lit';

/** Below this the panel is a sheet from below. */
const phone = '(max-width: 899px)';

/**
 * @summary The panel for "why" and for editing one thing. Beside the page on a desk, a sheet from below on a phone.
 * @slot - The content.
 * @slot footer - Buttons that stay in view.
 * @fires request-close - Before Esc or the close button closes it; cancel it to keep it open.
 * @fires mp-close - It has closed.
 * @cssprop --mp-panel-width - 400px by default.
 */
export class MpPanel extends MpElement {
  static override styles = [
    baseStyles,
    iconStyles,
    buttonStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        display: none;
        flex-direction: column;
        border: 0;
        padding: 0;
        margin: 0;
        background: var(--mp-color-surface);
        color: var(--mp-color-text);
      }
      dialog[open] {
        display: flex;
      }
      dialog:not(:modal) {
        position: sticky;
        inset-block-start: var(--mp-panel-top, 0px);
        inline-size: var(--mp-panel-width, 400px);
        block-size: calc(100dvh - var(--mp-panel-top, 0px));
        border-inline-start: 1px solid var(--mp-color-border);
      }
      dialog:modal {
        inline-size: 100vw;
        max-inline-size: 100vw;
        max-block-size: 85dvh;
        margin: auto 0 0;
        border-start-start-radius: calc(var(--mp-radius) * 2);
        border-start-end-radius: calc(var(--mp-radius) * 2);
        animation: rise var(--mp-motion) var(--mp-ease);
      }
      dialog::backdrop {
        background: var(--mp-color-backdrop);
      }
      @keyframes rise {
        from {
          translate: 0 24px;
          opacity: 0;
        }
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--mp-space-2);
        padding: var(--mp-space-3) var(--mp-space-3) var(--mp-space-2) var(--mp-space-4);
      }
      h2 {
        flex: 1;
        font-size: var(--mp-font-size-large);
        font-weight: var(--mp-weight-strong);
        line-height: 1.4;
      }
      h2:focus-visible {
        outline: none;
      }
      .body {
        flex: 1;
        min-block-size: 0;
        overflow: auto;
        padding: 0 var(--mp-space-4) var(--mp-space-4);
      }
      ::slotted([slot='footer']) {
        display: block;
        padding: var(--mp-space-3) var(--mp-space-4) max(var(--mp-space-3), env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--mp-color-border);
      }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean, reflect: true }) open = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  #opener: HTMLElement | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || this.open === this.dialog.open) return;
    if (this.open) this.#show();
    else this.dialog.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#handleKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#handleKey);
    if (this.dialog?.open) this.dialog.close();
  }

  #show(): void {
    this.#opener = deepActiveElement();
    if (matchMedia(phone).matches) this.dialog.showModal();
    else this.dialog.show();
    this.renderRoot.querySelector('h2')?.focus();
  }

  /** Esc closes from anywhere on the page, unless something above it (a dialog, a menu, a cell editor) took the key. */
  #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
    const above = (node: EventTarget) => node instanceof HTMLDialogElement && node !== this.dialog && node.matches(':modal');
    if (event.composedPath().some(above)) return;
    event.preventDefault();
    this.#requestClose();
  };

  #requestClose = (): void => {
    if (this.emit('request-close', undefined, { cancelable: true })) this.open = false;
  };

  #handleClose(): void {
    this.open = false;
    this.#opener?.focus();
    this.#opener = undefined;
    this.emit('mp-close');
  }

  #handleCancel(event: Event): void {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.#requestClose();
  }

  protected override render(): unknown {
    return html`<dialog aria-labelledby="heading" @close=${this.#handleClose} @cancel=${this.#handleCancel}>
      <div class="head">
        <h2 id="heading" tabindex="-1">${this.heading}</h2>
        <button type="button" class="button icon-only" aria-label=${this.words.close} @click=${this.#requestClose}>
          ${icon('close')}
        </button>
      </div>
      <div class="body"><slot></slot></div>
      <slot name="footer"></slot>
    </dialog>`;
  }
}

/** The focused element, through open shadow roots. */
function deepActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-panel': MpPanel;
  }
}
