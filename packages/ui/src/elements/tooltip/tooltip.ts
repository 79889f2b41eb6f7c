import { css, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { placeFloat } from '../../base/float.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import type { Side } from '../../base/float.ts';

const HOVER_DELAY_MS = 250;

/**
 * @summary A short explanation on hover, focus or tap of what it wraps. Esc hides it.
 * @slot - One element to explain.
 */
export class MpTooltip extends MpElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
      }
      [popover] {
        position: fixed;
        inset: auto;
        max-inline-size: min(280px, calc(100vw - 16px));
        margin: 0;
        padding: 6px 10px;
        border: 0;
        border-radius: var(--mp-radius-small);
        background: var(--mp-color-text);
        color: var(--mp-color-surface);
        font-size: var(--mp-font-size-small);
        text-wrap: pretty;
      }
    `,
  ];

  /** The explanation. */
  @property() text = '';
  @property() side: Side = 'top';

  @query('[popover]') private popup!: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.addEventListener('pointerenter', () => this.#schedule(HOVER_DELAY_MS));
    this.addEventListener('pointerleave', () => this.#hide());
    this.addEventListener('focusin', () => this.#schedule(0));
    this.addEventListener('focusout', () => this.#hide());
    this.addEventListener('keydown', (event) => this.#handleKey(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), delay);
  }

  #show(): void {
    if (!this.isConnected || !this.text) return;
    this.popup.showPopover();
    placeFloat(this.popup, this.getBoundingClientRect(), { side: this.side, align: 'center', gap: 6 });
  }

  #hide(): void {
    clearTimeout(this.#timer);
    if (this.popup.matches(':popover-open')) this.popup.hidePopover();
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.popup.matches(':popover-open')) return;
    event.preventDefault();
    this.#hide();
  }

  /** The description goes on the explained element itself: an id does not reach into our shadow root. */
  #describe(): void {
    const target = this.firstElementChild;
    if (target && this.text) target.setAttribute('aria-description', this.text);
  }

  protected override updated(): void {
    this.#describe();
  }

  protected override render(): unknown {
    return html`<slot @slotchange=${this.#describe}></slot>
      <div popover="manual" aria-hidden="true">${this.text}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-tooltip': MpTooltip;
  }
}
