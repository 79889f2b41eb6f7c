import { css, html } from 'lit';
import { state } from 'lit/decorators.js';
import { sdkVersion } from '@milepost/sdk';
import { baseStyles, ensureElements, formatDate } from '@milepost/ui';
import { Watch } from '../state/watch.ts';
import { PortalPageElement } from './page-element.ts';
import type { TableColumn, Tone } from '@milepost/ui';
import type { PluginStatus } from '@milepost/runtime';

interface PluginRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly lastGood: string;
  readonly range: string;
  readonly status: PluginStatus['status'];
  readonly message: string;
}

const tones: Record<PluginStatus['status'], Tone> = {
  good: 'positive',
  idle: 'neutral',
  fallback: 'warning',
  failed: 'critical',
};

/** A row of the table on a phone, drawn inside the table. */
const cardStyles = css`
  .card {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px var(--mp-space-3);
  }
  .more {
    grid-column: 1 / -1;
    color: var(--mp-color-muted);
    font-size: var(--mp-font-size-small);
  }
`;

/** @summary Which version of each plugin is at work, what stands behind it, and what needs attention. */
export class PortalAboutPage extends PortalPageElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      mp-table {
        overflow: clip;
        border: 1px solid var(--mp-color-border);
        border-radius: var(--mp-radius);
        background: var(--mp-color-surface);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--mp-space-1) var(--mp-space-5);
      }
      dt {
        color: var(--mp-color-muted);
      }
      li {
        padding: var(--mp-space-2) 0;
        border-block-end: 1px solid var(--mp-color-border);
        overflow-wrap: anywhere;
      }
      li:last-child {
        border: 0;
      }
      code {
        display: block;
        color: var(--mp-color-muted);
        font-family: var(--mp-font-mono);
        font-size: var(--mp-font-size-small);
      }
    `,
  ];

  @state() private ready = false;

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.runtime.statuses]);

  override connectedCallback(): void {
    super.connectedCallback();
    void ensureElements(['mp-table', 'mp-badge']).then(() => (this.ready = true));
  }

  #rows(): PluginRow[] {
    const { snapshot, portal, texts, runtime } = this.shell;
    return Object.entries(portal.portal.plugins).map(([id, { version: range }]) => {
      const plugin = snapshot.plugins.find((candidate) => candidate.id === id);
      const now = runtime.statuses.current[id];
      return {
        id,
        name: texts.words(plugin?.manifest.name) || id,
        version: now?.version ?? plugin?.version ?? texts.t('about.none'),
        lastGood: plugin?.lastKnownGood?.version ?? texts.t('about.none'),
        range,
        status: plugin ? (now?.status ?? 'idle') : 'failed',
        message: now?.message ?? '',
      };
    });
  }

  #columns(): TableColumn<PluginRow>[] {
    const { texts } = this.shell;
    return [
      { key: 'name', label: texts.t('about.plugin'), width: '30%' },
      { key: 'version', label: texts.t('about.version') },
      { key: 'lastGood', label: texts.t('about.lastGood') },
      { key: 'range', label: texts.t('about.range') },
      {
        key: 'status',
        label: texts.t('about.status'),
        cell: (row) =>
          html`<mp-badge tone=${tones[row.status]} title=${row.message}>${texts.t(`about.status.${row.status}`)}</mp-badge>`,
      },
    ];
  }

  /** A plugin on a phone. */
  #renderCard = (row: PluginRow): unknown => {
    const { texts } = this.shell;
    return html`<div class="card">
      <strong>${row.name}</strong>
      <mp-badge tone=${tones[row.status]} title=${row.message}>${texts.t(`about.status.${row.status}`)}</mp-badge>
      <span class="more"
        >${texts.t('about.version')} ${row.version} · ${texts.t('about.lastGood')} ${row.lastGood} · ${texts.t('about.range')}
        ${row.range}</span
      >
    </div>`;
  };

  protected override render(): unknown {
    const { texts, snapshot, portal, session } = this.shell;
    const problems = [...portal.problems, ...snapshot.problems];
    const summary =
      problems.length > 0
        ? texts.t('about.state.problems', { count: snapshot.plugins.length, problems: problems.length })
        : texts.t('about.state', { count: snapshot.plugins.length, id: snapshot.id.slice(0, 8) });
    return html`<mp-page .heading=${texts.t('about.title')} .summary=${summary}>
      <mp-table
        .label=${texts.t('about.plugin')}
        .columns=${this.#columns()}
        .rows=${this.#rows()}
        .state=${this.ready ? 'ready' : 'loading'}
        .mobile=${this.#renderCard}
        .cellStyles=${cardStyles}
      ></mp-table>
      <mp-card .heading=${texts.t('about.problems')}>
        ${
          problems.length === 0
            ? html`<p>${texts.t('about.problems.none')}</p>`
            : html`<ul>
                ${problems.map((problem) => html`<li>${problem.message}<code>${problem.path} · ${problem.code}</code></li>`)}
              </ul>`
        }
      </mp-card>
      <mp-card>
        <dl>
          <dt>${texts.t('about.tenant')}</dt>
          <dd>${session.tenant.name}</dd>
          <dt>${texts.t('about.today')}</dt>
          <dd>${formatDate(session.today, { locale: texts.locale.current })}</dd>
          <dt>${texts.t('about.sdk')}</dt>
          <dd>${sdkVersion}</dd>
        </dl>
      </mp-card>
    </mp-page>`;
  }
}
