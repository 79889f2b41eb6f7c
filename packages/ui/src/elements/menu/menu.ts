import { css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { placeFloat } from '../../base/float.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import type { IconName } from '../../icons/icon-paths.ts';

/** One entry of a menu. */
export interface MenuItem {
  value: string;
  label: string;
  icon?: IconName;
  disabled?: boolean;
  /** Red, for what takes something away. */
  danger?: boolean;
  /** Set on entries that are on or off. */
  checked?: boolean;
  /** Draws a line above. */
  divided?: boolean;
}

/**
 * @summary A button that opens a menu.
 * @slot - Label of the button; without it three dots.
 * @fires mp-select - The person chose an entry: `detail.value`.
 */
export class MpMenu extends MpElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [
    baseStyles,
    iconStyles,
    buttonStyles,
    css`
      :host {
        display: inline-flex;
      }
      [popover] {
        position: fixed;
        inset: auto;
        min-inline-size: 160px;
        max-inline-size: min(320px, calc(100vw - 16px));
        max-block-size: min(60dvh, 480px);
        margin: 0;
        padding: 4px;
        overflow: auto;
        border: 1px solid var(--mp-color-border);
        border-radius: var(--mp-radius);
        background: var(--mp-color-raised);
        box-shadow: var(--mp-shadow);
        color: var(--mp-color-text);
      }
      [role^='menuitem'] {
        display: flex;
        align-items: center;
        gap: var(--mp-space-2);
        inline-size: 100%;
        min-block-size: var(--mp-control-height);
        padding: 0 var(--mp-space-3);
        border: 0;
        border-radius: var(--mp-radius-small);
        background: none;
        text-align: start;
        cursor: pointer;
      }
      [role^='menuitem']:is(:hover, :focus-visible) {
        background: var(--mp-color-hover);
      }
      [role^='menuitem']:focus-visible {
        outline-offset: -2px;
      }
      [role^='menuitem']:disabled {
        opacity: 0.5;
        cursor: default;
      }
      .danger {
        color: var(--mp-color-critical);
      }
      hr {
        margin: 4px 0;
        border: 0;
        border-block-start: 1px solid var(--mp-color-border);
      }
      .label {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) items: MenuItem[] = [];
  /** Accessible name of the button; needed where it shows an icon only. */
  @property() label = '';
  @property() icon: IconName | '' = '';
  @property() variant: 'secondary' | 'quiet' = 'secondary';
  @property({ type: Boolean, reflect: true }) disabled = false;

  @state() private open = false;
  @state() private hasText = false;
  @query('[popover]') private popup!: HTMLElement;
  @query('.button') private button!: HTMLElement;

  get #entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')];
  }

  #show(last = false): void {
    this.popup.showPopover();
    placeFloat(this.popup, this.button.getBoundingClientRect(), { align: 'end' });
    this.#entries.at(last ? -1 : 0)?.focus();
  }

  #handleButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#show(event.key === 'ArrowUp');
  }

  #handleKey(event: KeyboardEvent): void {
    const entries = this.#entries;
    const index = entries.indexOf(event.target as HTMLElement);
    const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      entries.at(next % entries.length)?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.#hide();
    } else if (event.key.length === 1) {
      const letter = event.key.toLowerCase();
      entries.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    }
  }

  #hide(): void {
    this.popup.hidePopover();
    this.button.focus();
  }

  #choose(item: MenuItem): void {
    this.#hide();
    this.emit('mp-select', { value: item.value });
  }

  #renderItem(item: MenuItem): unknown {
    const name = item.checked ? 'check' : item.icon;
    return html`${item.divided ? html`<hr />` : nothing}
      <button
        type="button"
        role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
        aria-checked=${item.checked === undefined ? nothing : String(item.checked)}
        class=${item.danger ? 'danger' : ''}
        tabindex="-1"
        ?disabled=${item.disabled ?? false}
        @click=${() => this.#choose(item)}
      >
        ${name ? icon(name) : nothing}<span class="label">${item.label}</span>
      </button>`;
  }

  protected override render(): unknown {
    return html`<button
        type="button"
        class="button ${this.variant} ${this.hasText ? '' : 'icon-only'}"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.hasText ? nothing : this.label || this.words.more}
        ?disabled=${this.disabled}
        @click=${() => (this.open ? this.#hide() : this.#show())}
        @keydown=${this.#handleButtonKey}
      >
        ${this.icon || !this.hasText ? icon(this.icon || 'more') : nothing}
        <slot @slotchange=${() => (this.hasText = (this.textContent ?? '').trim() !== '')}></slot>
        ${this.hasText ? icon('chevron-down') : nothing}
      </button>
      <div
        popover
        role="menu"
        aria-label=${this.label || this.textContent?.trim() || this.words.more}
        @keydown=${this.#handleKey}
        @toggle=${(event: ToggleEvent) => (this.open = event.newState === 'open')}
      >
        ${this.items.map((item) => this.#renderItem(item))}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-menu': MpMenu;
  }
}
