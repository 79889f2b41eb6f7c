import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';

/** One tab. */
export interface TabItem {
  value: string;
  label: string;
  /** A number beside the label. */
  count?: number;
  disabled?: boolean;
}

/**
 * @summary Tabs. The content of the chosen one goes in the default slot, rendered by the page.
 * @slot - The content of the chosen tab.
 * @fires change - The person chose another tab; `value` has it.
 */
export class MpTabs extends MpElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      [role='tablist'] {
        display: flex;
        gap: var(--mp-space-4);
        overflow-x: auto;
        border-block-end: 1px solid var(--mp-color-border);
        scrollbar-width: none;
      }
      button {
        position: relative;
        flex: none;
        min-block-size: max(40px, var(--mp-control-height));
        padding: 0 2px;
        border: 0;
        background: none;
        color: var(--mp-color-muted);
        cursor: pointer;
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      button[aria-selected='true'] {
        color: var(--mp-color-text);
        font-weight: var(--mp-weight-strong);
      }
      button[aria-selected='true']::after {
        content: '';
        position: absolute;
        inset: auto 0 0;
        block-size: 2px;
        background: var(--mp-color-accent);
      }
      button:disabled {
        opacity: 0.5;
        cursor: default;
      }
      .count {
        margin-inline-start: 6px;
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
        font-weight: var(--mp-weight-normal);
        font-variant-numeric: tabular-nums;
      }
      [role='tabpanel'] {
        padding-block-start: var(--mp-space-4);
      }
    `,
  ];

  @property({ attribute: false }) tabs: TabItem[] = [];
  @property() value = '';
  /** Names the row of tabs. */
  @property() label = '';

  #choose(value: string): void {
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  async #handleKey(event: KeyboardEvent): Promise<void> {
    const enabled = this.tabs.filter((tab) => !tab.disabled);
    const index = enabled.findIndex((tab) => tab.value === this.value);
    const last = enabled.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index <= 0 ? last : index - 1,
      Home: 0,
      End: last,
    };
    const next = enabled[moves[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    this.#choose(next.value);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  protected override render(): unknown {
    const chosen = this.tabs.some((tab) => tab.value === this.value) ? this.value : this.tabs[0]?.value;
    return html`<div role="tablist" aria-label=${this.label || nothing} @keydown=${this.#handleKey}>
        ${this.tabs.map(
          (tab) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${tab.value}"
              aria-selected=${tab.value === chosen ? 'true' : 'false'}
              aria-controls="panel"
              tabindex=${tab.value === chosen ? 0 : -1}
              ?disabled=${tab.disabled ?? false}
              @click=${() => this.#choose(tab.value)}
            >
              ${tab.label}${tab.count === undefined ? nothing : html`<span class="count">${tab.count}</span>`}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${chosen ?? ''}"><slot></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-tabs': MpTabs;
  }
}
