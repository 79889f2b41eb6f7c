import { css, html, nothing, property, requireElements } from '@milepost/sdk';
import type { TableColumn } from '@milepost/ui';
import { formatDate } from '@milepost/ui/format';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import { isLate } from '../../domain/figures.ts';
import type { FindingRow } from '../../domain/records.ts';
import { nameOf } from '../../domain/scope.ts';
import { FindingPanel } from '../finding-panel/finding-panel.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { createInner } from '../shared/inner-element.ts';
import { ViewElement } from '../shared/view-element.ts';
import { severityTone } from '../shared/words.ts';

const filters = ['open', 'mine', 'overdue', 'closed', 'all'] as const;
type Show = (typeof filters)[number];

const cellStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: 4px 0;
  }
  .name {
    font-weight: var(--mp-weight-strong);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 8px;
  }
  .muted {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
  .late {
    color: var(--mp-color-critical);
    font-weight: var(--mp-weight-strong);
  }
`;

/**
 * @summary The list of findings, by what is due first, and beside it one finding with its steps.
 */
export class FindingsView extends ViewElement {
  static override styles = [
    baseStyles,
    css`
      .layout {
        display: flex;
        align-items: flex-start;
        gap: var(--mp-space-4);
      }
      .filters {
        display: flex;
        gap: var(--mp-space-2);
        overflow-x: auto;
        margin-block-end: var(--mp-space-3);
        scrollbar-width: none;
      }
      .filters button {
        flex: none;
        min-block-size: 44px;
        padding: 0 14px;
        border: 1px solid var(--mp-color-border);
        border-radius: 22px;
        background: var(--mp-color-surface);
        cursor: pointer;
      }
      .filters [aria-pressed='true'] {
        border-color: var(--mp-color-accent);
        background: var(--mp-color-accent-soft);
        font-weight: var(--mp-weight-strong);
      }
    `,
  ];

  @property({ attribute: false }) overview!: OverviewView;
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {};
  #panel: FindingPanel | null = null;

  /** A step is being written. */
  get dirty(): boolean {
    return this.#panel?.dirty ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-table', 'mp-badge', 'mp-panel', 'mp-button', 'mp-select');
  }

  get #show(): Show {
    const asked = filters.find((name) => name === this.params['show']);
    return asked ?? (this.host.session.user.role === 'rep' ? 'mine' : 'open');
  }

  #rows(show: Show): readonly FindingRow[] {
    const { user, today } = this.host.session;
    const fits: Readonly<Record<Show, (row: FindingRow) => boolean>> = {
      open: ({ state }) => state !== 'closed',
      mine: ({ state, ownerId }) => state !== 'closed' && ownerId === user.personId,
      overdue: (row) => isLate(row, today),
      closed: ({ state }) => state === 'closed',
      all: () => true,
    };
    return this.overview.findings.filter(fits[show]);
  }

  #columns(): TableColumn<FindingRow>[] {
    const { organisation } = this.overview;
    return [
      { key: 'title', label: this.t('column.finding'), sortable: true, value: (row) => this.say(row.title) },
      { key: 'accountName', label: this.t('column.account'), sortable: true },
      {
        key: 'severity',
        label: this.t('column.severity'),
        sortable: true,
        value: (row) => ['minor', 'major', 'critical'].indexOf(row.severity),
        cell: (row) => this.#severity(row),
      },
      { key: 'state', label: this.t('column.state'), sortable: true, value: (row) => this.t(`state.${row.state}`) },
      { key: 'owner', label: this.t('column.owner'), sortable: true, value: (row) => nameOf(organisation, row.ownerId) },
      { key: 'dueOn', label: this.t('column.due'), sortable: true, cell: (row) => this.#due(row) },
    ];
  }

  #severity({ severity }: FindingRow): unknown {
    return html`<mp-badge .tone=${severityTone[severity]}>${this.t(`severity.${severity}`)}</mp-badge>`;
  }

  #due(row: FindingRow): unknown {
    const day = formatDate(row.dueOn, { locale: this.locale, style: 'short' });
    return isLate(row, this.host.session.today) ? html`<span class="late">${day} · ${this.t('finding.late')}</span>` : day;
  }

  #card(row: FindingRow): unknown {
    return html`<div class="card">
      <span class="name">${this.say(row.title)}</span>
      <span class="muted"
        >${row.accountName} · ${nameOf(this.overview.organisation, row.ownerId)} · ${this.t(`state.${row.state}`)}</span
      >
      <span class="line">${this.#severity(row)}<span>${this.#due(row)}</span></span>
    </div>`;
  }

  #renderPanel(): unknown {
    const id = this.params['finding'];
    if (!id) {
      this.#panel = null;
      return nothing;
    }
    this.#panel ??= createInner(FindingPanel, 'milepost-compliance-finding');
    Object.assign(this.#panel, { host: this.host, overview: this.overview, findingId: id });
    return this.#panel;
  }

  protected override render(): unknown {
    const show = this.#show;
    const rows = this.#rows(show);
    return html`<div class="filters" role="group" aria-label=${this.t('findings.filter')}>
        ${filters.map(
          (name) =>
            html`<button
              type="button"
              aria-pressed=${name === show ? 'true' : 'false'}
              @click=${() => this.host.navigate.setParams({ show: name })}
            >
              ${this.t(`findings.${name}`)} <span class="number muted">${this.#rows(name).length}</span>
            </button>`,
        )}
      </div>
      <div class="layout">
        <mp-table
          class="grow"
          .label=${this.t(`findings.${show}`)}
          .columns=${this.#columns()}
          .rows=${rows}
          .sort=${{ key: 'dueOn', direction: 'ascending' }}
          .mobile=${(row: FindingRow) => this.#card(row)}
          .cellStyles=${cellStyles}
          row-open
          .selectedRow=${this.params['finding'] ?? ''}
          .state=${rows.length ? 'ready' : 'empty'}
          .stateHeading=${this.t('findings.none')}
          .stateText=${this.t('findings.none.text')}
          @mp-row-open=${(event: CustomEvent<{ rowId: string }>) => this.host.navigate.setParams({ finding: event.detail.rowId })}
        ></mp-table>
        ${this.#renderPanel()}
      </div>`;
  }
}
