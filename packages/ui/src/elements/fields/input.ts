import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../../icons/icon.ts';
import { MpControl } from './control.ts';
import type { IconName } from '../../icons/icon-paths.ts';

type InputTarget = HTMLInputElement | HTMLTextAreaElement;

/** What `mp-input` and `mp-textarea` share. */
abstract class MpTextControl extends MpControl {
  @property({ attribute: false }) value = '';
  @property() placeholder = '';
  @property({ type: Number }) maxlength: number | undefined;

  protected override get formValue(): string {
    return this.value;
  }

  override formResetCallback(): void {
    this.value = '';
  }

  protected handleInput(event: Event): void {
    this.value = (event.target as InputTarget).value;
  }

  protected handleChange(event: Event): void {
    this.value = (event.target as InputTarget).value;
    this.commit();
  }

  protected get frameClass(): string {
    return `control ${this.shownError ? 'invalid' : ''} ${this.disabled ? 'disabled' : ''}`;
  }
}

/**
 * @summary One line of text.
 * @fires change - The person changed the value and left the field.
 */
export class MpInput extends MpTextControl {
  @property() type: 'text' | 'search' | 'email' | 'tel' | 'url' | 'password' | 'time' = 'text';
  @property() autocomplete = 'off';
  @property() override inputMode = '';
  /** An icon at its start. */
  @property() icon: IconName | '' = '';

  protected override renderControl(): unknown {
    const name = this.icon || (this.type === 'search' ? 'search' : '');
    return html`<div class=${this.frameClass}>
      ${name ? icon(name) : nothing}
      <input
        id="control"
        .type=${this.type}
        .value=${this.value}
        placeholder=${this.placeholder || nothing}
        maxlength=${this.maxlength ?? nothing}
        autocomplete=${this.autocomplete}
        inputmode=${this.inputMode || nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        ?required=${this.required}
        aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        @input=${this.handleInput}
        @change=${this.handleChange}
      />
    </div>`;
  }
}

/**
 * @summary Several lines of text; grows with them.
 * @fires change - The person changed the value and left the field.
 */
export class MpTextarea extends MpTextControl {
  @property({ type: Number }) rows = 3;

  protected override renderControl(): unknown {
    return html`<div class=${this.frameClass}>
      <textarea
        id="control"
        rows=${this.rows}
        .value=${this.value}
        placeholder=${this.placeholder || nothing}
        maxlength=${this.maxlength ?? nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        ?required=${this.required}
        aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        @input=${this.handleInput}
        @change=${this.handleChange}
      ></textarea>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-input': MpInput;
    'mp-textarea': MpTextarea;
  }
}
