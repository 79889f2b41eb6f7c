import { createCalendar, monthsOf, periodOfDate } from '@milepost/calendar';
import { ApiError, HostController, LitElement, html, property, requireElements, state } from '@milepost/sdk';
import type { ElementContext, PluginHost, TemplateResult } from '@milepost/sdk';
import { readBranchPace } from '../../data/branch-pace.ts';
import type { BranchPace } from '../../data/branch-pace.ts';
import { currentMonth, paceOf, verdictOf } from '../../domain/pace.ts';
import type { Pace } from '../../domain/pace.ts';
import { Words } from '../shared/words.ts';
import { widgetStyles } from '../shared/widget.styles.ts';

const tones = { ahead: 'positive', onTrack: 'accent', behind: 'warning', none: 'neutral', before: 'neutral' } as const;

/**
 * @summary Attainment against the pace of the working days, for the person or branch in scope; leads to the plan.
 */
export class PaceWidget extends LitElement {
  static override styles = widgetStyles;

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  @state() private status: 'loading' | 'empty' | 'error' | 'ready' = 'loading';
  @state() private pace: BranchPace | null = null;
  @state() private error: ApiError | null = null;
  #loading: AbortController | null = null;
  #stop: (() => void) | null = null;
  readonly watch = new HostController(this, () => this.host, { onScope: () => void this.#load() });

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-progress', 'mp-sparkline', 'mp-badge', 'mp-button');
    this.#stop = this.host.events.on('target-decomposition/plan-changed', () => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    this.#stop?.();
  }

  get #year(): string {
    const start = this.host.session.tenant.fiscalYearStartMonth;
    const { period } = this.host.scope.current;
    return period.length === 7 && !period.includes('Q') ? periodOfDate(`${period}-01`, 'year', start) : period.slice(0, 4);
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    try {
      this.pace = await readBranchPace(this.host, this.#year, loading.signal);
      this.status = this.pace ? 'ready' : 'empty';
    } catch (error) {
      if (loading.signal.aborted) return;
      this.error = error instanceof ApiError ? error : null;
      this.status = 'error';
    }
  }

  #period(): string {
    const { session, scope } = this.host;
    if (scope.current.period !== this.#year) return scope.current.period;
    return currentMonth(this.#year, session.today, session.tenant.fiscalYearStartMonth) ?? this.#year;
  }

  #renderReady(branch: BranchPace, words: Words): TemplateResult {
    const { t } = words;
    const { timeZone, fiscalYearStartMonth } = this.host.session.tenant;
    const calendar = createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' });
    const pace = paceOf(branch.series, this.#period(), this.host.session.today, calendar);
    const verdict = verdictOf(pace);
    const months = monthsOf(this.#year, fiscalYearStartMonth).filter((month) => `${month}-01` <= this.host.session.today);
    const values = months.map((month) => branch.series.actual[month] ?? 0);
    const spark = t('pace.spark', {
      values: months.map((month, index) => `${words.short(month)} ${words.money(values[index])}`).join('，'),
    });
    return html`<div class="stack">
      <div class="row">
        <span class="muted"
          >${t('pace.scope', { name: branch.label, period: pace.period === this.#year ? words.period(pace.period) : words.short(pace.period) })}</span
        >
        <mp-badge tone=${tones[verdict]}>${t(`verdict.${verdict}`)}</mp-badge>
      </div>
      <p class="big">${words.percent(pace.attainment)}</p>
      <mp-progress
        .label=${t('pace.done', { actual: words.money(pace.actual), target: words.money(pace.target) })}
        .value=${pace.attainment}
        .expected=${pace.expectedRatio}
        .tone=${tones[verdict]}
      ></mp-progress>
      <p class="muted">${t('pace.expected', { expected: words.percent(pace.expectedRatio) })}</p>
      <p>${this.#daily(pace, words)}</p>
      <mp-sparkline .values=${values} .label=${spark}></mp-sparkline>
    </div>`;
  }

  #daily(pace: Pace, words: Words): string {
    if (pace.gap !== null && pace.gap <= 0) return words.t('pace.daily.done');
    if (pace.perDay === null) return words.t('pace.daily.over', { amount: words.money(pace.gap) });
    return words.t('pace.daily', { amount: words.money(pace.perDay), days: pace.remainingDays });
  }

  protected override render(): TemplateResult {
    const words = new Words(this.host);
    const { t } = words;
    return html`<mp-card
      .heading=${t('pace.title')}
      .state=${this.status}
      shape="figures"
      .stateHeading=${this.status === 'empty' ? t('pace.empty') : t('pace.failed')}
      .stateText=${this.status === 'empty' ? t('pace.empty.text') : (this.error?.message ?? '')}
      .code=${this.error?.code ?? ''}
      @mp-retry=${() => void this.#load()}
    >
      <mp-button slot="link" variant="quiet" @click=${() => this.host.navigate.to({ page: 'targets' })}
        >${t('pace.open')}</mp-button
      >
      ${this.status === 'ready' && this.pace ? this.#renderReady(this.pace, words) : ''}
    </mp-card>`;
  }
}
