import { addDays, weekDays } from '@milepost/calendar';
import type { Activity } from '@milepost/crm';
import { ApiError, css, html, nothing, requireElements, state } from '@milepost/sdk';
import { isFromCrm, visitsOf } from '../../data/rows.ts';
import { dueOf } from '../../domain/due.ts';
import type { PlannedAccount, Visit, VisitRecord } from '../../domain/types.ts';
import { VisitElement } from '../plugin-element.ts';
import { sharedStyles } from '../shared.styles.ts';

interface Facts {
  readonly account: PlannedAccount & { readonly ownerId: string };
  readonly visits: readonly VisitRecord[];
  readonly activities: readonly Activity[];
}

interface PastVisit {
  readonly id: string;
  readonly dayOn: string;
  readonly purpose: string | null;
  readonly text: string;
  readonly effective: boolean | null;
}

/** @summary An account's visits: where it stands against its cadence, what comes next, what came of the last ones. */
export class AccountWidget extends VisitElement {
  static override styles = [
    sharedStyles,
    css`
      li {
        padding-block: var(--mp-space-2);
        border-block-start: 1px solid var(--mp-color-border);
      }
      .late {
        color: var(--mp-color-critical);
      }
      .text {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private data: Facts | null | 'none' = null;
  @state() private error: ApiError | null = null;
  #stop: (() => void) | undefined;
  #loaded = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-button', 'mp-badge');
    this.#stop = this.host.events.on('milepost/record-changed', ({ pluginId }) => {
      if (pluginId === this.host.pluginId) this.refresh();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override willUpdate(): void {
    if (this.#loaded === (this.context.accountId ?? '')) return;
    this.#loaded = this.context.accountId ?? '';
    this.data = null;
    this.refresh();
  }

  protected refresh(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const { accountId } = this.context;
    if (!accountId) {
      this.data = 'none';
      return;
    }
    const of = { field: 'accountId', op: 'eq', value: accountId } as const;
    try {
      const [account, visits, activities] = await Promise.all([
        this.host.crm.get('accounts', accountId),
        this.host.data.collection<Visit>('visits').list({ where: [of], sort: '-dayOn', limit: 30 }),
        this.host.crm.list('activities', {
          where: [of, { field: 'type', op: 'eq', value: 'visit' }, { field: 'status', op: 'ne', value: 'cancelled' }],
          sort: '-dayOn',
          limit: 12,
        }),
      ]);
      this.data = account ? { account, visits: visitsOf(visits.items), activities: activities.items.filter(isFromCrm) } : 'none';
      this.error = null;
    } catch (error) {
      this.error = error instanceof ApiError ? error : new ApiError({ status: 0, code: 'unreachable', message: String(error) });
    }
  }

  /** The last five completed visits of both sources; a visit of ours stands for the CRM's of the same day. */
  #past({ visits, activities }: Facts): readonly PastVisit[] {
    const own = visits
      .filter(({ value }) => value.status === 'completed')
      .map(({ id, value }) => ({
        id,
        dayOn: value.dayOn,
        purpose: value.purpose,
        text: value.summary?.result ?? '',
        effective: value.effective?.value ?? null,
      }));
    const days = new Set(own.map(({ dayOn }) => dayOn));
    const crm = activities
      .filter((row) => row.status === 'completed' && !days.has(row.dayOn))
      .map((row) => ({
        id: row.id,
        dayOn: row.dayOn,
        purpose: row.purpose,
        text: row.outcome ?? '',
        effective: row.effective,
      }));
    return [...own, ...crm].sort((a, b) => (a.dayOn < b.dayOn ? 1 : -1)).slice(0, 5);
  }

  #next({ visits, activities }: Facts): {
    readonly dayOn: string;
    readonly time: string | null;
    readonly fromCrm: boolean;
    readonly running: boolean;
  } | null {
    const { today } = this.host.session;
    const own = visits
      .filter(({ value }) => value.dayOn >= today && (value.status === 'planned' || value.status === 'inProgress'))
      .map(({ value }) => ({
        dayOn: value.dayOn,
        time: value.time,
        fromCrm: false,
        running: value.status === 'inProgress',
      }));
    const crm = activities
      .filter((row) => row.status === 'planned' && row.dayOn >= today)
      .map((row) => ({
        dayOn: row.dayOn,
        time: row.startAt ? this.words.clock(row.startAt) : null,
        fromCrm: true,
        running: false,
      }));
    return [...own, ...crm].sort((a, b) => (a.dayOn < b.dayOn ? -1 : 1))[0] ?? null;
  }

  /** Today's visit that is planned or under way: it is gone to, not planned once more. Else planning is offered to the owner. */
  #renderPlan({ account, visits }: Facts): unknown {
    const { words } = this;
    const { today, user } = this.host.session;
    const open = visits.find(
      ({ ownerId, value }) =>
        ownerId === user.personId && value.dayOn === today && (value.status === 'planned' || value.status === 'inProgress'),
    );
    if (open) {
      const running = open.value.status === 'inProgress';
      return html`<mp-button icon="route" @click=${() => this.openBoard({ visit: open.id })}
        >${words.t(running ? 'account.continue' : 'account.goToday')}</mp-button
      >`;
    }
    return account.ownerId === user.personId
      ? html`<mp-button icon="plus" @click=${() => this.openBoard({ plan: account.id })}>${words.t('account.plan')}</mp-button>`
      : nothing;
  }

  #renderReady(facts: Facts): unknown {
    const { words } = this;
    const { today } = this.host.session;
    const past = this.#past(facts);
    const next = this.#next(facts);
    const monday = weekDays(today)[0] ?? today;
    const due = dueOf(facts.account, past[0]?.dayOn ?? null, today, addDays(monday, 6), this.settings);
    return html`<div class="stack">
      <p>
        <span class=${due.status === 'overdue' ? 'late' : ''}>${words.due(due)}</span
        >${due.lastOn ? html`<br /><span class="muted small">${words.t('why.lastDays', { day: words.day(due.lastOn), n: due.daysSince ?? 0 })} · ${words.t(`why.cadence.${due.cadenceFrom}`, { n: due.everyDays, tier: facts.account.tier })}</span>` : nothing}
      </p>
      <div class="row between">
        <span
          >${next ? words.t(next.running ? 'account.running' : next.fromCrm ? 'account.nextCrm' : 'account.next', { day: words.day(next.dayOn), time: next.time ?? '' }) : words.t('account.noNext')}</span
        >
        ${this.#renderPlan(facts)}
      </div>
      <ul>
        ${past.map(
          (visit) =>
            html`<li>
              <div class="row between">
                <span
                  >${words.day(visit.dayOn)}${visit.purpose ? html` <span class="muted small">${words.t(`purpose.${visit.purpose}`)}</span>` : nothing}</span
                >
                ${visit.effective === null ? nothing : html`<mp-badge tone=${visit.effective ? 'positive' : 'neutral'}>${words.t(visit.effective ? 'visit.effective' : 'visit.ineffective')}</mp-badge>`}
              </div>
              <p class="text small">${visit.text || words.t('account.noText')}</p>
            </li>`,
        )}
      </ul>
      ${past.length === 0 ? html`<p class="muted">${words.t('account.never')}</p>` : nothing}
    </div>`;
  }

  protected override render(): unknown {
    const { words, data, error } = this;
    return html`<mp-card
      .heading=${words.t('account.title')}
      .state=${error ? 'error' : data === null ? 'loading' : data === 'none' ? 'empty' : 'ready'}
      .stateHeading=${words.t(error ? 'load.failed' : 'account.none')}
      .stateText=${words.t(error ? 'load.failedText' : 'account.noneText')}
      .code=${error?.code ?? ''}
      @mp-retry=${() => this.refresh()}
    >
      ${data && data !== 'none' ? this.#renderReady(data) : nothing}
    </mp-card>`;
  }
}
