import { HostController, LitElement, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { ElementContext, PluginHost } from '@milepost/sdk';
import { WidgetController } from '../../controllers/widget-controller.ts';
import { loadBoard, loadOrganisation } from '../../data/load-board.ts';
import type { BoardData } from '../../data/load-board.ts';
import { loadTrend } from '../../data/load-trend.ts';
import { hostReader } from '../../data/reader.ts';
import { leadOf } from '../../domain/board.ts';
import { helpFor } from '../../domain/help.ts';
import type { Organisation } from '../../domain/participants.ts';
import { toneOf } from '../person-panel/grade-tone.ts';
import { helpSentence } from '../person-panel/help-sentence.ts';
import { widgetStyles } from '../widget-styles.ts';
import { Words } from '../words.ts';

interface Mine {
  readonly board: BoardData;
  readonly organisation: Organisation;
}

/**
 * @summary A representative's month so far: total, grade, what would help most, and the last six months.
 */
export class MyScoreWidget extends LitElement {
  static override styles = widgetStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  @state() private trend: readonly (number | null)[] = [];
  readonly #data = new WidgetController<Mine>(
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
    void requireElements('mp-card', 'mp-badge', 'mp-sparkline');
  }

  async #read(signal: AbortSignal): Promise<Mine> {
    const { today, user } = this.host.session;
    const reader = hostReader(this.host, signal);
    const organisation = await loadOrganisation(reader.mirror);
    const board = await loadBoard(reader, organisation, today.slice(0, 7), { personId: user.personId });
    void this.#readTrend(signal, organisation, board);
    return { board, organisation };
  }

  /** Comes after the score: the card is useful without it. */
  async #readTrend(signal: AbortSignal, organisation: Organisation, board: BoardData): Promise<void> {
    try {
      const months = await loadTrend(
        hostReader(this.host, signal),
        organisation,
        board.month,
        { personId: this.host.session.user.personId },
        board.current,
      );
      if (!signal.aborted) this.trend = months.map((month) => month.median);
    } catch {
      if (!signal.aborted) this.trend = [];
    }
  }

  #renderScore({ board }: Mine, words: Words): unknown {
    const row = board.rows[0];
    if (!row) return html`<p class="muted">${words.t('own.emptyText')}</p>`;
    const lead = leadOf(row);
    const grade = row.card.grades?.find((band) => band.id === lead.gradeId);
    const help = helpFor(row.card, row.result)[0];
    const sentence = help && helpSentence(words, help, row.card);
    const known = this.trend.filter((value) => value !== null);
    return html`<div class="head">
        <span class="figure">${lead.total === null ? '—' : words.points(lead.total)}</span>
        ${grade ? html`<mp-badge tone=${toneOf(grade.id)}>${grade.id} ${words.text(grade.name)}</mp-badge>` : html`<span class="muted">${words.t('person.open', { weight: words.percent(row.result.pendingWeight / 100_000, 0), sofar: words.points(row.explanation.shown) })}</span>`}
        ${known.length > 1 ? html`<mp-sparkline .values=${this.trend} label=${words.t('widget.trend', { values: known.map((value) => words.points(value)).join(' → ') })}></mp-sparkline>` : nothing}
      </div>
      <p class="muted">
        ${row.projection && board.progress ? words.t('widget.projected', { month: words.month(board.month), ...board.progress, points: words.points(row.explanation.shown) }) : words.t('widget.sofar', { month: words.month(board.month), day: words.shortDay(this.host.session.today) })}
      </p>
      ${sentence ? html`<p class="help"><span>${sentence.text}</span><strong class="num">${words.milli(sentence.gain, true)}</strong></p>` : nothing}
      <ul class="list">
        ${[...row.items.values()].map(
          ({ result, shown }) =>
            html`<li>
              <span
                >${words.text(result.name)}
                <span class="muted"
                  >${words.value(result.indicatorId, result.value)}${result.target === null ? nothing : words.t('item.target', { target: words.value(result.indicatorId, result.target) })}</span
                ></span
              ><span class="num"
                >${result.status === 'scored' ? `${words.points(shown)} / ${words.count(result.weight / 1000)}` : words.t(`status.${result.status}`)}</span
              >
            </li>`,
        )}
      </ul>`;
  }

  protected override render(): unknown {
    const words = new Words(this.host);
    const { state: now } = this.#data;
    const failure = now.kind === 'error' ? now.failure : null;
    return html`<mp-card
      heading=${words.t('widget.mine')}
      .state=${now.kind}
      .stateHeading=${failure?.heading ?? ''}
      .stateText=${failure?.text ?? ''}
      .code=${failure?.code ?? ''}
      shape="lines"
      @mp-retry=${() => this.#data.load()}
    >
      <a slot="link" href=${this.host.navigate.href({ page: 'scores', scope: { period: this.host.session.today.slice(0, 7) } })}
        >${words.t('widget.why')}</a
      >
      ${now.kind === 'ready' ? this.#renderScore(now.data, words) : nothing}
    </mp-card>`;
  }
}
