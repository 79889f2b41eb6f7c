import { HostController, LitElement, html, nothing, property, requireElements } from '@milepost/sdk';
import type { ElementContext, PluginHost } from '@milepost/sdk';
import { WidgetController } from '../../controllers/widget-controller.ts';
import { loadBoard, loadOrganisation } from '../../data/load-board.ts';
import type { BoardData } from '../../data/load-board.ts';
import { hostReader } from '../../data/reader.ts';
import { leadOf, summarise } from '../../domain/board.ts';
import type { BoardRow } from '../../domain/board.ts';
import { chooseMonth } from '../../domain/month.ts';
import { whoFor } from '../../domain/scope.ts';
import { toneOf } from '../person-panel/grade-tone.ts';
import { widgetStyles } from '../widget-styles.ts';
import { Words } from '../words.ts';

/** How many stand at each end. */
const ENDS = 3;

/**
 * @summary The ranking of a manager's branch or the company: both ends, the middle, and how the grades spread.
 */
export class RankingWidget extends LitElement {
  static override styles = widgetStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  readonly #data = new WidgetController<BoardData | null>(
    this,
    () => this.host,
    (signal) => this.#read(signal),
  );

  constructor() {
    super();
    new HostController(this, () => this.host, { onScope: () => void this.#data.load() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-badge');
  }

  async #read(signal: AbortSignal): Promise<BoardData | null> {
    const { scope, session } = this.host;
    const { month } = chooseMonth(scope.current.period, undefined, session.today, session.tenant.fiscalYearStartMonth);
    if (month === null) return null;
    const reader = hostReader(this.host, signal);
    const organisation = await loadOrganisation(reader.mirror);
    const { personId, role } = session.user;
    const who = whoFor({ personId, role, today: session.today }, organisation, scope.current.unitId);
    return who && loadBoard(reader, organisation, month, who);
  }

  #renderRow(row: BoardRow, month: string, words: Words): unknown {
    const href = this.host.navigate.href({ page: 'scores', params: { person: row.id }, scope: { period: month } });
    return html`<li>
      <a href=${href}>
        <span
          ><span class="num">${row.rank}</span> <span class="name">${row.person.name}</span>
          <span class="muted">${row.person.unitName}</span></span
        >
        <span class="num"
          >${words.points(leadOf(row).total)}
          <mp-badge tone=${toneOf(leadOf(row).gradeId)}>${leadOf(row).gradeId ?? '—'}</mp-badge></span
        >
      </a>
    </li>`;
  }

  #renderBoard(board: BoardData, words: Words): unknown {
    const summary = summarise(board.rows, board.rows[0]?.card ?? board.current.card);
    const ranked = board.rows.filter((row) => row.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    const top = ranked.slice(0, ENDS);
    const bottom = ranked.slice(Math.max(ENDS, ranked.length - ENDS));
    const between = ranked.length - top.length - bottom.length;
    const spread = summary.grades
      .filter((grade) => grade.count > 0)
      .map((grade) => `${grade.id} ${grade.count}`)
      .join(' · ');
    return html`<div class="head">
        <span class="figure">${words.points(summary.median)}</span>
        <span class="muted"
          >${words.t(summary.projected ? 'widget.medianProjected' : 'widget.median', { month: words.month(board.month), n: summary.complete, of: summary.people })}</span
        >
      </div>
      ${board.progress ? html`<p class="muted">${words.t('widget.days', { ...board.progress })}</p>` : nothing}
      ${spread ? html`<p class="muted">${words.t('widget.spread', { grades: spread })}</p>` : nothing}
      <ul class="list">
        ${top.map((row) => this.#renderRow(row, board.month, words))}
        ${between > 0 ? html`<li class="muted">${words.t('widget.between', { n: between })}</li>` : nothing}
        ${bottom.map((row) => this.#renderRow(row, board.month, words))}
      </ul>`;
  }

  protected override render(): unknown {
    const words = new Words(this.host);
    const { state: now } = this.#data;
    const failure = now.kind === 'error' ? now.failure : null;
    const board = now.kind === 'ready' ? now.data : null;
    const empty = now.kind === 'ready' && (board === null || board.rows.length === 0);
    return html`<mp-card
      heading=${words.t('widget.ranking')}
      .state=${empty ? 'empty' : now.kind}
      .stateHeading=${failure?.heading ?? (empty ? words.t('ranking.emptyTitle') : '')}
      .stateText=${failure?.text ?? (empty ? words.t('ranking.emptyText') : '')}
      .code=${failure?.code ?? ''}
      shape="table"
      @mp-retry=${() => this.#data.load()}
    >
      <a slot="link" href=${this.host.navigate.href({ page: 'scores' })}>${words.t('widget.all')}</a>
      ${board && !empty ? this.#renderBoard(board, words) : nothing}
    </mp-card>`;
  }
}
