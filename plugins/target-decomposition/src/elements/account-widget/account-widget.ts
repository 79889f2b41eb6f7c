import { monthsOf, periodOfDate, samePeriodLastYear } from '@milepost/calendar';
import { ApiError, HostController, LitElement, html, property, requireElements, state } from '@milepost/sdk';
import type { ElementContext, PluginHost, PropertyValues, TemplateResult } from '@milepost/sdk';
import { readAccountShare } from '../../data/account-share.ts';
import type { AccountShare } from '../../data/account-share.ts';
import { Words } from '../shared/words.ts';
import { widgetStyles } from '../shared/widget.styles.ts';

/** Below 10 万元 a month a chart in 万元 would only show zeros. In 分. */
const smallAccount = 100_000_00;

/**
 * @summary An account's orders this year and last by month, and its share in the target of whoever looks after it.
 */
export class AccountWidget extends LitElement {
  static override styles = widgetStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  @state() private status: 'loading' | 'empty' | 'error' | 'ready' = 'loading';
  @state() private share: AccountShare | null = null;
  @state() private error: ApiError | null = null;
  #loading: AbortController | null = null;
  readonly watch = new HostController(this, () => this.host);

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-figures', 'mp-figure', 'mp-chart');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('context');
    if (changed.has('context') && before?.accountId !== this.context.accountId) void this.#load();
    else if (!this.hasUpdated) void this.#load();
  }

  /** The fiscal year of today: an account is looked at as it stands. */
  get #year(): string {
    return periodOfDate(this.host.session.today, 'year', this.host.session.tenant.fiscalYearStartMonth);
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const { accountId } = this.context;
    if (!accountId) {
      this.status = 'empty';
      return;
    }
    const loading = new AbortController();
    this.#loading = loading;
    this.status = 'loading';
    try {
      this.share = await readAccountShare(this.host, accountId, this.#year, loading.signal);
      const any =
        this.share !== null &&
        [...Object.values(this.share.thisYear), ...Object.values(this.share.lastYear)].some((amount) => amount !== 0);
      this.status = any ? 'ready' : 'empty';
    } catch (error) {
      if (loading.signal.aborted) return;
      this.error = error instanceof ApiError ? error : null;
      this.status = 'error';
    }
  }

  #renderShare(share: AccountShare, words: Words): TemplateResult {
    const { t } = words;
    const name = share.ownerName;
    if (!share.owner)
      return html`<p class="muted">${share.published ? t('account.noOwnerPlan', { name }) : t('account.noPlan')}</p>`;
    const { targetMinor, actualMinor } = share.owner;
    return html`<mp-figure
      .label=${t('account.share', { name })}
      .value=${words.percent(targetMinor > 0 ? share.actualMinor / targetMinor : null)}
      .comparison=${t('account.share.vs', { name, target: words.money(targetMinor), attainment: words.percent(targetMinor > 0 ? actualMinor / targetMinor : null) })}
    ></mp-figure>`;
  }

  #renderReady(share: AccountShare, words: Words): TemplateResult {
    const { t } = words;
    const months = monthsOf(this.#year, this.host.session.tenant.fiscalYearStartMonth);
    const today = this.host.session.today.slice(0, 7);
    const largest = Math.max(...Object.values(share.thisYear), ...Object.values(share.lastYear));
    const unit = largest < smallAccount ? 'yuan' : 'wan';
    return html`<div class="stack">
      <mp-figures>
        <mp-figure
          .label=${t('account.orders')}
          .value=${words.money(share.actualMinor)}
          .exact=${words.exact(share.actualMinor)}
          .comparison=${t('account.lastYear', { amount: words.money(share.lastYearToDateMinor), growth: words.growth(share.actualMinor, share.lastYearToDateMinor) })}
        ></mp-figure>
        ${this.#renderShare(share, words)}
      </mp-figures>
      <mp-chart
        kind="column"
        format="money"
        .unit=${unit}
        height="140"
        .heading=${t('account.chart')}
        .valueLabel=${t('trend.values', { unit: words.unit(unit) })}
        .categories=${months.map((month) => ({ key: month, label: words.short(month), title: words.period(month) }))}
        .series=${[
          {
            key: 'last',
            label: t('trend.lastYear'),
            values: months.map((month) => share.lastYear[samePeriodLastYear(month)] ?? 0),
            colour: 6,
          },
          {
            key: 'now',
            label: t('trend.actual'),
            values: months.map((month) => (month <= today ? (share.thisYear[month] ?? 0) : null)),
            colour: 1,
          },
        ]}
      ></mp-chart>
    </div>`;
  }

  protected override render(): TemplateResult {
    const words = new Words(this.host);
    const { t } = words;
    const chosen = Boolean(this.context.accountId);
    const empty = this.status === 'empty';
    return html`<mp-card
      .heading=${t('account.title')}
      .state=${this.status}
      shape="chart"
      .stateHeading=${empty ? t(chosen ? 'account.empty' : 'account.none') : t('account.failed')}
      .stateText=${empty ? t(chosen ? 'account.empty.text' : 'account.none.text') : (this.error?.message ?? '')}
      .code=${this.error?.code ?? ''}
      @mp-retry=${() => void this.#load()}
      >${this.status === 'ready' && this.share ? this.#renderReady(this.share, words) : ''}</mp-card
    >`;
  }
}
