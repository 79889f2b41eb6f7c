import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from './button.styles.ts';
import type { IconName } from '../../icons/icon-paths.ts';

/**
 * @summary A button with a verb on it; `href` makes it a link. Submits its form like a native one.
 * @slot - The label. With `label` and no content it is an icon button.
 * @csspart button - The native button or link.
 */
export class MpButton extends MpElement {
  static formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [
    baseStyles,
    iconStyles,
    buttonStyles,
    css`
      :host {
        display: inline-flex;
        vertical-align: middle;
      }
      .button {
        flex: 1;
      }
      .spinner {
        inline-size: 1em;
        block-size: 1em;
        border: 2px solid currentColor;
        border-inline-end-color: transparent;
        border-radius: 50%;
        animation: spin 0.8s linear infinite;
      }
      @keyframes spin {
        to {
          rotate: 1turn;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation-duration: 4s;
        }
      }
    `,
  ];

  /** At most one primary button is in view at a time. */
  @property({ reflect: true }) variant: 'primary' | 'secondary' | 'quiet' | 'danger' = 'secondary';
  @property() type: 'button' | 'submit' | 'reset' = 'button';
  /** An icon before the label. */
  @property() icon: IconName | '' = '';
  /** The accessible name of a button that shows an icon only. */
  @property() label = '';
  /** Makes it a link. */
  @property() href = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The action is under way: it keeps its focus and its place, and does nothing. */
  @property({ type: Boolean, reflect: true }) loading = false;

  readonly #internals = this.attachInternals();

  constructor() {
    super();
    this.addEventListener('click', this.#handleClick);
  }

  #handleClick = (event: Event): void => {
    if (this.disabled || this.loading) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (this.type === 'submit') this.#internals.form?.requestSubmit();
    if (this.type === 'reset') this.#internals.form?.reset();
  };

  #renderContent(): unknown {
    const leading = this.loading ? html`<span class="spinner" aria-hidden="true"></span>` : this.icon ? icon(this.icon) : nothing;
    return html`${leading}<slot></slot>`;
  }

  protected override render(): unknown {
    const classes = `button ${this.variant} ${this.label ? 'icon-only' : ''}`;
    if (this.href && !this.disabled) {
      return html`<a part="button" class=${classes} href=${this.href} aria-label=${this.label || nothing}
        >${this.#renderContent()}</a
      >`;
    }
    return html`<button
      part="button"
      type="button"
      class=${classes}
      ?disabled=${this.disabled}
      aria-disabled=${this.loading ? 'true' : nothing}
      aria-busy=${this.loading ? 'true' : nothing}
      aria-label=${this.label || nothing}
      title=${this.label || nothing}
    >
      ${this.#renderContent()}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-button': MpButton;
  }
}
