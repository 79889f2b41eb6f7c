import { HostController, LitElement, html, nothing, property, requireElements } from '@milepost/sdk';
import type { ElementContext, PluginHost, PropertyValues } from '@milepost/sdk';
import { WidgetController } from '../../controllers/widget-controller.ts';
import { loadAccountEffect } from '../../data/load-account-effect.ts';
import type { AccountEffect, Part } from '../../data/load-account-effect.ts';
import { widgetStyles } from '../widget-styles.ts';
import { Figures } from '../figures.ts';

/**
 * @summary What an account adds this month to the indicators its owner is scored by: orders, receipts against due, overdue, effective visits.
 */
export class AccountWidget extends LitElement {
  static override styles = widgetStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  readonly #data = new WidgetController<AccountEffect | null>(
    this,
    () => this.host,
    (signal) => this.#read(signal),
  );

  constructor() {
    super();
    new HostController(this, () => this.host);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('context');
    if (changed.has('context') && this.hasUpdated && before?.accountId !== this.context.accountId) void this.#data.load();
  }

  async #read(signal: AbortSignal): Promise<AccountEffect | null> {
    const { accountId } = this.context;
    return accountId === undefined ? null : loadAccountEffect(this.host, accountId, signal);
  }

  #renderLine(label: string, value: string, note: string, title = ''): unknown {
    return html`<dt>${label}</dt>
      <dd title=${title || nothing}>${value} <span class="muted">${note}</span></dd>`;
  }

  #renderEffect(effect: AccountEffect, words: Figures): unknown {
    const share = ({ account, owner }: Part): string =>
      owner > 0 ? words.t('effect.share', { share: words.percent(account / owner) }) : '';
    const rate = (part: number, whole: number): string => (whole > 0 ? words.percent(part / whole) : '—');
    return html`<p class="muted">
        ${words.t('effect.intro', { month: words.month(effect.month), name: effect.ownerName ?? effect.ownerId })}
      </p>
      <dl class="lines">
        ${this.#renderLine(words.t('effect.orders'), words.money(effect.orders.account), share(effect.orders), words.moneyExact(effect.orders.account))}
        ${this.#renderLine(words.t('effect.received'), words.money(effect.received.account), words.t('effect.ofDue', { due: words.money(effect.due.account) }), words.moneyExact(effect.received.account))}
        ${this.#renderLine(words.t('effect.overdue'), words.t('effect.items', { n: effect.overdue.account }), effect.overdue.account > 0 ? words.money(effect.overdueMinor) : words.t('effect.ofOwner', { n: effect.overdue.owner }), words.moneyExact(effect.overdueMinor))}
        ${this.#renderLine(words.t('effect.visits'), `${effect.effectiveVisits.account} / ${effect.completedVisits.account}`, words.t('effect.ownerRate', { rate: rate(effect.effectiveVisits.owner, effect.completedVisits.owner) }))}
      </dl>`;
  }

  protected override render(): unknown {
    const words = new Figures(this.host);
    const { state: now } = this.#data;
    const failure = now.kind === 'error' ? now.failure : null;
    const empty = now.kind === 'ready' && now.data === null;
    return html`<mp-card
      heading=${words.t('effect.title')}
      .state=${empty ? 'empty' : now.kind}
      .stateHeading=${failure?.heading ?? (empty ? words.t('effect.emptyTitle') : '')}
      .stateText=${failure?.text ?? (empty ? words.t('effect.emptyText') : '')}
      .code=${failure?.code ?? ''}
      shape="lines"
      @mp-retry=${() => this.#data.load()}
    >
      <a slot="link" href=${this.host.navigate.href({ page: 'scores', scope: { period: this.host.session.today.slice(0, 7) } })}
        >${words.t('effect.link')}</a
      >
      ${now.kind === 'ready' && now.data ? this.#renderEffect(now.data, words) : nothing}
    </mp-card>`;
  }
}
