import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../../icons/icon.ts';
import { MpControl } from './control.ts';

/** One choice. Choices with the same `group` stand together under its name. */
export interface Option {
  value: string;
  label: string;
  group?: string;
  disabled?: boolean;
}

/**
 * @summary One of several. The native control: a phone shows its own wheel, a desk its own list with type-ahead.
 * @fires change - The person chose.
 */
export class MpSelect extends MpControl {
  @property({ attribute: false }) options: Option[] = [];
  @property({ attribute: false }) value = '';
  /** Shown while nothing is chosen. */
  @property() placeholder = '';

  protected override get formValue(): string | null {
    return this.value || null;
  }

  override formResetCallback(): void {
    this.value = '';
  }

  #handleChange(event: Event): void {
    this.value = (event.target as HTMLSelectElement).value;
    this.commit();
  }

  #renderOption(option: Option): unknown {
    return html`<option value=${option.value} ?disabled=${option.disabled ?? false} .selected=${option.value === this.value}>
      ${option.label}
    </option>`;
  }

  #renderOptions(): unknown {
    const groups = new Map<string, Option[]>();
    for (const option of this.options) {
      const name = option.group ?? '';
      groups.set(name, [...(groups.get(name) ?? []), option]);
    }
    return [...groups].map(([name, options]) => {
      const rendered = options.map((option) => this.#renderOption(option));
      return name ? html`<optgroup label=${name}>${rendered}</optgroup>` : rendered;
    });
  }

  protected override renderControl(): unknown {
    const known = this.options.some((option) => option.value === this.value);
    return html`<div class="control ${this.shownError ? 'invalid' : ''} ${this.disabled ? 'disabled' : ''}">
      <select
        id="control"
        ?disabled=${this.disabled || this.readonly}
        ?required=${this.required}
        aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        @change=${this.#handleChange}
      >
        ${known ? nothing : html`<option value="" selected disabled>${this.placeholder || this.words.select}</option>`}
        ${this.#renderOptions()}
      </select>
      ${icon('chevron-down')}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-select': MpSelect;
  }
}
