import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { fieldStyles } from './field.styles.ts';
import type { CSSResultGroup, PropertyValues } from 'lit';

/**
 * What all form elements share: a label above, a hint, an error with its remedy, and a place in a form. Subclasses
 * render the control in `renderControl()` with `id="control"` and call `commit()` after the person changed it.
 *
 * `change` is fired only for what a person did. `value` is a property, never an attribute.
 */
export abstract class MpControl extends MpElement {
  static formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles: CSSResultGroup = [baseStyles, iconStyles, fieldStyles];

  @property() label = '';
  /** Hides the label from the eye: for controls in a toolbar or a table. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;
  @property() hint = '';
  /** What is wrong and what to do; shown in place of the hint. */
  @property() error = '';
  @property({ reflect: true }) name = '';
  @property({ type: Boolean, reflect: true }) required = false;
  /** Marks the control as optional beside its label. */
  @property({ type: Boolean }) optional = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, reflect: true }) readonly = false;

  protected readonly internals = this.attachInternals();

  /** What a form submits; null submits nothing. */
  protected abstract get formValue(): string | FormData | null;

  /** Back to the value it began with. */
  abstract formResetCallback(): void;

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  /** The error that the element itself sees; subclasses add their own. */
  protected get ownError(): string {
    return this.required && !this.formValue ? this.words.required : '';
  }

  /** The error to show: the page's own words first. */
  protected get shownError(): string {
    return this.error;
  }

  /** True where the value may be saved. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  protected override updated(_changed: PropertyValues): void {
    this.internals.setFormValue(this.formValue);
    const message = this.shownError || this.ownError;
    const anchor = this.renderRoot.querySelector<HTMLElement>('#control') ?? undefined;
    if (message) this.internals.setValidity({ customError: true }, message, anchor);
    else this.internals.setValidity({});
  }

  /** Tells the page that the person changed the value. */
  protected commit(): void {
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** Ids of hint and error for `aria-describedby`. */
  protected get describedBy(): string | typeof nothing {
    return this.shownError || this.hint ? 'description' : nothing;
  }

  /** The native control. */
  protected abstract renderControl(): unknown;

  protected renderLabel(): unknown {
    if (!this.label) return nothing;
    const mark = this.required
      ? html`<span class="mark" aria-hidden="true">*</span>`
      : this.optional
        ? html`<span class="optional">${this.words.optional}</span>`
        : nothing;
    return html`<label for="control" class=${this.labelHidden ? 'mp-visually-hidden' : ''}>${this.label}${mark}</label>`;
  }

  protected renderDescription(): unknown {
    const error = this.shownError;
    return html`<div id="description" class="description" aria-live="polite">
      ${error ? html`<p class="error">${icon('error')}<span>${error}</span></p>` : this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
    </div>`;
  }

  protected override render(): unknown {
    return html`${this.renderLabel()}${this.renderControl()}${this.renderDescription()}`;
  }
}
