import type { Locale, PluginHost } from '@milepost/sdk';
import { formatDate, formatMoney, formatNumber, formatPercent } from '@milepost/ui/format';
import type { Due } from '../domain/due.ts';
import { windowTexts, windowsOn } from '../domain/hours.ts';
import type { PlannedAccount } from '../domain/types.ts';
import type { BoardDay } from '../domain/week.ts';

/** Writes what the views show, in the person's language. */
export class Words {
  readonly #host: PluginHost;

  constructor(host: PluginHost) {
    this.#host = host;
  }

  get locale(): Locale {
    return this.#host.i18n.locale.current;
  }

  /** A text of the catalogue. */
  t(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return this.#host.i18n.t(key, params);
  }

  /** `3月12日 周四` */
  day(dayOn: string | null): string {
    return formatDate(dayOn, { locale: this.locale, style: 'short' });
  }

  /** `3月12日` */
  date(dayOn: string | null): string {
    return formatDate(dayOn, { locale: this.locale, style: 'short', weekday: false });
  }

  /** Joins names: `A、B`, in English `A, B`. */
  list(items: readonly string[]): string {
    return items.join(this.t('text.join'));
  }

  percent(ratio: number | null): string {
    return formatPercent(ratio);
  }

  money(amountMinor: number | null | undefined): string {
    return formatMoney(amountMinor, { locale: this.locale, currency: this.#host.session.tenant.currency });
  }

  km(km: number): string {
    return `${formatNumber(km, { decimals: km < 10 ? 1 : 0 })} km`;
  }

  /** Time of day of an instant in the company's zone. */
  clock(instant: string | null): string {
    if (!instant) return '—';
    const { timeZone } = this.#host.session.tenant;
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
  }

  /** What a day is called beside its date: a holiday, a make-up day, nothing. */
  dayNote(day: BoardDay): string {
    const name = day.name ? (this.locale === 'en' ? day.name.en : day.name.zh) : '';
    if (day.makeUp) return this.t('day.makeUp', { name });
    return day.working ? '' : name || this.t('day.free');
  }

  /** `营业 09:00–12:00` for a day, or that it is closed or not known. */
  hours(account: PlannedAccount, dayOn: string): string {
    const windows = windowsOn(account.openingHours, dayOn);
    if (windows === null) return this.t('hours.unknown');
    return windows.length === 0 ? this.t('hours.closed') : this.t('hours.open', { hours: this.list(windowTexts(windows)) });
  }

  /** One line on where an account stands: `超期 9 天（间隔 7 天）`. */
  due(due: Due): string {
    if (due.daysSince === null) return this.t('due.never');
    const late = due.daysSince - due.everyDays;
    if (due.status === 'overdue') return this.t('due.overdue', { days: late, every: due.everyDays });
    return late === 0
      ? this.t('due.today', { every: due.everyDays })
      : this.t(`due.${due.status}`, { day: this.date(due.dueOn), every: due.everyDays });
  }
}
