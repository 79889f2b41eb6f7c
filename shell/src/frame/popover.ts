import { LitElement, css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { baseStyles } from '@milepost/ui';

/**
 * @summary A button with a panel below it; on phones the panel rises from the lower edge.
 * @slot trigger - What stands on the button.
 * @slot - The panel. `[autofocus]` inside it is focused when it opens.
 * @fires portal-open - Before the panel is shown: load what it needs.
 */
export class PortalPopover extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        display: block;
        min-inline-size: 0;
      }
      .trigger {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: var(--mp-control-height);
        min-inline-size: var(--mp-control-height);
        max-inline-size: 100%;
        padding: 0 10px;
        border: 1px solid transparent;
        border-radius: var(--mp-radius);
        background: none;
        cursor: pointer;
      }
      .trigger:hover,
      .trigger[aria-expanded='true'] {
        background: var(--mp-color-hover);
      }
      :host([outlined]) .trigger {
        border-color: var(--mp-color-border);
        background: var(--mp-color-surface);
      }
      :host([icon-only]) .trigger {
        justify-content: center;
        padding: 0;
      }
      .panel {
        position: absolute;
        z-index: 30;
        inset-block-start: calc(100% + 6px);
        inline-size: max-content;
        min-inline-size: 240px;
        max-inline-size: min(420px, calc(100vw - 16px));
        max-block-size: min(560px, calc(100dvh - 80px));
        overflow: auto;
        overscroll-behavior: contain;
        text-align: start;
        border: 1px solid var(--mp-color-border);
        border-radius: 8px;
        background: var(--mp-color-raised);
        box-shadow: var(--mp-shadow);
      }
      :host([align='end']) .panel {
        inset-inline-end: 0;
      }
      .backdrop {
        display: none;
      }
      @media (max-width: 640px) {
        .backdrop {
          display: block;
          position: fixed;
          z-index: 29;
          inset: 0;
          background: var(--mp-color-backdrop);
        }
        .panel {
          position: fixed;
          inset: auto 0 0;
          inline-size: auto;
          max-inline-size: none;
          max-block-size: 80dvh;
          padding-block-end: env(safe-area-inset-bottom);
          border-radius: 14px 14px 0 0;
          animation: rise var(--mp-motion) var(--mp-ease);
        }
      }
      @keyframes rise {
        from {
          translate: 0 24px;
          opacity: 0;
        }
      }
    `,
  ];

  /** The accessible name of the button. */
  @property() label = '';
  /** The accessible name of the panel; the button's when left out. */
  @property({ attribute: 'panel-label' }) panelLabel = '';
  @property({ type: Boolean, reflect: true }) open = false;
  @property({ reflect: true }) align: 'start' | 'end' = 'start';
  /** A page-wide key that opens it is announced to screen readers. */
  @property() shortcut = '';

  @query('.trigger') private trigger!: HTMLButtonElement;
  @query('.panel') private panel!: HTMLElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(false);
  }

  /** Opens the panel and moves the focus into it. */
  async show(): Promise<void> {
    if (this.open) return;
    this.dispatchEvent(new CustomEvent('portal-open'));
    this.open = true;
    this.#listen(true);
    await this.updateComplete;
    const first = this.querySelector<HTMLElement>('[autofocus]') ?? this.panel;
    first?.focus();
  }

  /** Closes the panel; the focus returns to the button unless it went elsewhere. */
  hide({ refocus = true } = {}): void {
    if (!this.open) return;
    this.open = false;
    this.#listen(false);
    if (refocus) this.trigger.focus();
  }

  #listen(on: boolean): void {
    const change = on ? document.addEventListener : document.removeEventListener;
    change.call(document, 'pointerdown', this.#handleOutside, true);
    change.call(document, 'keydown', this.#handleKey as EventListener, true);
  }

  #handleOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.hide({ refocus: false });
  };

  #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.hide();
  };

  #handleToggle = (): void => {
    if (this.open) this.hide();
    else void this.show();
  };

  #handleFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.contains(to) && !this.shadowRoot?.contains(to)) this.hide({ refocus: false });
  };

  protected override render(): unknown {
    return html`<button
        class="trigger"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.label}
        aria-keyshortcuts=${this.shortcut || nothing}
        title=${this.label}
        @click=${this.#handleToggle}
      >
        <slot name="trigger"></slot>
      </button>
      ${
        this.open
          ? html`<div class="backdrop" @click=${() => this.hide()}></div>
              <div
                class="panel"
                role="dialog"
                tabindex="-1"
                aria-label=${this.panelLabel || this.label}
                @focusout=${this.#handleFocusOut}
              >
                <slot></slot>
              </div>`
          : nothing
      }`;
  }
}
