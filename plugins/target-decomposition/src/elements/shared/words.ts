import { formatMoney, formatMoneyExact, formatPercent, formatPeriod, moneyUnitLabel } from '@milepost/ui/format';
import type { MoneyUnit } from '@milepost/ui/format';
import type { PluginHost } from '@milepost/sdk';

/** Writes amounts, shares and periods in the language and currency of a host. */
export class Words {
  readonly #host: PluginHost;

  constructor(host: PluginHost) {
    this.#host = host;
  }

  get #locale(): 'zh-CN' | 'en' {
    return this.#host.i18n.locale.current;
  }

  get t(): PluginHost['i18n']['t'] {
    const { i18n } = this.#host;
    return (key, params) => i18n.t(key, params);
  }

  money(amountMinor: number | null | undefined, unit: MoneyUnit = 'auto', signed = false): string {
    return formatMoney(amountMinor, {
      unit,
      signed,
      locale: this.#locale,
      currency: this.#host.session.tenant.currency,
    });
  }

  /** The unit for a heading: 万元, 元. */
  unit(unit: MoneyUnit): string {
    return moneyUnitLabel({ unit, locale: this.#locale, currency: this.#host.session.tenant.currency });
  }

  /** In 万元 without the unit, for columns that name it. */
  bare(amountMinor: number | null): string {
    return formatMoney(amountMinor, {
      unit: 'wan',
      bare: true,
      locale: this.#locale,
      currency: this.#host.session.tenant.currency,
    });
  }

  exact(amountMinor: number | null | undefined): string {
    return formatMoneyExact(amountMinor, {
      locale: this.#locale,
      currency: this.#host.session.tenant.currency,
    });
  }

  percent(ratio: number | null | undefined, signed = false): string {
    return formatPercent(ratio, { signed });
  }

  period(period: string): string {
    return formatPeriod(period, { locale: this.#locale });
  }

  /** `3月`, `一季度`, `全年`: a period inside a year that is already named. */
  short(period: string): string {
    if (/Q\d$/.test(period)) return this.t(`period.q${period.slice(-1)}`);
    if (period.length === 4) return this.t('period.year');
    return this.t(`period.m${Number(period.slice(5))}`);
  }

  /** `11月20日`, `20 Nov`: a day inside a year that is already named. */
  day(day: string): string {
    return this.t('period.day', { month: this.short(day.slice(0, 7)), day: Number(day.slice(8)) });
  }

  /** Growth over an earlier amount, with its sign; a dash where there is nothing to compare with. */
  growth(amount: number | null, earlier: number): string {
    return amount === null || earlier <= 0 ? '—' : this.percent(amount / earlier - 1, true);
  }
}
