import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import {
  baseStyles,
  ensureElements,
  formatDate,
  formatMoney,
  formatMoneyExact,
  formatPercent,
  icon,
  iconStyles,
} from '@milepost/ui';
import { changeOf, toneOf } from '../data/compare.ts';
import { readAccountDetail } from '../data/account-detail.ts';
import { Watch } from '../state/watch.ts';
import { accountStyles } from './account.styles.ts';
import { PortalPageElement } from './page-element.ts';
import type { Activity, Order } from '@milepost/crm';
import type { SlotElement } from '@milepost/runtime';
import type { TableColumn } from '@milepost/ui';
import type { AccountDetail } from '../data/account-detail.ts';

/** @summary One account: what it buys, what it owes, when it was seen, and the cards of the plugins beside it. */
export class PortalAccountPage extends PortalPageElement {
  static override styles = [baseStyles, iconStyles, accountStyles];

  @state() private detail: AccountDetail | null = null;
  @state() private ownerName = '';
  @state() private phase: 'loading' | 'ready' | 'missing' | 'failed' = 'loading';
  @query('mp-slot') private slotted!: SlotElement | null;
  #running: AbortController | undefined;
  #shownId = '';

  readonly watch = new Watch(
    this,
    () => [this.shell.texts.locale, this.shell.router.place],
    () => this.#follow(),
  );

  override get dirty(): boolean {
    return this.slotted?.dirty ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void ensureElements(['mp-table', 'mp-badge']);
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
    this.#shownId = '';
  }

  get #accountId(): string {
    return this.shell.router.place.current.match?.params['accountId'] ?? '';
  }

  #follow(): void {
    const { match } = this.shell.router.place.current;
    if (match?.page.id === this.page.id && this.#accountId !== this.#shownId) void this.#load();
  }

  #load = async (): Promise<void> => {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#shownId = this.#accountId;
    this.phase = 'loading';
    this.detail = null;
    try {
      const { crm, session } = this.shell;
      const detail = await readAccountDetail(crm, this.#shownId, session.today, running.signal);
      if (running.signal.aborted) return;
      this.detail = detail;
      this.phase = detail ? 'ready' : 'missing';
      if (!detail) return;
      document.title = `${detail.account.name} · ${this.shell.texts.words(this.shell.portal.portal.title)}`;
      const organisation = await this.shell.organisation();
      this.ownerName = organisation.people.find(({ id }) => id === detail.account.ownerId)?.name ?? '';
    } catch {
      if (!running.signal.aborted && !this.detail) this.phase = 'failed';
    }
  };

  #money(amountMinor: number | null): string {
    return formatMoney(amountMinor, { locale: this.shell.texts.locale.current, currency: this.shell.session.tenant.currency });
  }

  #day(day: string | null): string {
    return formatDate(day, { locale: this.shell.texts.locale.current, weekday: false });
  }

  #sentence({ account, overdueMinor, oldestDueOn, daysSinceVisit, recentOrders, orders12Minor }: AccountDetail): string {
    const { texts } = this.shell;
    if (overdueMinor > 0)
      return texts.t('account.state.overdue', { amount: this.#money(overdueMinor), day: this.#day(oldestDueOn) });
    const every = account.visitEveryDays;
    if (every && daysSinceVisit !== null && daysSinceVisit > every)
      return texts.t('account.state.visit', { days: daysSinceVisit, every });
    const last = recentOrders[0];
    return last && orders12Minor > 0
      ? texts.t('account.state.fine', { day: this.#day(last.orderedOn) })
      : texts.t('account.state.quiet');
  }

  #renderHeader({ account }: AccountDetail): unknown {
    const { texts } = this.shell;
    const credit =
      account.creditLimitMinor === null
        ? texts.t('account.credit.none')
        : texts.t('account.credit', { limit: this.#money(account.creditLimitMinor), days: account.creditDays ?? 0 });
    const area = [...new Set([account.province, account.city])].filter(Boolean).join(' ');
    const place =
      account.city && account.address?.startsWith(account.city)
        ? account.address
        : [area, account.address].filter(Boolean).join(' ');
    return html`<ul class="facts" slot="figures">
      <li>
        <mp-badge>${texts.t(`accounts.type.${account.customerType}`)}</mp-badge>
        <mp-badge tone="accent" icon="flag">${texts.t('account.tier', { tier: account.tier })}</mp-badge>
        <mp-badge tone=${account.status === 'active' ? 'positive' : account.status === 'lost' ? 'critical' : 'neutral'}
          >${texts.t(`account.status.${account.status}`)}</mp-badge
        >
      </li>
      ${this.ownerName ? html`<li>${icon('user')}${texts.t('account.owner', { name: this.ownerName })}</li>` : nothing}
      ${place ? html`<li>${icon('map-pin')}${place}</li>` : nothing}
      <li>${icon('inbox')}${credit}</li>
    </ul>`;
  }

  #renderFigures(detail: AccountDetail): unknown {
    const { texts } = this.shell;
    const exact = (amount: number): string =>
      formatMoneyExact(amount, { locale: texts.locale.current, currency: detail.account.currency });
    const change = changeOf(detail.orders12Minor, detail.ordersBefore12Minor);
    const limit = detail.account.creditLimitMinor;
    const days = detail.daysSinceVisit;
    const late = detail.account.visitEveryDays !== null && days !== null && days > detail.account.visitEveryDays;
    const ago = days === 0 ? texts.t('account.lastVisit.today') : texts.t('account.lastVisit.days', { days: days ?? 0 });
    return html`<mp-figures slot="figures">
      <mp-figure
        .label=${texts.t('account.orders12')}
        .value=${this.#money(detail.orders12Minor)}
        .exact=${exact(detail.orders12Minor)}
        .comparison=${change === null ? texts.t('home.versus.none') : `${formatPercent(change, { signed: true })} ${texts.t('account.orders12.versus')}`}
        .trend=${change === null ? '' : change > 0 ? 'up' : change < 0 ? 'down' : 'flat'}
        .tone=${toneOf(change)}
      ></mp-figure>
      <mp-figure
        .label=${texts.t('account.open')}
        .value=${this.#money(detail.openMinor)}
        .exact=${exact(detail.openMinor)}
        .comparison=${limit ? texts.t('account.open.share', { share: formatPercent(detail.openMinor / limit) }) : texts.t('account.open.noLimit')}
        .tone=${limit && detail.openMinor > limit ? 'critical' : 'neutral'}
      ></mp-figure>
      <mp-figure
        .label=${texts.t('account.overdue')}
        .value=${this.#money(detail.overdueMinor)}
        .exact=${exact(detail.overdueMinor)}
        .comparison=${detail.overdueMinor > 0 ? texts.t('account.overdue.oldest', { days: detail.oldestOverdueDays }) : texts.t('account.overdue.none')}
        .tone=${detail.overdueMinor > 0 ? 'critical' : 'positive'}
      ></mp-figure>
      <mp-figure
        .label=${texts.t('account.lastVisit')}
        .value=${days === null ? texts.t('account.lastVisit.never') : ago}
        .comparison=${detail.lastVisitOn ? this.#day(detail.lastVisitOn) : ''}
        .tone=${late ? 'warning' : 'neutral'}
      ></mp-figure>
    </mp-figures>`;
  }

  #orderColumns(): TableColumn<Order>[] {
    const { texts } = this.shell;
    return [
      { key: 'orderedOn', label: texts.t('account.orders.day'), format: 'date' },
      { key: 'status', label: texts.t('account.orders.status'), value: (order) => texts.t(`order.${order.status}`) },
      { key: 'amountMinor', label: texts.t('account.orders.amount'), format: 'money', unit: 'yuan' },
    ];
  }

  #renderActivity(activity: Activity): unknown {
    const { texts } = this.shell;
    return html`<li>
      <span class="day">${this.#day(activity.dayOn)}</span>
      <span
        >${texts.t(`activity.${activity.type}`)}${activity.outcome ? html`<span class="outcome">${activity.outcome}</span>` : nothing}</span
      >
    </li>`;
  }

  #renderRecent(detail: AccountDetail): unknown {
    const { texts } = this.shell;
    return html`<div class="recent">
      <mp-card
        flush
        .heading=${texts.t('account.recentOrders')}
        .state=${detail.recentOrders.length > 0 ? 'ready' : 'empty'}
        .stateHeading=${texts.t('account.orders.none')}
      >
        <mp-table
          .label=${texts.t('account.recentOrders')}
          .columns=${this.#orderColumns()}
          .rows=${detail.recentOrders}
        ></mp-table>
      </mp-card>
      <mp-card
        .heading=${texts.t('account.recentVisits')}
        .state=${detail.recentActivities.length > 0 ? 'ready' : 'empty'}
        .stateHeading=${texts.t('account.visits.none')}
      >
        <ol class="activities">
          ${detail.recentActivities.map((activity) => this.#renderActivity(activity))}
        </ol>
      </mp-card>
    </div>`;
  }

  #renderState(): unknown {
    const { texts, router } = this.shell;
    if (this.phase === 'loading')
      return html`<mp-page .heading=${texts.t('account.title')} .summary=${'\u00a0'}
        ><mp-state kind="loading" shape="figures"></mp-state
      ></mp-page>`;
    const missing = this.phase === 'missing';
    return html`<mp-page .heading=${texts.t(missing ? 'account.notFound.title' : 'account.title')}>
      <mp-state
        .kind=${missing ? 'empty' : 'error'}
        .heading=${texts.t(missing ? 'account.notFound.title' : 'read.failed')}
        .text=${texts.t(missing ? 'account.notFound.text' : 'read.failed.text')}
        @mp-retry=${this.#load}
        ><mp-button slot="action" href=${router.href({ page: 'accounts' })}>${texts.t('account.back')}</mp-button></mp-state
      >
    </mp-page>`;
  }

  protected override render(): unknown {
    const { detail } = this;
    if (this.phase !== 'ready' || !detail) return this.#renderState();
    const { texts, router } = this.shell;
    return html`<mp-page .heading=${detail.account.name} .summary=${this.#sentence(detail)}>
      <mp-button slot="actions" variant="quiet" icon="chevron-left" href=${router.href({ page: 'accounts' })}
        >${texts.t('account.back')}</mp-button
      >
      ${this.#renderHeader(detail)} ${this.#renderFigures(detail)}
      <mp-slot
        .runtime=${this.shell.runtime}
        .name=${this.page.slot ?? 'account/overview/v1'}
        .account=${detail.account.id}
      ></mp-slot>
      ${this.#renderRecent(detail)}
    </mp-page>`;
  }
}
