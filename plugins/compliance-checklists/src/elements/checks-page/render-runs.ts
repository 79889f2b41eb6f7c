import { css, html, nothing } from '@milepost/sdk';
import type { TableColumn } from '@milepost/ui';
import { formatDate } from '@milepost/ui/format';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import type { FindingRow, RunRow, TemplateValue } from '../../domain/records.ts';
import { nameOf } from '../../domain/scope.ts';
import { percentText, resultTone } from '../shared/words.ts';
import type { PageContext } from './context.ts';

const cellStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: 4px 0;
    min-block-size: 44px;
  }
  .line {
    display: flex;
    justify-content: space-between;
    gap: 8px;
  }
  .name {
    font-weight: var(--mp-weight-strong);
  }
  .muted {
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
`;

/** The title of a run's template as of its version. */
export function templateTitle(
  overview: OverviewView,
  { templateId, templateVersion }: Pick<RunRow, 'templateId' | 'templateVersion'>,
  locale: string,
): string {
  const found = overview.templates.find(({ value }) => value.templateId === templateId && value.version === templateVersion);
  if (!found) return templateId;
  return locale === 'zh-CN' ? found.value.template.title.zh : found.value.template.title.en;
}

/** The runs that the filters in the page's parameters let through. */
export function filterRuns(runs: readonly RunRow[], params: Readonly<Record<string, string>>): readonly RunRow[] {
  const text = (params['q'] ?? '').trim().toLowerCase();
  const result = params['result'];
  return runs.filter(
    (run) =>
      (!params['template'] || run.templateId === params['template']) &&
      (!text || run.accountName.toLowerCase().includes(text)) &&
      (!result || (result === 'critical' ? (run.result?.criticalFails ?? 0) > 0 : run.result?.result === result)),
  );
}

/** Drafts to go on with, filters, and the table of submitted checks. */
export function renderRuns(context: PageContext, overview: OverviewView): unknown {
  const rows = filterRuns(overview.runs, context.params);
  const { t, go } = context;
  const open = (event: CustomEvent<{ rowId: string }>): void => go({ run: event.detail.rowId });
  return html`${renderDrafts(context, overview)} ${renderFilters(context, overview)}
    <mp-table
      .label=${t('runs.label')}
      .columns=${columnsOf(context, overview)}
      .rows=${rows}
      .sort=${{ key: 'dayOn', direction: 'descending' }}
      .mobile=${(row: RunRow) => renderCard(context, overview, row)}
      .cellStyles=${cellStyles}
      row-open
      .state=${rows.length === 0 ? 'empty' : 'ready'}
      .stateHeading=${overview.runs.length ? t('runs.filtered') : t('runs.empty')}
      .stateText=${overview.runs.length ? t('runs.filtered.text') : t('runs.empty.text')}
      @mp-row-open=${open}
    >
      ${overview.runs.length > 0 ? html`<mp-button slot="action" @click=${() => go({})}>${t('runs.clear')}</mp-button>` : nothing}
    </mp-table>`;
}

function renderDrafts({ t, go, locale }: PageContext, overview: OverviewView): unknown {
  if (overview.drafts.length === 0) return nothing;
  return html`<section class="drafts" aria-label=${t('drafts.label')}>
    <ul>
      ${overview.drafts.map(
        (draft) =>
          html`<li>
            <span class="grow"
              ><span class="strong">${draft.accountName}</span> · ${templateTitle(overview, draft, locale)} ·
              ${formatDate(draft.dayOn, { locale, style: 'short' })}</span
            >
            <mp-button icon="edit" @click=${() => go({ fill: draft.id })}>${t('drafts.continue')}</mp-button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function renderFilters({ t, go, params, locale }: PageContext, overview: OverviewView): unknown {
  const current = { q: params['q'] ?? null, result: params['result'] ?? null, template: params['template'] ?? null };
  const set =
    (name: string) =>
    (event: Event): void =>
      go({ ...current, [name]: (event.target as HTMLInputElement).value || null });
  const titles = new Map<string, TemplateValue>(overview.templates.map(({ value }) => [value.templateId, value]));
  const templates = [...titles.values()].map((value) => ({
    value: value.templateId,
    label: locale === 'zh-CN' ? value.template.title.zh : value.template.title.en,
  }));
  const results = ['pass', 'fail', 'critical'].map((value) => ({ value, label: t(`result.${value}`) }));
  return html`<div class="filters" role="search" aria-label=${t('filter.label')}>
    <mp-input
      class="search"
      type="search"
      label-hidden
      .label=${t('filter.account')}
      .placeholder=${t('filter.account')}
      .value=${current.q ?? ''}
      @change=${set('q')}
    ></mp-input>
    <mp-select
      label-hidden
      .label=${t('filter.result')}
      .options=${[{ value: '', label: t('filter.result.all') }, ...results]}
      .value=${current.result ?? ''}
      @change=${set('result')}
    ></mp-select>
    <mp-select
      label-hidden
      .label=${t('filter.template')}
      .options=${[{ value: '', label: t('filter.template.all') }, ...templates]}
      .value=${current.template ?? ''}
      @change=${set('template')}
    ></mp-select>
  </div>`;
}

function columnsOf({ t, locale }: PageContext, overview: OverviewView): TableColumn<RunRow>[] {
  const open = countsByRun(overview.findings);
  return [
    { key: 'accountName', label: t('column.account'), sortable: true },
    {
      key: 'template',
      label: t('column.template'),
      sortable: true,
      value: (row) => `${templateTitle(overview, row, locale)} v${row.templateVersion}`,
    },
    {
      key: 'inspector',
      label: t('column.inspector'),
      sortable: true,
      value: (row) => nameOf(overview.organisation, row.inspectorId),
    },
    {
      key: 'dayOn',
      label: t('column.day'),
      sortable: true,
      value: (row) => row.dayOn,
      cell: (row) => formatDate(row.dayOn, { locale }),
    },
    {
      key: 'percent',
      label: t('column.score'),
      align: 'end',
      sortable: true,
      value: (row) => row.result?.percent ?? null,
      cell: (row) => percentText(row.result?.percent ?? null),
    },
    {
      key: 'result',
      label: t('column.result'),
      sortable: true,
      value: (row) => row.result?.result ?? '',
      cell: (row) => badge(row, t),
    },
    {
      key: 'findings',
      label: t('column.findings'),
      align: 'end',
      sortable: true,
      value: (row) => open.get(row.id)?.total ?? 0,
      cell: (row) => countText(open.get(row.id), t),
    },
  ];
}

interface Counts {
  readonly total: number;
  readonly open: number;
}

function countsByRun(findings: readonly FindingRow[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { runId, state } of findings) {
    const { total, open } = counts.get(runId) ?? { total: 0, open: 0 };
    counts.set(runId, { total: total + 1, open: open + Number(state !== 'closed') });
  }
  return counts;
}

const countText = (counts: Counts | undefined, t: PageContext['t']): string =>
  !counts ? '0' : counts.open > 0 ? t('column.findings.open', { total: counts.total, open: counts.open }) : String(counts.total);

function badge({ result }: RunRow, t: PageContext['t']): unknown {
  if (!result) return '—';
  const critical = result.criticalFails > 0;
  return html`<mp-badge .tone=${resultTone[result.result]}
    >${critical ? t('result.critical') : t(`result.${result.result}`)}</mp-badge
  >`;
}

function renderCard({ t, locale }: PageContext, overview: OverviewView, row: RunRow): unknown {
  return html`<div class="card">
    <div class="line"><span class="name">${row.accountName}</span><span>${percentText(row.result?.percent ?? null)}</span></div>
    <div class="line">
      <span class="muted"
        >${templateTitle(overview, row, locale)} · ${nameOf(overview.organisation, row.inspectorId)} ·
        ${formatDate(row.dayOn, { locale, style: 'short', weekday: false })}</span
      >
      ${badge(row, t)}
    </div>
  </div>`;
}
