import { ApiError, css, html, nothing, requireElements, state } from '@milepost/sdk';
import { visitsOf } from '../../data/rows.ts';
import { byRoute } from '../../domain/board.ts';
import type { Visit, VisitRecord } from '../../domain/types.ts';
import { VisitElement } from '../plugin-element.ts';
import { sharedStyles } from '../shared.styles.ts';

interface Today {
  readonly visits: readonly VisitRecord[];
  readonly accounts: ReadonlyMap<string, { readonly name: string; readonly address: string | null }>;
}

/** @summary The visits of today in their order, and the next thing to do. */
export class TodayWidget extends VisitElement {
  static override styles = [
    sharedStyles,
    css`
      ol {
        display: flex;
        flex-direction: column;
      }
      li {
        display: grid;
        grid-template-columns: 52px 1fr auto;
        gap: var(--mp-space-2);
        align-items: center;
        min-block-size: 56px;
        padding-block: var(--mp-space-1);
        border-block-end: 1px solid var(--mp-color-border);
      }
      li:last-child {
        border: 0;
      }
      .open {
        min-inline-size: 0;
        min-block-size: 44px;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .name {
        display: block;
        font-weight: var(--mp-weight-strong);
        overflow-wrap: anywhere;
      }
      .off {
        text-decoration: line-through;
        color: var(--mp-color-muted);
      }
    `,
  ];

  @state() private data: Today | null = null;
  @state() private error: ApiError | null = null;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-button', 'mp-badge', 'mp-progress');
    this.#stop = this.host.events.on('milepost/record-changed', ({ pluginId }) => {
      if (pluginId === this.host.pluginId) this.refresh();
    });
    this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected refresh(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const { data, crm, session } = this.host;
    try {
      const records = await data.collection<Visit>('visits').listAll({
        where: [
          { field: 'ownerId', op: 'eq', value: session.user.personId },
          { field: 'dayOn', op: 'eq', value: session.today },
        ],
      });
      const visits = [...visitsOf(records)].sort(byRoute);
      const ids = [...new Set(visits.map(({ accountId }) => accountId))];
      const accounts =
        ids.length === 0
          ? []
          : await crm.listAll('accounts', { where: [{ field: 'id', op: 'in', value: ids }], fields: ['name', 'address'] });
      this.data = { visits, accounts: new Map(accounts.map((account) => [account.id, account])) };
      this.error = null;
    } catch (error) {
      this.error = error instanceof ApiError ? error : new ApiError({ status: 0, code: 'unreachable', message: String(error) });
    }
  }

  #renderVisit({ id, accountId, value }: VisitRecord): unknown {
    const { words } = this;
    const account = this.data?.accounts.get(accountId);
    const done = value.status === 'completed' || value.status === 'cancelled';
    return html`<li>
      <span class="number muted">${value.time ?? words.t('today.noTime')}</span>
      <button type="button" class="open" @click=${() => this.openBoard({ visit: id })}>
        <span class="name ${value.status === 'cancelled' ? 'off' : ''}">${account?.name ?? words.t('account.gone')}</span>
        <span class="muted small">${words.t(`purpose.${value.purpose}`)}${account?.address ? ` · ${account.address}` : ''}</span>
      </button>
      ${done || value.status === 'inProgress' ? html`<mp-badge tone=${value.status === 'completed' ? 'positive' : value.status === 'inProgress' ? 'accent' : 'neutral'}>${words.t(`status.${value.status}`)}</mp-badge>` : nothing}
    </li>`;
  }

  #renderNext(visits: readonly VisitRecord[]): unknown {
    const next =
      visits.find(({ value }) => value.status === 'inProgress') ?? visits.find(({ value }) => value.status === 'planned');
    if (!next) return html`<p class="muted">${this.words.t('today.allDone')}</p>`;
    const name = this.data?.accounts.get(next.accountId)?.name ?? '';
    return html`<mp-button variant="primary" @click=${() => this.openBoard({ visit: next.id })}
      >${this.words.t(next.value.status === 'inProgress' ? 'today.sumUp' : 'today.next', { name })}</mp-button
    >`;
  }

  protected override render(): unknown {
    const { words, data, error } = this;
    const visits = data?.visits ?? [];
    const standing = visits.filter(({ value }) => value.status !== 'cancelled');
    const done = standing.filter(({ value }) => value.status === 'completed').length;
    return html`<mp-card
      .heading=${words.t('today.title', { day: words.day(this.host.session.today) })}
      .state=${error ? 'error' : !data ? 'loading' : visits.length === 0 ? 'empty' : 'ready'}
      .stateHeading=${words.t(error ? 'load.failed' : 'today.empty')}
      .stateText=${words.t(error ? 'load.failedText' : 'today.emptyText')}
      .code=${error?.code ?? ''}
      @mp-retry=${() => this.refresh()}
    >
      <a slot="link" class="link" href=${this.host.navigate.href({ page: 'visit-planning/week' })}>${words.t('today.board')}</a>
      ${error ? nothing : html`<mp-button slot="action" variant="primary" @click=${() => this.openBoard()}>${words.t('today.plan')}</mp-button>`}
      <div class="stack">
        <mp-progress
          .label=${words.t('today.done')}
          .value=${standing.length === 0 ? 0 : done / standing.length}
          .text=${words.t('today.count', { done, n: standing.length })}
        ></mp-progress>
        ${this.#renderNext(visits)}
        <ol>
          ${visits.map((visit) => this.#renderVisit(visit))}
        </ol>
      </div>
    </mp-card>`;
  }
}
