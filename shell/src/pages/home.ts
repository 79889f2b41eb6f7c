import { css, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { createCalendar, parsePeriod, periodOfDate } from '@milepost/calendar';
import { baseStyles, formatMoney, formatMoneyExact, formatNumber, formatPercent, formatPeriod } from '@milepost/ui';
import { changeOf, toneOf } from '../data/compare.ts';
import { readHomeFigures } from '../data/home-figures.ts';
import { comparisonText, greeting, stateSentence } from './home-words.ts';
import { Watch } from '../state/watch.ts';
import { PortalPageElement } from './page-element.ts';
import type { Destination } from '@milepost/sdk';
import type { SlotElement } from '@milepost/runtime';
import type { Compared, HomeFigures } from '../data/home-figures.ts';
import type { TextKey } from '../i18n/texts.ts';

/** The cards wait this long for the key figures, in milliseconds: a slow CRM does not hold them up. */
const FIGURES_FIRST = 1000;

/** @summary The first page of a role: one sentence of state, key figures, and the cards of the plugins. */
export class PortalHomePage extends PortalPageElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @state() private figures: HomeFigures | null = null;
  @state() private failed = false;
  /** The key figures are painted before anything of a plugin is loaded. */
  @state() private cards = false;
  @query('mp-slot') private slotted!: SlotElement | null;
  #running: AbortController | undefined;
  #patience = 0;

  readonly watch = new Watch(this, () => [this.shell.texts.locale]);
  readonly watchScope = new Watch(
    this,
    () => [this.shell.router.scope],
    () => void this.#load(),
  );

  override get dirty(): boolean {
    return this.slotted?.dirty ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#patience = window.setTimeout(() => (this.cards = true), FIGURES_FIRST);
    void this.#load().then(() => requestAnimationFrame(() => setTimeout(() => (this.cards = true))));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#patience);
    this.#running?.abort();
  }

  #load = async (): Promise<void> => {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.failed = false;
    const { crm, session, router } = this.shell;
    const { timeZone, fiscalYearStartMonth, currency } = session.tenant;
    const calendar = createCalendar({ zone: timeZone, fiscalYearStartMonth, country: currency === 'CNY' ? 'CN' : 'none' });
    const scope = router.scope.current;
    try {
      const organisation = scope.unitId && !scope.personId ? await this.shell.organisation() : null;
      const figures = await readHomeFigures(crm, calendar, { scope, today: session.today, organisation }, running.signal);
      if (!running.signal.aborted) this.figures = figures;
    } catch {
      if (!running.signal.aborted) this.failed = true;
    }
  };

  get #locale() {
    return this.shell.texts.locale.current;
  }

  /** 本月 while it runs, otherwise its name. */
  #periodName(): string {
    const { session, texts, router } = this.shell;
    const { period } = router.scope.current;
    const { kind } = parsePeriod(period);
    if (period === periodOfDate(session.today, kind, session.tenant.fiscalYearStartMonth)) return texts.t(`period.now.${kind}`);
    return formatPeriod(period, { locale: this.#locale });
  }

  #greeting(): string {
    const { session, texts } = this.shell;
    return greeting(texts, session.user.name, { now: new Date(), today: session.today, timeZone: session.tenant.timeZone });
  }

  #sentence(): string {
    if (!this.figures) return '';
    const { comparison, orders } = this.figures;
    const amount = formatMoney(orders.current, { locale: this.#locale, currency: this.shell.session.tenant.currency });
    return stateSentence(this.shell.texts, orders, comparison, { period: this.#periodName(), amount });
  }

  #renderCompared(label: TextKey, compared: Compared | undefined, money: boolean, to: Destination): unknown {
    const { texts, router, session } = this.shell;
    const period = this.#periodName();
    const options = { locale: this.#locale, currency: session.tenant.currency };
    const change = compared && this.figures?.comparison.workingDays !== 0 ? changeOf(compared.current, compared.previous) : null;
    const comparison =
      compared && this.figures ? comparisonText(texts, compared, this.figures.comparison) : texts.t('home.versus.pending');
    return html`<mp-figure
      interactive
      .label=${texts.t(label, { period })}
      .value=${compared ? (money ? formatMoney(compared.current, options) : formatNumber(compared.current)) : ''}
      .unit=${money ? '' : texts.t('home.visits.unit')}
      .exact=${compared && money ? formatMoneyExact(compared.current, options) : ''}
      .comparison=${comparison}
      .trend=${change === null ? '' : change > 0.0005 ? 'up' : change < -0.0005 ? 'down' : 'flat'}
      .tone=${money ? toneOf(change) : 'neutral'}
      .loading=${!compared}
      @mp-open=${() => void router.to(to)}
    ></mp-figure>`;
  }

  #renderOverdue(): unknown {
    const { texts, router, session } = this.shell;
    const { figures } = this;
    const options = { locale: this.#locale, currency: session.tenant.currency };
    const share = figures && figures.openMinor > 0 ? figures.overdueMinor / figures.openMinor : null;
    return html`<mp-figure
      interactive
      .label=${texts.t('home.overdue')}
      .value=${figures ? formatMoney(figures.overdueMinor, options) : ''}
      .exact=${figures ? formatMoneyExact(figures.overdueMinor, options) : ''}
      .comparison=${share === null ? texts.t('home.overdue.clear') : texts.t('home.overdue.share', { share: formatPercent(share) })}
      .tone=${share !== null && share > 0.3 ? 'warning' : 'neutral'}
      .loading=${!figures}
      @mp-open=${() => void router.to({ page: 'accounts', params: { overdue: '1' } })}
    ></mp-figure>`;
  }

  /** Where a figure leads: a page of a plugin when the portal has it, the accounts otherwise. */
  #pageOr(pluginId: string, fallback: Destination): Destination {
    const page = this.shell.portal.portal.pages.find(({ plugin }) => plugin === pluginId);
    return page ? { page: page.id } : fallback;
  }

  #renderFigures(): unknown {
    const { figures } = this;
    if (this.failed) {
      const { texts } = this.shell;
      return html`<mp-state
        slot="figures"
        kind="error"
        .heading=${texts.t('read.failed')}
        .text=${texts.t('read.failed.text')}
        @mp-retry=${this.#load}
      ></mp-state>`;
    }
    const accounts: Destination = { page: 'accounts', params: { sort: 'orders' } };
    return html`<mp-figures slot="figures">
      ${this.#renderCompared('home.orders', figures?.orders, true, this.#pageOr('target-decomposition', accounts))}
      ${this.#renderCompared('home.receipts', figures?.receipts, true, accounts)} ${this.#renderOverdue()}
      ${this.#renderCompared('home.visits', figures?.visits, false, this.#pageOr('visit-planning', { page: 'accounts' }))}
    </mp-figures>`;
  }

  protected override render(): unknown {
    const { texts, session } = this.shell;
    const slot = this.page.byRole?.[session.user.role] ?? this.page.slot ?? '';
    const empty = this.shell.runtime.slotWidgets(slot).length === 0;
    return html`<mp-page .heading=${this.#greeting()} .summary=${this.#sentence() || '\u00a0'}>
      ${this.#renderFigures()}
      ${
        empty
          ? html`<mp-state kind="empty" .heading=${texts.t('home.empty.title')} .text=${texts.t('home.empty.text')}></mp-state>`
          : nothing
      }
      ${this.cards ? html`<mp-slot .runtime=${this.shell.runtime} .name=${slot}></mp-slot>` : nothing}
    </mp-page>`;
  }
}
