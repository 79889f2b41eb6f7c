import { weekDays } from '@milepost/calendar';
import { ApiError, css, html, nothing, requireElements, state } from '@milepost/sdk';
import { loadTeam } from '../../data/team-source.ts';
import { totalOf } from '../../domain/team.ts';
import type { ExecutionRow } from '../../domain/team.ts';
import { VisitElement } from '../plugin-element.ts';
import { sharedStyles } from '../shared.styles.ts';

const shown = 6;

/** @summary How the week's plan is carried out, person by person: the furthest behind first. */
export class TeamWidget extends VisitElement {
  static override styles = [
    sharedStyles,
    css`
      .person {
        inline-size: 100%;
        min-block-size: 44px;
        padding: var(--mp-space-1) 0;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
    `,
  ];

  @state() private rows: readonly ExecutionRow[] | null = null;
  @state() private error: ApiError | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-progress', 'mp-button');
    this.refresh();
  }

  protected refresh(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const monday = weekDays(this.host.session.today)[0] ?? this.host.session.today;
    try {
      this.rows = await loadTeam(this.host, { monday, settings: this.settings });
      this.error = null;
    } catch (error) {
      this.error = error instanceof ApiError ? error : new ApiError({ status: 0, code: 'unreachable', message: String(error) });
    }
  }

  #renderPerson(row: ExecutionRow): unknown {
    const { words } = this;
    const text =
      row.planned === 0
        ? words.t('team.noPlan')
        : words.t('team.rowText', { completed: row.completed, planned: row.planned, effective: row.effective });
    return html`<li>
      <button type="button" class="person" @click=${() => this.openBoard({ rep: row.id })}>
        <mp-progress
          .label=${row.name}
          .value=${row.planned === 0 ? 0 : row.completed / row.planned}
          .text=${text}
          tone=${row.planned === 0 ? 'warning' : 'accent'}
        ></mp-progress>
        ${row.overdueA > 0 ? html`<span class="small muted">${words.t('figure.overdueA', { n: row.overdueA })}</span>` : nothing}
      </button>
    </li>`;
  }

  protected override render(): unknown {
    const { words, rows, error } = this;
    const total = totalOf('', rows ?? []);
    const behind = [...(rows ?? [])].sort(
      (a, b) => (a.rates.completedOfPlanned ?? -1) - (b.rates.completedOfPlanned ?? -1) || b.overdueA - a.overdueA,
    );
    return html`<mp-card
      .heading=${words.t('team.widget')}
      .state=${error ? 'error' : !rows ? 'loading' : rows.length === 0 ? 'empty' : 'ready'}
      .stateHeading=${words.t(error ? 'load.failed' : 'team.empty')}
      .stateText=${words.t(error ? 'load.failedText' : 'team.emptyText')}
      .code=${error?.code ?? ''}
      @mp-retry=${() => this.refresh()}
    >
      <a slot="link" class="link" href=${this.host.navigate.href({ page: 'visit-planning/week' })}>${words.t('team.open')}</a>
      <div class="stack">
        <p>
          ${words.t('team.widgetState', { planned: total.planned, completed: total.completed, ratio: words.percent(total.rates.completedOfPlanned), effective: words.percent(total.rates.effectiveOfCompleted) })}
        </p>
        <ul>
          ${behind.slice(0, shown).map((row) => this.#renderPerson(row))}
        </ul>
        ${behind.length > shown ? html`<p class="muted small">${words.t('team.more', { n: behind.length - shown })}</p>` : nothing}
      </div>
    </mp-card>`;
  }
}
