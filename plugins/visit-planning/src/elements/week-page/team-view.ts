import { createCalendar } from '@milepost/calendar';
import { ApiError, html, nothing, requireElements } from '@milepost/sdk';
import type { PluginHost, ReactiveControllerHost } from '@milepost/sdk';
import type { TableColumn } from '@milepost/ui';
import { loadTeam } from '../../data/team-source.ts';
import type { TeamRequest } from '../../data/team-source.ts';
import { totalOf } from '../../domain/team.ts';
import type { ExecutionRow } from '../../domain/team.ts';
import { columnsOf, daysOfWeek } from '../../domain/week.ts';
import type { Words } from '../words.ts';

/** The week of a team: execution by person, plan against actual by day, overdue A accounts. Loaded when first shown. */
export class TeamView {
  data: readonly ExecutionRow[] | null = null;
  error: ApiError | null = null;
  readonly #element: ReactiveControllerHost;
  readonly #host: PluginHost;
  #request: TeamRequest | null = null;
  #key = '';

  constructor(element: ReactiveControllerHost, host: PluginHost) {
    this.#element = element;
    this.#host = host;
    void requireElements('mp-table', 'mp-chart');
  }

  /** Shows a week; the same one in the same scope is not loaded twice. */
  show(request: TeamRequest): void {
    const key = `${request.monday}/${this.#host.scope.current.unitId ?? ''}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#request = request;
    this.data = null;
    void this.#load();
  }

  reload(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const key = this.#key;
    if (!this.#request) return;
    try {
      const rows = await loadTeam(this.#host, this.#request);
      if (key !== this.#key) return;
      this.data = rows;
      this.error = null;
    } catch (error) {
      this.error = error instanceof ApiError ? error : new ApiError({ status: 0, code: 'unreachable', message: String(error) });
    }
    this.#element.requestUpdate();
  }

  /** One sentence of state. */
  summary(words: Words): string {
    if (!this.data) return '';
    const total = totalOf('', this.data);
    const idle = this.data.filter((row) => row.planned === 0).length;
    return words.t('team.state', {
      reps: this.data.length,
      planned: total.planned,
      completed: total.completed,
      idle,
      overdueA: total.overdueA,
    });
  }

  render(words: Words, open: (rep: string) => void): unknown {
    const rows = this.data ?? [];
    const total = totalOf(words.t('team.total'), rows);
    return html` <mp-figures slot="figures">
        ${this.#figure(words.t('figure.planned'), String(total.planned), words.t('team.perRep', { n: rows.length === 0 ? '—' : (total.planned / rows.length).toFixed(1) }))}
        ${this.#figure(words.t('figure.completed'), String(total.completed), words.t('figure.ofPlanned', { ratio: words.percent(total.rates.completedOfPlanned) }))}
        ${this.#figure(words.t('figure.effective'), words.percent(total.rates.effectiveOfCompleted), words.t('figure.companions', { effectiveOfPlanned: words.percent(total.rates.effectiveOfPlanned), completedOfPlanned: words.percent(total.rates.completedOfPlanned) }))}
        ${this.#figure(words.t('team.overdueA'), String(total.overdueA), words.t('team.overdueAHelp'))}
      </mp-figures>
      ${total.planned === 0 ? nothing : html`<section class="trend" slot="trend">${this.#renderChart(words, total)}</section>`}
      <mp-table
        row-open
        .label=${words.t('team.table')}
        .columns=${this.#columns(words)}
        .rows=${rows}
        .totals=${rows.length > 1 ? total : undefined}
        .state=${rows.length === 0 ? 'empty' : 'ready'}
        .stateHeading=${words.t('team.empty')}
        .stateText=${words.t('team.emptyText')}
        @mp-row-open=${(event: CustomEvent<{ rowId: string }>) => open(event.detail.rowId)}
      ></mp-table>`;
  }

  #figure(label: string, value: string, comparison: string): unknown {
    return html`<mp-figure .label=${label} .value=${value} .comparison=${comparison}></mp-figure>`;
  }

  #renderChart(words: Words, total: ExecutionRow): unknown {
    const monday = this.#request?.monday;
    if (!monday || total.planned === 0) return nothing;
    const { timeZone, fiscalYearStartMonth } = this.#host.session.tenant;
    const calendar = createCalendar({ zone: timeZone, fiscalYearStartMonth, country: 'CN' });
    const days = columnsOf(daysOfWeek(monday, calendar), new Set(total.days.keys()));
    const count = (pick: 'planned' | 'completed'): (number | null)[] =>
      days.map(({ dayOn }) => total.days.get(dayOn)?.[pick] ?? 0);
    return html`<mp-chart
      kind="column"
      .heading=${words.t('team.chart', { planned: total.planned, completed: total.completed })}
      .categories=${days.map(({ dayOn }) => ({ key: dayOn, label: words.day(dayOn) }))}
      .series=${[
        { key: 'planned', label: words.t('figure.planned'), values: count('planned') },
        { key: 'completed', label: words.t('figure.completed'), values: count('completed') },
      ]}
    ></mp-chart>`;
  }

  #columns(words: Words): TableColumn<ExecutionRow>[] {
    return [
      { key: 'name', label: words.t('team.rep'), sortable: true },
      { key: 'planned', label: words.t('figure.planned'), format: 'number', sortable: true },
      { key: 'completed', label: words.t('figure.completed'), format: 'number', sortable: true },
      {
        key: 'completedOfPlanned',
        label: words.t('rate.completedOfPlanned'),
        format: 'percent',
        sortable: true,
        value: (row) => row.rates.completedOfPlanned,
      },
      { key: 'effective', label: words.t('team.effective'), format: 'number', sortable: true },
      {
        key: 'effectiveOfCompleted',
        label: words.t('rate.effectiveOfCompleted'),
        format: 'percent',
        sortable: true,
        value: (row) => row.rates.effectiveOfCompleted,
      },
      {
        key: 'effectiveOfPlanned',
        label: words.t('rate.effectiveOfPlanned'),
        format: 'percent',
        sortable: true,
        value: (row) => row.rates.effectiveOfPlanned,
      },
      { key: 'overdueA', label: words.t('team.overdueA'), format: 'number', sortable: true },
    ];
  }
}
