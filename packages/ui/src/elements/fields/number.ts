import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMoney, minorPerUnit } from '../../format/money.ts';
import { formatNumber } from '../../format/number.ts';
import { parseAmount } from '../../format/parse-amount.ts';
import { MpControl } from './control.ts';
import type { Words } from '../../locale/words.ts';

/**
 * @summary A number, an amount or a percentage, typed as people type them (`1.2万`, `１２００`); read when leaving the field.
 * @fires change - The person changed the value. `value` is null while the text cannot be read; nothing typed is lost.
 */
export class MpNumber extends MpControl {
  /** `money`: value in minor units. `percent`: value as a ratio, typed as a percentage. */
  @property() kind: 'number' | 'money' | 'percent' = 'number';
  /** Null is no value, which is not zero. */
  @property({ attribute: false }) value: number | null = null;
  @property({ type: Number }) min: number | undefined;
  @property({ type: Number }) max: number | undefined;
  /** Decimals shown. */
  @property({ type: Number }) decimals: number | undefined;
  @property() currency = 'CNY';
  /** Written after the figure. */
  @property() unit = '';
  @property() placeholder = '';

  @state() private draft: string | undefined;
  @state() private problem = '';

  protected override get formValue(): string | null {
    return this.value === null ? null : String(this.value);
  }

  protected override get ownError(): string {
    return this.required && this.value === null ? this.words.required : '';
  }

  protected override get shownError(): string {
    return this.error || this.problem;
  }

  override formResetCallback(): void {
    this.value = null;
    this.draft = undefined;
    this.problem = '';
  }

  /** Minor units of money stand for hundredths in plain numbers too: both read the same notations. */
  #read(text: string): { value: number | null } | { code: keyof Words } {
    if (this.kind === 'money') {
      const parsed = parseAmount(text, { currency: this.currency });
      return parsed.ok ? { value: parsed.amountMinor } : { code: parsed.code };
    }
    const plain = text.replace(/[%％]$/, '');
    const fine = /^[-+−]?[\d,.]+$/.test(plain.normalize('NFKC').trim());
    if (fine && !plain.includes(',')) {
      const value = Number(plain.normalize('NFKC').replace('−', '-').trim());
      return Number.isFinite(value)
        ? { value: this.kind === 'percent' ? Number(`${value}e-2`) : value }
        : { code: 'amount.not-a-number' };
    }
    const parsed = parseAmount(plain);
    if (!parsed.ok) return { code: parsed.code };
    const scale = this.kind === 'percent' ? 10_000 : 100;
    return { value: parsed.amountMinor === null ? null : parsed.amountMinor / scale };
  }

  #limitProblem(value: number | null): string {
    const shown = (limit: number) =>
      this.kind === 'money' ? limit / minorPerUnit(this.currency) : this.kind === 'percent' ? limit * 100 : limit;
    if (value === null) return '';
    if (this.min !== undefined && value < this.min) return this.words.tooFew(shown(this.min));
    if (this.max !== undefined && value > this.max) return this.words.tooMany(shown(this.max));
    return '';
  }

  #handleInput(event: Event): void {
    this.draft = (event.target as HTMLInputElement).value;
  }

  #handleChange(): void {
    const read = this.#read(this.draft ?? '');
    if ('code' in read) {
      this.problem = this.words[read.code] as string;
      this.value = null;
    } else {
      this.problem = this.#limitProblem(read.value);
      this.value = read.value;
      this.draft = undefined;
    }
    this.commit();
  }

  get #text(): string {
    if (this.draft !== undefined) return this.draft;
    if (this.value === null) return '';
    if (this.kind === 'money')
      return formatMoney(this.value, {
        unit: 'yuan',
        bare: true,
        currency: this.currency,
        decimals: this.decimals,
      });
    const value = this.kind === 'percent' ? Number(`${this.value}e2`) : this.value;
    return formatNumber(value, { decimals: this.decimals ?? decimalsIn(value) });
  }

  protected override renderControl(): unknown {
    const unit = this.unit || (this.kind === 'percent' ? '%' : '');
    return html`<div class="control ${this.shownError ? 'invalid' : ''} ${this.disabled ? 'disabled' : ''}">
      <input
        id="control"
        class="numeric"
        inputmode="decimal"
        autocomplete="off"
        .value=${this.#text}
        placeholder=${this.placeholder || nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        ?required=${this.required}
        aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${this.describedBy}
        @input=${this.#handleInput}
        @change=${this.#handleChange}
      />
      ${unit ? html`<span class="affix end">${unit}</span>` : nothing}
    </div>`;
  }
}

/** Decimals that a number is written with, at most six. */
function decimalsIn(value: number): number {
  return Math.min(6, String(value).split('.')[1]?.length ?? 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-number': MpNumber;
  }
}
