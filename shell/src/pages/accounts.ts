import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { baseStyles, ensureElements, formatMoney, formatNumber, moneyUnitLabel } from '@milepost/ui';
import { accountRows, passes, readAccountSums, readAccounts } from '../data/account-list.ts';
import { Watch } from '../state/watch.ts';
import { accountCardStyles, accountsStyles } from './accounts.styles.ts';
import { PortalPageElement } from './page-element.ts';
import type { Account } from '@milepost/crm';
import type { Organisation } from '@milepost/sdk';
import type { Option, RowOpenDetail, TableColumn, TableSort } from '@milepost/ui';
import type { AccountFilter, AccountRow, AccountSums } from '../data/account-list.ts';
import type { TextKey } from '../i18n/texts.ts';

/** Sort keys of the address and the columns they mean. */
const sorts: Record<string, TableSort> = {
  orders: { key: 'ordersMinor', direction: 'descending' },
  overdue: { key: 'overdueMinor', direction: 'descending' },
};

/** @summary Every account one may see: search, filters, sorting; all of it in the address. */
export class PortalAccountsPage extends PortalPageElement {
  static override styles = [baseStyles, accountsStyles];

  @state() private accounts: readonly Account[] = [];
  @state() private complete = false;
  @state() private sums: AccountSums | null = null;
  @state() private organisation: Organisation | null = null;
  @state() private failed = false;
  #running: AbortController | undefined;

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.router.place, this.shell.router.scope]);

  override connectedCallback(): void {
    super.connectedCallback();
    void ensureElements(['mp-table', 'mp-select', 'mp-input', 'mp-checkbox', 'mp-badge', 'mp-button']);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  #load = async (): Promise<void> => {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.failed = false;
    const { crm, session } = this.shell;
    try {
      const sums = readAccountSums(crm, session.today, running.signal);
      const organisation = this.shell.organisation();
      // Awaited below; until then a rejection must not go unhandled.
      sums.catch(() => undefined);
      organisation.catch(() => undefined);
      for await (const accounts of readAccounts(crm, running.signal)) this.accounts = accounts;
      this.complete = true;
      // Without the organisation the list stands, only without names of owners.
      this.organisation = await organisation.catch(() => null);
      this.sums = await sums;
    } catch {
      this.failed = !running.signal.aborted;
    }
  };

  get #filter(): AccountFilter {
    const { q = '', type = '', tier = '', owner = '', overdue = '' } = this.shell.router.place.current.params;
    return { text: q, type, tier, owner, overdue: overdue === '1' };
  }

  #set(name: string, value: string): void {
    this.shell.router.setParams({ [name]: value || null });
  }

  #clear = (): void => this.shell.router.setParams({ q: null, type: null, tier: null, owner: null, overdue: null });

  #columns(): TableColumn<AccountRow>[] {
    const { texts, router } = this.shell;
    const locale = texts.locale.current;
    const currency = this.shell.session.tenant.currency;
    const unit = moneyUnitLabel({ locale, currency, unit: 'wan' });
    const heading = (key: TextKey): string => (locale === 'zh-CN' ? `${texts.t(key)}（${unit}）` : `${texts.t(key)} (${unit})`);
    return [
      {
        key: 'name',
        label: texts.t('accounts.name'),
        sortable: true,
        width: '26%',
        cell: (row) => html`<a href=${router.href({ account: row.id })}>${row.name}</a>`,
      },
      {
        key: 'customerType',
        label: texts.t('accounts.type'),
        sortable: true,
        value: (row) => texts.t(`accounts.type.${row.customerType}`),
      },
      { key: 'tier', label: texts.t('accounts.tier'), sortable: true },
      { key: 'city', label: texts.t('accounts.city'), sortable: true },
      { key: 'ownerName', label: texts.t('accounts.owner'), sortable: true },
      { key: 'ordersMinor', label: heading('accounts.orders12.short'), format: 'money', unit: 'wan', sortable: true },
      { key: 'overdueMinor', label: heading('accounts.overdue.short'), format: 'money', unit: 'wan', sortable: true },
    ];
  }

  #renderCard = (row: AccountRow): unknown => {
    const { texts } = this.shell;
    const options = { locale: texts.locale.current, currency: this.shell.session.tenant.currency };
    const overdue = row.overdueMinor ?? 0;
    return html`<span class="card">
      <span class="name">${row.name}</span>
      <span class="amount">${formatMoney(row.ordersMinor, options)}</span>
      <span class="meta"
        >${texts.t(`accounts.type.${row.customerType}`)} · ${row.tier} · ${row.city ?? ''} · ${row.ownerName}</span
      >
      ${overdue > 0 ? html`<span class="overdue">${texts.t('accounts.overdue.short')} ${formatMoney(overdue, options)}</span>` : ''}
    </span>`;
  };

  #options(key: 'type' | 'tier', values: readonly string[]): Option[] {
    const { texts } = this.shell;
    const label = (value: string): string => (key === 'type' ? texts.t(`accounts.type.${value}` as TextKey) : value);
    return [{ value: '', label: texts.t('accounts.filter.all') }, ...values.map((value) => ({ value, label: label(value) }))];
  }

  #renderFilters(rows: readonly AccountRow[], shown: number): unknown {
    const { texts } = this.shell;
    const filter = this.#filter;
    const owners = new Map(rows.filter(({ ownerName }) => ownerName).map(({ ownerId, ownerName }) => [ownerId, ownerName]));
    const ownerOptions = [...owners]
      .sort((a, b) => a[1].localeCompare(b[1], 'zh-CN'))
      .map(([value, label]) => ({ value, label }));
    const active = filter.text || filter.type || filter.tier || filter.owner || filter.overdue;
    const pick = (name: string) => (event: Event) => this.#set(name, (event.currentTarget as HTMLSelectElement).value);
    return html`<div class="filters" role="search" aria-label=${texts.t('accounts.title')}>
      <mp-input
        class="text"
        type="search"
        label=${texts.t('accounts.search')}
        .value=${filter.text}
        @input=${pick('q')}
        @change=${pick('q')}
      ></mp-input>
      <mp-select
        label=${texts.t('accounts.filter.type')}
        .options=${this.#options('type', ['distributor', 'chain', 'retail', 'institution'])}
        .value=${filter.type}
        @change=${pick('type')}
      ></mp-select>
      <mp-select
        label=${texts.t('accounts.filter.tier')}
        .options=${this.#options('tier', ['A', 'B', 'C'])}
        .value=${filter.tier}
        @change=${pick('tier')}
      ></mp-select>
      ${
        owners.size > 1
          ? html`<mp-select
              label=${texts.t('accounts.filter.owner')}
              .options=${[{ value: '', label: texts.t('accounts.filter.all') }, ...ownerOptions]}
              .value=${filter.owner}
              @change=${pick('owner')}
            ></mp-select>`
          : ''
      }
      <mp-checkbox
        class="check"
        label=${texts.t('accounts.filter.overdue')}
        .checked=${filter.overdue}
        @change=${(event: Event) => this.#set('overdue', (event.currentTarget as HTMLInputElement).checked ? '1' : '')}
      ></mp-checkbox>
      <span class="count" role="status"
        >${active ? texts.t('accounts.count', { shown: formatNumber(shown), count: formatNumber(rows.length) }) : ''}</span
      >
      ${active ? html`<mp-button variant="quiet" icon="close" @click=${this.#clear}>${texts.t('accounts.filter.clear')}</mp-button>` : ''}
    </div>`;
  }

  #handleSort = (event: CustomEvent<TableSort>): void => {
    const known = Object.entries(sorts).find(
      ([, sort]) => sort.key === event.detail.key && sort.direction === event.detail.direction,
    );
    this.#set('sort', known?.[0] ?? '');
  };

  #summary(rows: readonly AccountRow[]): string {
    const { texts } = this.shell;
    if (!this.complete || !this.sums) return texts.t('accounts.state.loading');
    const overdue = rows.filter(({ overdueMinor }) => (overdueMinor ?? 0) > 0).length;
    return texts.t('accounts.state', { count: formatNumber(rows.length), overdue: formatNumber(overdue) });
  }

  protected override render(): unknown {
    const { texts, router } = this.shell;
    const rows = accountRows(this.accounts, this.sums, router.scope.current, this.organisation);
    const filter = this.#filter;
    const shown = rows.filter((row) => passes(row, filter));
    const state = this.failed ? 'error' : !this.complete ? 'loading' : shown.length === 0 ? 'empty' : 'ready';
    return html`<mp-page .heading=${texts.t('accounts.title')} .summary=${this.#summary(rows)}>
      ${this.#renderFilters(rows, shown.length)}
      <mp-table
        .label=${texts.t('accounts.title')}
        .columns=${this.#columns()}
        .rows=${shown}
        .sort=${sorts[router.place.current.params['sort'] ?? ''] ?? { key: 'name', direction: 'ascending' }}
        .mobile=${this.#renderCard}
        .cellStyles=${accountCardStyles}
        .state=${state}
        .stateHeading=${this.failed ? texts.t('read.failed') : texts.t('accounts.none.title')}
        .stateText=${this.failed ? texts.t('read.failed.text') : texts.t('accounts.none.text')}
        row-open
        @mp-row-open=${(event: CustomEvent<RowOpenDetail<AccountRow>>) => void router.to({ account: event.detail.rowId })}
        @mp-sort=${this.#handleSort}
        @mp-retry=${this.#load}
      ></mp-table>
    </mp-page>`;
  }
}
