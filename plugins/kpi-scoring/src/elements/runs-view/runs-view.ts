import { LitElement, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { PluginHost, RecordOf } from '@milepost/sdk';
import type { TableColumn } from '@milepost/ui';
import type { BoardState } from '../../controllers/board-controller.ts';
import { isOver } from '../../domain/month.ts';
import type { RunPerson, RunRecord, RunSnapshot, Seal } from '../../domain/records.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { viewStyles } from '../view-styles.ts';
import { Words } from '../words.ts';

/** What checking a frozen month found. */
type Check = 'running' | 'holds' | 'broken' | Failure;

interface OwnLine {
  readonly id: string;
  readonly run: RunPerson;
}

/**
 * @summary Frozen months: who froze what when, under which hash, checked again on request. Managers and operations freeze the month in
 *   view here; representatives find their own frozen scores.
 */
export class RunsView extends LitElement {
  static override styles = viewStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) board!: Extract<BoardState, { kind: 'ready' }>;
  @property({ attribute: false }) changed: () => Promise<void> = async () => undefined;

  @state() private records: readonly RecordOf<RunRecord>[] | undefined;
  @state() private seals: readonly RecordOf<Seal>[] = [];
  @state() private checks: ReadonlyMap<string, Check> = new Map();
  @state() private failure: Failure | undefined;
  @state() private freezing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-button', 'mp-badge', 'mp-icon', 'mp-state', 'mp-table');
    void this.#load();
  }

  get #words(): Words {
    return new Words(this.host);
  }

  get #isRep(): boolean {
    return this.host.session.user.role === 'rep';
  }

  async #load(): Promise<void> {
    try {
      const kind = this.#isRep ? 'person' : 'snapshot';
      this.records = await this.host.data
        .collection<RunRecord>('runs')
        .listAll({ where: [{ field: 'kind', op: 'eq', value: kind }], sort: '-period' });
      this.seals = this.#isRep ? [] : await this.host.data.collection<Seal>('seals').listAll({ sort: '-period' });
      this.failure = undefined;
    } catch (error) {
      this.failure = failureOf(error, this.#words, this.#words.t('runs.failed'));
    }
  }

  async #freeze(): Promise<void> {
    const words = this.#words;
    const { data, who } = this.board;
    if (!('unitId' in who) || this.freezing) return;
    const open = data.rows.filter((row) => !row.frozen).length;
    const sure = await this.host.confirm({
      title: words.t('freeze.title', { month: words.month(data.month) }),
      text: words.t('freeze.text', { n: open }),
      confirmLabel: words.t('freeze.confirm'),
    });
    if (!sure) return;
    this.freezing = true;
    try {
      const answer = await this.host.data.call<{
        readonly runId: string;
        readonly people: number;
        readonly left: number;
      }>('freeze', {
        method: 'POST',
        body: { period: data.month, unitId: who.unitId },
      });
      this.host.events.emit('kpi-scoring/run-frozen', { runId: answer.runId, period: data.month });
      this.host.notify({
        tone: 'positive',
        text: words.t(answer.left > 0 ? 'freeze.partly' : 'freeze.done', {
          n: answer.people,
          left: answer.left,
        }),
      });
      await Promise.all([this.#load(), this.changed()]);
    } catch (error) {
      this.failure = failureOf(error, words, words.t('freeze.failed'));
    } finally {
      this.freezing = false;
    }
  }

  async #check(record: RecordOf<RunRecord>): Promise<void> {
    const words = this.#words;
    const set = (check: Check): void => void (this.checks = new Map(this.checks).set(record.id, check));
    set('running');
    try {
      const { checkRun } = await import('../../data/check-run.ts');
      set((await checkRun(this.host, record.value as RunSnapshot, record.id)) ? 'holds' : 'broken');
    } catch (error) {
      set(failureOf(error, words, words.t('runs.checkFailed')));
    }
  }

  #renderFreeze(words: Words): unknown {
    const { data } = this.board;
    if (!['manager', 'ops', 'admin'].includes(this.host.session.user.role)) return nothing;
    const open = data.rows.filter((row) => !row.frozen);
    const over = isOver(data.month, this.host.session.today);
    const incomplete = open.filter((row) => !row.result.complete).length;
    const month = words.month(data.month);
    const text = !over
      ? words.t('freeze.later', { month })
      : open.length === 0
        ? words.t('freeze.already', { month })
        : words.t('freeze.offer', { month, n: open.length, incomplete });
    return html`<section class="frame">
      <div class="bar">
        <p class="grow">${text}</p>
        <mp-button
          variant="primary"
          icon="lock"
          ?disabled=${!over || open.length === 0}
          ?loading=${this.freezing}
          @click=${() => this.#freeze()}
          >${words.t('freeze.button', { month })}</mp-button
        >
      </div>
    </section>`;
  }

  #renderCheck(record: RecordOf<RunRecord>, words: Words): unknown {
    const check = this.checks.get(record.id);
    if (check === undefined || check === 'running') {
      return html`<mp-button ?loading=${check === 'running'} @click=${() => this.#check(record)}
        >${words.t('runs.check')}</mp-button
      >`;
    }
    if (check === 'holds') return html`<span><mp-icon name="check-circle"></mp-icon> ${words.t('runs.holds')}</span>`;
    if (check === 'broken') return html`<span class="critical">${words.t('runs.broken')}</span>`;
    return html`<span class="critical">${check.heading} ${check.text}</span>`;
  }

  #renderSnapshot(record: RecordOf<RunRecord>, words: Words): unknown {
    const run = record.value as RunSnapshot;
    const name = this.board.organisation.people.find((person) => person.id === record.updatedBy)?.name ?? record.updatedBy;
    return html`<li class="frame">
      <div class="bar">
        <h3 class="grow">${words.month(run.period)} · ${run.unitName}</h3>
        ${this.#renderCheck(record, words)}
        <mp-button @click=${() => this.#show(run.period, run.unitId)}>${words.t('runs.show')}</mp-button>
      </div>
      <p class="note">${words.t('runs.line', { n: run.people, name, day: words.day(run.frozenOn), version: run.cardVersion })}</p>
      <details class="note">
        <summary>${words.t('technical.details')}</summary>
        ${words.t('technical.hash')} <code>${run.sha256}</code>
      </details>
    </li>`;
  }

  /** Freezes above one's own branch: their hash is everybody's to compare, the scores in them are not. */
  #renderSeals(words: Words): unknown {
    const own = new Set((this.records ?? []).map((record) => record.id));
    return this.seals
      .filter((seal) => !own.has(seal.id))
      .map(({ value, updatedBy }) => {
        const name = this.board.organisation.people.find((person) => person.id === updatedBy)?.name ?? updatedBy;
        return html`<li class="frame">
          <div class="bar">
            <h3 class="grow">${words.month(value.period)} · ${value.unitName}</h3>
            <mp-button @click=${() => this.#show(value.period, null)}>${words.t('runs.show')}</mp-button>
          </div>
          <p class="note">
            ${words.t('runs.line', { n: value.people, name, day: words.day(value.frozenOn), version: value.cardVersion })}
          </p>
          <details class="note">
            <summary>${words.t('technical.details')}</summary>
            ${words.t('technical.hash')} <code>${value.sha256}</code>
          </details>
          <p class="note">${words.t('runs.sealed')}</p>
        </li>`;
      });
  }

  #show(period: string, unitId: string | null): void {
    this.host.navigate.setParams({ tab: null, month: null, person: null });
    this.host.setScope(unitId === null ? { period } : { period, unitId });
  }

  #renderOwn(words: Words): unknown {
    const lines = (this.records ?? []).map((record): OwnLine => ({
      id: record.id,
      run: record.value as RunPerson,
    }));
    const columns: TableColumn<OwnLine>[] = [
      {
        key: 'period',
        label: words.t('runs.month'),
        value: ({ run }) => run.period,
        cell: ({ run }) => words.month(run.period),
      },
      {
        key: 'total',
        label: words.t('column.total'),
        align: 'end',
        value: ({ run }) => run.result.points,
        cell: ({ run }) => (run.result.complete ? words.milli(run.result.points) : '—'),
      },
      { key: 'grade', label: words.t('column.grade'), value: ({ run }) => run.result.gradeId ?? '—' },
      {
        key: 'rank',
        label: words.t('figure.rank'),
        align: 'end',
        value: ({ run }) => run.standing.rank,
        cell: ({ run }) =>
          run.standing.rank === null ? '—' : words.t('standing.rank', { rank: run.standing.rank, of: run.standing.of }),
      },
      { key: 'hash', label: words.t('technical.hash'), value: ({ run }) => run.sha256.slice(0, 12) },
    ];
    return html`<mp-table
      label=${words.t('runs.ownLabel')}
      .columns=${columns}
      .rows=${lines}
      row-open
      @mp-row-open=${(event: CustomEvent<{ row: OwnLine }>) => this.#show(event.detail.row.run.period, null)}
    ></mp-table>`;
  }

  protected override render(): unknown {
    const words = this.#words;
    if (this.failure && this.records === undefined) {
      return html`<mp-state
        kind="error"
        .heading=${this.failure.heading}
        .text=${this.failure.text}
        .code=${this.failure.code}
        @mp-retry=${() => this.#load()}
      ></mp-state>`;
    }
    if (this.records === undefined) return html`<mp-state kind="loading" shape="cards"></mp-state>`;
    const list = this.#isRep
      ? this.#renderOwn(words)
      : html`<ul class="list">
          ${this.records.map((record) => this.#renderSnapshot(record, words))}${this.#renderSeals(words)}
        </ul>`;
    return html`<p class="note">${words.t('runs.note')}</p>
      ${this.#renderFreeze(words)}
      ${this.failure ? html`<p class="critical" role="alert">${this.failure.heading} ${this.failure.text} <code>${this.failure.code}</code></p>` : nothing}
      ${this.records.length + this.seals.length === 0 ? html`<mp-state kind="empty" .heading=${words.t('runs.emptyTitle')} .text=${words.t('runs.emptyText')}></mp-state>` : list}`;
  }
}
