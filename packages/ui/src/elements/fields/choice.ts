import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MpControl } from './control.ts';
import type { CSSResultGroup } from 'lit';
import type { Option } from './select.ts';

const choiceStyles = css`
  .choice {
    display: inline-flex;
    align-items: center;
    gap: var(--mp-space-2);
    min-block-size: var(--mp-control-height);
    margin: 0;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--mp-color-accent);
    cursor: inherit;
  }
  .choice.disabled {
    cursor: default;
    opacity: 0.6;
  }
`;

/**
 * @summary Yes or no. The label stands beside it.
 * @fires change - The person changed `checked`.
 */
export class MpCheckbox extends MpControl {
  static override styles: CSSResultGroup = [MpControl.styles, choiceStyles];

  @property({ type: Boolean, reflect: true }) checked = false;
  @property({ type: Boolean }) indeterminate = false;
  /** What a form submits when it is checked. */
  @property({ attribute: false }) value = 'on';

  protected override get formValue(): string | null {
    return this.checked ? this.value : null;
  }

  override formResetCallback(): void {
    this.checked = false;
  }

  #handleChange(event: Event): void {
    this.checked = (event.target as HTMLInputElement).checked;
    this.indeterminate = false;
    this.commit();
  }

  protected override renderLabel(): unknown {
    return nothing;
  }

  protected override renderControl(): unknown {
    return html`<label class="choice ${this.disabled ? 'disabled' : ''}">
      <input
        id="control"
        type="checkbox"
        .checked=${this.checked}
        .indeterminate=${this.indeterminate}
        ?disabled=${this.disabled || this.readonly}
        aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        @change=${this.#handleChange}
      /><span class=${this.labelHidden ? 'mp-visually-hidden' : ''}>${this.label}<slot></slot></span>
    </label>`;
  }
}

/**
 * @summary On or off, at once.
 * @fires change - The person changed `checked`.
 */
export class MpSwitch extends MpControl {
  static override styles: CSSResultGroup = [
    MpControl.styles,
    choiceStyles,
    css`
      .choice input {
        appearance: none;
        position: relative;
        inline-size: 34px;
        block-size: 20px;
        border-radius: 10px;
        background: var(--mp-color-border-strong);
        transition: background-color var(--mp-motion) var(--mp-ease);
      }
      .choice input::after {
        content: '';
        position: absolute;
        inset: 2px auto 2px 2px;
        inline-size: 16px;
        border-radius: 8px;
        background: var(--mp-color-surface);
        transition: translate var(--mp-motion) var(--mp-ease);
      }
      .choice input:checked {
        background: var(--mp-color-accent);
      }
      .choice input:checked::after {
        translate: 14px 0;
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) checked = false;

  protected override get formValue(): string | null {
    return this.checked ? 'on' : null;
  }

  override formResetCallback(): void {
    this.checked = false;
  }

  #handleChange(event: Event): void {
    this.checked = (event.target as HTMLInputElement).checked;
    this.commit();
  }

  protected override renderLabel(): unknown {
    return nothing;
  }

  protected override renderControl(): unknown {
    return html`<label class="choice ${this.disabled ? 'disabled' : ''}">
      <input
        id="control"
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled || this.readonly}
        aria-describedby=${this.describedBy}
        @change=${this.#handleChange}
      /><span class=${this.labelHidden ? 'mp-visually-hidden' : ''}>${this.label}<slot></slot></span>
    </label>`;
  }
}

/**
 * @summary One of a few, all in view. Segmented by default; `stacked` gives one under another.
 * @fires change - The person chose.
 */
export class MpRadioGroup extends MpControl {
  static override styles: CSSResultGroup = [
    MpControl.styles,
    choiceStyles,
    css`
      .segments {
        display: inline-flex;
        max-inline-size: 100%;
        padding: 2px;
        overflow-x: auto;
        border-radius: var(--mp-radius);
        background: var(--mp-color-sunken);
        box-shadow: inset 0 0 0 1px var(--mp-color-border);
      }
      .segments .choice {
        justify-content: center;
        min-block-size: calc(var(--mp-control-height) - 4px);
        min-inline-size: 44px;
        padding: 0 var(--mp-space-3);
        border-radius: calc(var(--mp-radius) - 2px);
        color: var(--mp-color-muted);
        white-space: nowrap;
      }
      .segments input {
        position: absolute;
        opacity: 0;
        pointer-events: none;
      }
      .segments .choice:has(:checked) {
        background: var(--mp-color-raised);
        box-shadow: 0 0 0 1px var(--mp-color-border-strong);
        color: var(--mp-color-text);
        font-weight: var(--mp-weight-strong);
      }
      .segments .choice:has(:focus-visible) {
        outline: var(--mp-focus-ring);
        outline-offset: -1px;
      }
      .stack {
        display: flex;
        flex-direction: column;
      }
    `,
  ];

  @property({ attribute: false }) options: Option[] = [];
  @property({ attribute: false }) value = '';
  @property({ type: Boolean }) stacked = false;

  protected override get formValue(): string | null {
    return this.value || null;
  }

  override formResetCallback(): void {
    this.value = '';
  }

  #handleChange(event: Event): void {
    this.value = (event.target as HTMLInputElement).value;
    this.commit();
  }

  protected override renderLabel(): unknown {
    if (!this.label) return nothing;
    const mark = this.required ? html`<span class="mark" aria-hidden="true">*</span>` : nothing;
    return html`<div id="label" class="label ${this.labelHidden ? 'mp-visually-hidden' : ''}">${this.label}${mark}</div>`;
  }

  protected override renderControl(): unknown {
    return html`<div
      id="control"
      role="radiogroup"
      class=${this.stacked ? 'stack' : 'segments'}
      aria-labelledby=${this.label ? 'label' : nothing}
      aria-describedby=${this.describedBy}
      aria-required=${this.required ? 'true' : nothing}
      aria-invalid=${this.shownError ? 'true' : nothing}
    >
      ${this.options.map(
        (option) =>
          html`<label class="choice ${this.disabled || option.disabled ? 'disabled' : ''}">
            <input
              type="radio"
              name="choice"
              .value=${option.value}
              .checked=${option.value === this.value}
              ?disabled=${this.disabled || this.readonly || (option.disabled ?? false)}
              @change=${this.#handleChange}
            />${option.label}
          </label>`,
      )}
    </div>`;
  }
}

/**
 * @summary Label, hint and error around something that is no control of ours: several controls, or a plugin's own.
 * @slot - The content; named by the label as a group.
 */
export class MpField extends MpControl {
  protected override get formValue(): null {
    return null;
  }

  protected override get ownError(): string {
    return '';
  }

  override formResetCallback(): void {
    // The controls inside reset themselves.
  }

  protected override renderLabel(): unknown {
    if (!this.label) return nothing;
    return html`<div id="label" class="label">
      ${this.label}${this.required ? html`<span class="mark" aria-hidden="true">*</span>` : nothing}
      ${this.optional ? html`<span class="optional">${this.words.optional}</span>` : nothing}
    </div>`;
  }

  protected override renderControl(): unknown {
    return html`<div role="group" aria-labelledby=${this.label ? 'label' : nothing} aria-describedby=${this.describedBy}>
      <slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-checkbox': MpCheckbox;
    'mp-switch': MpSwitch;
    'mp-radio-group': MpRadioGroup;
    'mp-field': MpField;
  }
}
