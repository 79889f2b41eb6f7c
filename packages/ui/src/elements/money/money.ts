import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { formatMoney, formatMoneyExact } from '../../format/money.ts';
import { getUiLocale } from '../../locale/ui-locale.ts';
import type { MoneyUnit } from '../../format/money.ts';

/**
 * @summary An amount, with its exact value on hover.
 */
export class MpMoney extends MpElement {
  static override styles = css`
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `;

  /** Minor units; null is no amount. */
  @property({ attribute: false }) amountMinor: number | null = null;
  @property() currency = 'CNY';
  @property() unit: MoneyUnit = 'auto';
  @property({ type: Number }) decimals: number | undefined;
  @property({ type: Boolean }) signed = false;

  protected override render(): unknown {
    const { currency, unit, decimals, signed } = this;
    const options = { currency, unit, decimals, signed, locale: getUiLocale() };
    return html`<span title=${formatMoneyExact(this.amountMinor, options)}>${formatMoney(this.amountMinor, options)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-money': MpMoney;
  }
}
