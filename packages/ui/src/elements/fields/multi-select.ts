import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { getUiLocale } from '../../locale/ui-locale.ts';
import { ensureWebAwesome } from '../../web-awesome/ensure.ts';
import { MpControl } from './control.ts';
import type { CSSResultGroup } from 'lit';
import type { Option } from './select.ts';

/** Web Awesome answers a list where several may be chosen. */
type SelectTarget = HTMLElement & { value: string | string[] | null };

/**
 * @summary Several of many, shown as tags. On Web Awesome's select, which is loaded when the first one appears:
 *   no native control does this.
 * @fires change - The person changed the choice.
 */
export class MpMultiSelect extends MpControl {
  static override styles: CSSResultGroup = [
    MpControl.styles,
    css`
      wa-select::part(combobox) {
        min-block-size: var(--mp-control-height);
      }
      wa-option {
        min-block-size: var(--mp-control-height);
      }
    `,
  ];

  @property({ attribute: false }) options: Option[] = [];
  @property({ attribute: false }) value: readonly string[] = [];
  @property() placeholder = '';

  protected override get formValue(): FormData | null {
    if (this.value.length === 0) return null;
    const data = new FormData();
    for (const value of this.value) data.append(this.name, value);
    return data;
  }

  override formResetCallback(): void {
    this.value = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void ensureWebAwesome(['wa-select', 'wa-option']);
  }

  #handleChange(event: Event): void {
    event.stopPropagation();
    this.value = [(event.target as SelectTarget).value ?? []].flat();
    this.commit();
  }

  protected override renderLabel(): unknown {
    return '';
  }

  protected override renderControl(): unknown {
    return html`<wa-select
      id="control"
      multiple
      with-clear
      max-options-visible="3"
      lang=${getUiLocale()}
      .label=${this.label}
      .placeholder=${this.placeholder || this.words.select}
      .value=${[...this.value]}
      ?disabled=${this.disabled || this.readonly}
      @change=${this.#handleChange}
    >
      ${this.options.map((option) => html`<wa-option .value=${option.value} .label=${option.label} ?disabled=${option.disabled ?? false}>${option.label}</wa-option>`)}
    </wa-select>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-multi-select': MpMultiSelect;
  }
}
