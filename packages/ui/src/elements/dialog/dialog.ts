import { html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import { dialogStyles } from './dialog.styles.ts';
import type { PropertyValues } from 'lit';

/** What has the focus, the innermost first and then the hosts it stands in; empty when it is nowhere in particular. */
function focused(): HTMLElement[] {
  const chain: HTMLElement[] = [];
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null)
    if (at instanceof HTMLElement && at !== document.body) chain.unshift(at);
  return chain;
}

/**
 * @summary A modal dialog; on phones a sheet from below. Focus goes in and comes back.
 * @slot - The content; what has `autofocus` gets the focus, otherwise the main action, otherwise the dialog itself.
 * @slot actions - Buttons; the main one last.
 * @fires request-close - Before Esc, the close button or the backdrop closes it; cancel it to keep it open.
 * @fires mp-close - It has closed.
 */
export class MpDialog extends MpElement {
  static override styles = [baseStyles, iconStyles, buttonStyles, dialogStyles];

  @property() heading = '';
  @property({ type: Boolean, reflect: true }) open = false;
  /** Keeps a click on the backdrop from closing: for dialogs with input. */
  @property({ type: Boolean }) sticky = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  #before: readonly HTMLElement[] = [];

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) {
      this.#before = focused();
      this.dialog.showModal();
      this.#moveFocusIn();
    }
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  /** The platform looks inside the shadow root only, where the first it finds is the close button. */
  #moveFocusIn(): void {
    const actions = [...this.querySelectorAll<HTMLElement>('[slot="actions"]')];
    // What cannot be taken back does not get the focus by itself.
    const main =
      actions.find((action) => action.matches('[variant="primary"]')) ??
      actions.find((action) => !action.matches('[variant="danger"]'));
    const wanted = this.querySelector<HTMLElement>('[autofocus]') ?? main;
    if (!wanted) return;
    wanted.focus();
    if (wanted.matches(':focus-within')) return;
    // An element whose first rendering is still to come takes the focus after it.
    requestAnimationFrame(() => {
      if (this.open && wanted.isConnected && !this.matches(':focus-within')) wanted.focus();
    });
  }

  /** The platform returns the focus too, but not into an element that rendered its content anew meanwhile. */
  #moveFocusBack(): void {
    const before = this.#before;
    this.#before = [];
    const [now] = focused();
    if (now && !this.matches(':focus-within')) return;
    before.find((element) => element.isConnected)?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog?.close();
  }

  /** Opens it and moves the focus in. */
  show(): void {
    this.open = true;
  }

  /** Closes it without asking. */
  close(): void {
    this.open = false;
  }

  #requestClose(): void {
    if (this.emit('request-close', undefined, { cancelable: true })) this.open = false;
  }

  #handleCancel(event: Event): void {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.#requestClose();
  }

  #handleClose(): void {
    this.open = false;
    this.#moveFocusBack();
    this.emit('mp-close');
  }

  #handleClick(event: MouseEvent): void {
    if (!this.sticky && event.target === this.dialog) this.#requestClose();
  }

  protected override render(): unknown {
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
      @click=${this.#handleClick}
    >
      <div class="box">
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button type="button" class="button icon-only" aria-label=${this.words.close} @click=${this.#requestClose}>
            ${icon('close')}
          </button>
        </div>
        <div class="body"><slot></slot></div>
        <div class="foot"><slot name="actions"></slot></div>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-dialog': MpDialog;
  }
}
