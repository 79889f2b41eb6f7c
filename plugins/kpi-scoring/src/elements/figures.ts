import { formatDate, formatMoney, formatMoneyExact, formatNumber, formatPercent, formatPeriod } from '@milepost/ui/format';
import type { PluginHost } from '@milepost/sdk';

/** How figures are written for one person: language and currency. Knows nothing of indicators, so that a widget stays small. */
export class Figures {
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
