import { HostController, LitElement, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { ElementContext, PluginHost, TemplateResult } from '@milepost/sdk';
import type { RowOpenDetail, TabItem, TableSort } from '@milepost/ui';
import { BoardController } from '../../controllers/board-controller.ts';
import type { BoardState } from '../../controllers/board-controller.ts';
import { loadTrend } from '../../data/load-trend.ts';
import type { TrendMonth } from '../../data/load-trend.ts';
import { hostReader } from '../../data/reader.ts';
import { summarise } from '../../domain/board.ts';
import type { BoardRow } from '../../domain/board.ts';
import { failureOf } from '../failure.ts';
import { createOwn } from '../own-element.ts';
import type { PersonDetail } from '../person-panel/person-detail.ts';
import { Words } from '../words.ts';
import { OwnViews } from './own-views.ts';
import { renderFigures, renderOwnFigures, renderTrend, stateSentence } from './overview.ts';
import { rankingCard, rankingColumns } from './ranking.ts';
import { pageStyles, rankingCellStyles } from './scorecard-page.styles.ts';

type ReadyState = Extract<BoardState, { kind: 'ready' }>;

/**
 * @summary Scores of a team's month: key figures, trend, ranking, and the way from each score down to the orders. A representative
 *   sees their own. How it is scored, targets and frozen months are further tabs, loaded when opened.
 * @fires mp-dirty-change - Unsaved edits began or ended.
 */
export class ScorecardPage extends LitElement {
  static override styles = pageStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  @state() private sort: TableSort = { key: 'total', direction: 'descending' };
  @state() private trend: readonly TrendMonth[] | 'loading' | 'failed' = 'loading';
  @state() private detail: PersonDetail | undefined;
  readonly #board = new BoardController(
    this,
    () => this.host,
    () => void this.#loadTrend(),
  );
  readonly #views = new OwnViews(this, () => this.host);
  #seen = '';

  constructor() {
    super();
    new HostController(this, () => this.host, { onScope: () => void this.#board.load() });
  }

  /** True while a tab holds edits that are not saved. */
  get dirty(): boolean {
    return this.#views.dirty;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements(
      'mp-page',
      'mp-figures',
      'mp-figure',
      'mp-table',
      'mp-tabs',
      'mp-panel',
      'mp-badge',
      'mp-icon',
      'mp-button',
      'mp-chart',
      'mp-state',
    );
  }

  get #words(): Words {
    return new Words(this.host);
  }

  get #params(): Readonly<Record<string, string>> {
    return this.host.navigate.location.current.params;
  }

  get #tab(): string {
    const tab = this.#params['tab'] ?? 'ranking';
    return this.#tabs().some((item) => item.value === tab) ? tab : 'ranking';
  }

  get #isRep(): boolean {
    return this.host.session.user.role === 'rep';
  }

  #tabs(): TabItem[] {
    const words = this.#words;
    const item = (value: string, key = value): TabItem => ({ value, label: words.t(`tab.${key}`) });
    return this.#isRep
      ? [item('ranking', 'own'), item('rules'), item('runs')]
      : [item('ranking'), item('targets'), item('rules'), item('runs')];
  }

  protected override willUpdate(): void {
    // A ranking is read before somebody in it is opened: the way down is loaded when it is asked for.
    if (!this.detail && (this.#isRep || this.#params['person'] !== undefined)) void this.#loadDetail();
    // A month or tab chosen in the address, such as by back and forward.
    const seen = this.#params['month'] ?? '';
    if (this.#seen !== seen && this.hasUpdated) void this.#board.load();
    this.#seen = seen;
  }

  #detailLoading: Promise<{ readonly PersonDetail: typeof PersonDetail }> | undefined;

  async #loadDetail(): Promise<void> {
    this.#detailLoading ??= import('../person-panel/person-detail.ts');
    try {
      const { PersonDetail: detailClass } = await this.#detailLoading;
      this.detail ??= createOwn(detailClass);
    } catch {
      // Asked for again with the next person that is opened.
      this.#detailLoading = undefined;
    }
  }

  async #loadTrend(): Promise<void> {
    const { state: board, signal } = this.#board;
    if (board.kind !== 'ready') return;
    this.trend = 'loading';
    try {
      const months = await loadTrend(
        hostReader(this.host, signal),
        board.organisation,
        board.data.month,
        board.who,
        board.data.current,
      );
      if (!signal?.aborted) this.trend = months;
    } catch {
      // The trend is an addition: the scores stand without it, and the place says so.
      if (!signal?.aborted) this.trend = 'failed';
    }
  }

  /** Fields inside a tab fire `change` too; only the row of tabs itself is meant. */
  #handleTab(event: Event): void {
    if (event.target === event.currentTarget) this.#views.select((event.target as HTMLElement & { value: string }).value);
  }

  #openPerson(id: string | null): void {
    this.host.navigate.setParams({ person: id });
  }

  #renderMonths(words: Words): unknown {
    const { months, month, chosen } = this.#board.choice;
    if (!chosen) return nothing;
    return html`<div class="months" role="group" aria-label=${words.t('months.label')}>
      <p>${words.t('months.note', { period: words.month(this.host.scope.current.period) })}</p>
      ${months.map(
        (id) =>
          html`<mp-button
            variant=${id === month ? 'primary' : 'secondary'}
            aria-pressed=${id === month ? 'true' : 'false'}
            @click=${() => this.host.navigate.setParams({ month: id, person: null })}
            >${words.shortMonth(id)}</mp-button
          >`,
      )}
    </div>`;
  }

  #renderRanking({ data }: ReadyState, words: Words): unknown {
    const { rows, current } = data;
    return html`<mp-table
        label=${words.t('ranking.label', { month: words.month(data.month) })}
        .columns=${rankingColumns(words, rows[0]?.card ?? current.card, data.progress !== null)}
        .rows=${rows}
        .sort=${this.sort}
        .mobile=${(row: BoardRow) => rankingCard(words, row)}
        .cellStyles=${rankingCellStyles}
        row-open
        selected-row=${this.#params['person'] ?? ''}
        state=${rows.length === 0 ? 'empty' : 'ready'}
        state-heading=${words.t('ranking.emptyTitle')}
        state-text=${words.t('ranking.emptyText')}
        @mp-sort=${(event: CustomEvent<TableSort>) => (this.sort = event.detail)}
        @mp-row-open=${(event: CustomEvent<RowOpenDetail<BoardRow>>) => this.#openPerson(event.detail.rowId)}
      ></mp-table>
      ${data.progress ? html`<p class="note">${words.t('projection.ranking', { ...data.progress })}</p>` : nothing}
      <p class="note">${words.t('ranking.note', { card: words.text(current.card.name), version: current.card.version })}</p>
      ${this.#renderUnjudged(rows, words)}`;
  }

  /** Said once for the card, not with every person. */
  #renderUnjudged(rows: readonly BoardRow[], words: Words): unknown {
    return rows.some(({ result }) => result.vetoesWithoutData.length > 0)
      ? html`<p class="note">${words.t('veto.unjudged')}</p>`
      : nothing;
  }

  #renderOwn({ data }: ReadyState, words: Words): unknown {
    const row = data.rows[0];
    if (!row)
      return html`<mp-state kind="empty" .heading=${words.t('own.emptyTitle')} .text=${words.t('own.emptyText')}></mp-state>`;
    return html`<mp-figures>${renderOwnFigures(words, row, data.progress, () => this.#views.select('runs'))}</mp-figures>
      ${renderTrend(words, this.trend, true, this.host.session.today)}
      <div class="frame">${this.#renderDetail(row, data.month, data.targets)}</div>
      ${this.#renderUnjudged([row], words)}`;
  }

  #renderDetail(row: BoardRow, month: string, targets: PersonDetail['targets']): unknown {
    const { detail } = this;
    if (!detail) return html`<mp-state kind="loading"></mp-state>`;
    const board = this.#board.state;
    const people = board.kind === 'ready' ? board.organisation.people : [];
    const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
    const progress = board.kind === 'ready' ? board.data.progress : null;
    Object.assign(detail, {
      host: this.host,
      row,
      month,
      targets,
      progress,
      nameOf,
      listed: board.kind === 'ready' ? board.data.rows.filter((one) => one.rank !== null).length : 0,
    });
    detail.requestUpdate();
    return detail;
  }

  #renderMissing({ data }: ReadyState, words: Words): unknown {
    const without = data.rows.filter(
      (row) => !row.frozen && [...row.items.values()].some(({ result }) => result.status === 'pending' && result.value !== null),
    );
    if (without.length === 0) return nothing;
    return html`<div class="notice">
      <p>
        <mp-icon name="warning"></mp-icon> ${words.t('missing.targets', {
          n: without.length,
          names: without
            .slice(0, 4)
            .map((row) => row.person.name)
            .join('、'),
        })}
      </p>
      ${this.#isRep ? nothing : html`<mp-button @click=${() => this.#views.select('targets')}>${words.t('missing.open')}</mp-button>`}
    </div>`;
  }

  #renderTab(board: ReadyState, words: Words): unknown {
    const tab = this.#tab;
    if (tab !== 'ranking') return this.#views.render(tab, board, () => this.#board.load(false));
    if (this.#isRep) return html`${this.#renderMissing(board, words)}${this.#renderOwn(board, words)}`;
    const summary = summarise(board.data.rows, board.data.rows[0]?.card ?? board.data.current.card);
    return html`${this.#renderMissing(board, words)}
      <mp-figures
        >${renderFigures(
          words,
          summary,
          (id) => this.#openPerson(id),
          (sort) => (this.sort = sort),
        )}</mp-figures
      >
      ${renderTrend(words, this.trend, false, this.host.session.today)} ${this.#renderRanking(board, words)}`;
  }

  #renderPanel(board: BoardState, words: Words): unknown {
    const id = this.#params['person'];
    if (board.kind !== 'ready' || this.#isRep || this.#tab !== 'ranking') return nothing;
    const row = board.data.rows.find((one) => one.id === id);
    return html`<mp-panel
      slot="panel"
      heading=${row ? words.t('panel.title', { name: row.person.name, month: words.month(board.data.month) }) : ''}
      ?open=${row !== undefined}
      @mp-close=${() => this.#openPerson(null)}
      >${row ? this.#renderDetail(row, board.data.month, board.data.targets) : nothing}</mp-panel
    >`;
  }

  #renderProblem(board: BoardState, words: Words): TemplateResult | null {
    const heading = words.t('page.title');
    if (board.kind === 'ready') return null;
    if (board.kind === 'loading') return html`<mp-page heading=${heading} state="loading"></mp-page>`;
    if (board.kind === 'error') {
      const failure = failureOf(board.error, words, words.t('page.failed'));
      return html`<mp-page
        heading=${heading}
        state="error"
        .stateHeading=${failure.heading}
        .stateText=${failure.text}
        .code=${failure.code}
        @mp-retry=${() => this.#board.load()}
      ></mp-page>`;
    }
    return html`<mp-page
      heading=${heading}
      state="empty"
      .stateHeading=${words.t(`page.${board.kind}Title`)}
      .stateText=${words.t(`page.${board.kind}Text`)}
    ></mp-page>`;
  }

  protected override render(): unknown {
    const words = this.#words;
    const board = this.#board.state;
    const problem = this.#renderProblem(board, words);
    if (problem || board.kind !== 'ready') return problem;
    return html`<mp-page heading=${words.t('page.title')} summary=${stateSentence(words, board, this.host)}>
      <mp-tabs label=${words.t('page.title')} .tabs=${this.#tabs()} value=${this.#tab} @change=${this.#handleTab}>
        <div class="stack">${this.#renderMonths(words)}${this.#renderTab(board, words)}</div>
      </mp-tabs>
      ${this.#renderPanel(board, words)}
    </mp-page>`;
  }
}
