import { css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatDate } from '../../format/date.ts';
import { parseDate } from '../../format/parse-date.ts';
import { icon } from '../../icons/icon.ts';
import { getUiLocale } from '../../locale/ui-locale.ts';
import { MpControl } from './control.ts';
import type { PropertyValues } from 'lit';

/**
 * @summary A business day, 'YYYY-MM-DD' or empty. It is written in the language of the page, typed as people type days
 *   (`11/16`, `2026年11月16日`), or picked from the platform's calendar behind the button (Alt+Down).
 * @fires change - The person chose a day or cleared it. `value` is empty while the text cannot be read; nothing typed is lost.
 */
export class MpDate extends MpControl {
  static override styles = [
    MpControl.styles,
    css`
      :host {
        min-inline-size: min(100%, 11.5em);
      }
      .control {
        position: relative;
      }
      .control #control {
        padding-inline-end: 0;
        font-variant-numeric: tabular-nums;
        text-overflow: ellipsis;
      }
      button {
        flex: none;
        display: grid;
        place-items: center;
        inline-size: max(32px, calc(var(--mp-control-height) - 4px));
        min-block-size: calc(var(--mp-control-height) - 2px);
        padding: 0;
        border: 0;
        border-radius: inherit;
        background: none;
        color: var(--mp-color-muted);
        cursor: pointer;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      button:disabled {
        cursor: default;
      }
      /* The native control only lends its calendar, which opens below it. */
      .control .picker {
        position: absolute;
        inset: 0;
        opacity: 0;
        pointer-events: none;
      }
    `,
  ];

  @property({ attribute: false }) value = '';
  @property() placeholder = '';
  /** First day allowed. */
  @property() min = '';
  /** Last day allowed. */
  @property() max = '';

  @state() private draft: string | undefined;
  @state() private problem = '';
  @query('#control') private input!: HTMLInputElement;
  @query('.picker') private picker!: HTMLInputElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A day set from outside takes the place of text that could not be read.
    if (!changed.has('value') || !this.value) return;
    this.draft = undefined;
    this.problem = this.#limitProblem(this.value) && this.problem;
  }

  protected override get formValue(): string {
    return this.value;
  }

  protected override get shownError(): string {
    return this.error || this.problem;
  }

  override formResetCallback(): void {
    this.value = '';
    this.draft = undefined;
    this.problem = '';
  }

  /** The year of a day that was typed without one: that of the value, or of the days allowed, or of the clock. */
  get #year(): number {
    const near = this.value || this.min || this.max;
    return near ? Number(near.slice(0, 4)) : new Date().getFullYear();
  }

  #limitProblem(day: string): string {
    const shown = (limit: string) => formatDate(limit, { locale: getUiLocale(), weekday: false });
    if (day && this.min && day < this.min) return this.words.tooEarly(shown(this.min));
    if (day && this.max && day > this.max) return this.words.tooLate(shown(this.max));
    return '';
  }

  #take(day: string): void {
    this.draft = undefined;
    this.problem = this.#limitProblem(day);
    this.value = day;
    this.commit();
  }

  #handleChange(): void {
    const day = parseDate(this.input.value, this.#year);
    if (day !== undefined) {
      this.#take(day);
      return;
    }
    this.problem = this.words.notADate;
    this.value = '';
    this.commit();
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    this.#openPicker();
  }

  #openPicker(): void {
    if (this.disabled || this.readonly) return;
    this.picker.value = this.value;
    try {
      this.picker.showPicker();
    } catch {
      // A frame of another origin may not open it; typing stays.
      this.input.focus();
    }
  }

  /** The calendar reports each step; only its last word counts. */
  #handlePicked(event: Event): void {
    event.stopPropagation();
    this.#take(this.picker.value);
  }

  get #text(): string {
    if (this.draft !== undefined) return this.draft;
    return this.value ? formatDate(this.value, { locale: getUiLocale(), weekday: false }) : '';
  }

  protected override renderControl(): unknown {
    return html`<div class="control ${this.shownError ? 'invalid' : ''} ${this.disabled ? 'disabled' : ''}">
      <input
        id="control"
        autocomplete="off"
        .value=${this.#text}
        placeholder=${this.placeholder || nothing}
        title=${this.value ? formatDate(this.value, { locale: getUiLocale() }) : nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        ?required=${this.required}
        aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        @input=${() => (this.draft = this.input.value)}
        @change=${this.#handleChange}
        @keydown=${this.#handleKey}
      />
      <input
        class="picker"
        type="date"
        tabindex="-1"
        aria-hidden="true"
        min=${this.min || nothing}
        max=${this.max || nothing}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${this.#handlePicked}
      />
      <button
        type="button"
        aria-label="${this.label ? `${this.label} ` : ''}${this.words.pickDate}"
        title=${this.words.pickDate}
        ?disabled=${this.disabled || this.readonly}
        @click=${this.#openPicker}
      >
        ${icon('calendar')}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-date': MpDate;
  }
}
