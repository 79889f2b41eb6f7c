import { formatDate, formatMoney, formatMoneyExact, formatNumber, formatPercent, formatPeriod } from '@milepost/ui/format';
import type { Text } from '@milepost/scoring';
import type { PluginHost } from '@milepost/sdk';
import { indicatorOf, quantityOf } from '../domain/measurable.ts';

/** How figures and texts are written for one person: language and currency. */
export class Words {
  readonly #host: PluginHost;

  constructor(host: PluginHost) {
    this.#host = host;
  }

  get locale(): 'zh-CN' | 'en' {
    return this.#host.i18n.locale.current;
  }

  t(key: string, params?: Readonly<Record<string, string | number>>): string {
    return this.#host.i18n.t(key, params);
  }

  /** A text of the engine in the person's language. */
  text(text: Text): string {
    return this.locale === 'zh-CN' ? text.zh : text.en;
  }

  /** Points as shown: one decimal. */
  points(points: number | null | undefined, signed = false): string {
    return formatNumber(points ?? null, { decimals: 1, signed });
  }

  /** Thousandths of a point. */
  milli(points: number | null | undefined, signed = false): string {
    return formatNumber(points === null || points === undefined ? null : points / 1000, { decimals: 1, signed });
  }

  money(amountMinor: number | null, signed = false): string {
    return formatMoney(amountMinor, { locale: this.locale, currency: this.#host.session.tenant.currency, signed });
  }

  moneyExact(amountMinor: number | null): string {
    return formatMoneyExact(amountMinor, { locale: this.locale, currency: this.#host.session.tenant.currency });
  }

  percent(ratio: number | null, decimals = 1): string {
    return formatPercent(ratio, { decimals });
  }

  count(value: number | null): string {
    return formatNumber(value, { decimals: value !== null && !Number.isInteger(value) ? 1 : 0 });
  }

  /** A numerator or denominator of an indicator. */
  quantity(indicatorId: string, value: number | null): string {
    return quantityOf(indicatorId) === 'money' ? this.money(value) : this.count(value);
  }

  /** The same with every digit. */
  quantityExact(indicatorId: string, value: number | null): string {
    return quantityOf(indicatorId) === 'money' ? this.moneyExact(value) : this.count(value);
  }

  /** The value of an indicator in its unit. */
  value(indicatorId: string, value: number | null): string {
    return indicatorOf(indicatorId)?.unit === 'ratio' ? this.percent(value) : this.quantity(indicatorId, value);
  }

  month(month: string): string {
    return formatPeriod(month, { locale: this.locale });
  }

  /** For axes: `3月`, `Mar`. */
  shortMonth(month: string): string {
    const text = this.month(month);
    return this.locale === 'zh-CN' ? text.replace(/^\d+年/, '') : text.slice(0, 3);
  }

  day(day: string): string {
    return formatDate(day, { locale: this.locale });
  }

  shortDay(day: string): string {
    return formatDate(day, { locale: this.locale, style: 'short', weekday: false });
  }
}
