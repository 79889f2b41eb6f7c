/** Every element of the design system on one page, in both themes and languages: `?theme=dark&lang=en`. */
import { css, html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { applyTokens, iconStyles, setUiLocale, sharedStyles } from '../src/index.ts';
import { accountColumns, accounts, gridColumns, gridRows, months, receipts, teams } from './data.ts';
import { renderFigures, renderForm, renderIcons, renderStates } from './sections.ts';
import type { CellEdit, TreeGridRow } from '../src/index.ts';
import type { AccountRow, Lang } from './data.ts';
import type { GalleryView } from './sections.ts';

const asked = new URLSearchParams(location.search);

/** The page itself; `theme` and `language` may be set, and start from the address. */
export class MpGallery extends LitElement {
  static override styles = [
    sharedStyles,
    iconStyles,
    css`
      .bar {
        position: sticky;
        top: 0;
        z-index: 10;
        padding: var(--mp-space-2) var(--mp-space-6);
        border-bottom: 1px solid var(--mp-color-border);
        background: var(--mp-color-surface);
      }
      @media (max-width: 600px) {
        .bar {
          padding: var(--mp-space-2) var(--mp-space-3);
        }
      }
      mp-panel {
        --mp-panel-top: 53px;
      }
      .icons {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
        gap: var(--mp-space-3);
        font-size: var(--mp-font-size-small);
      }
      .icons span {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--mp-color-muted);
        overflow: hidden;
      }
      .icons .mp-icon {
        font-size: 18px;
        color: var(--mp-color-text);
      }
    `,
  ];

  @property() theme: 'light' | 'dark' = asked.get('theme') === 'dark' ? 'dark' : 'light';
  @property() language: Lang = asked.get('lang') === 'en' ? 'en' : 'zh-CN';
  @state() private panel = false;
  @state() private dialog = false;
  @state() private tab = 'a';
  @state() private expanded: ReadonlySet<string> = new Set(['cn', 'east']);
  @state() private edits: Record<string, Record<string, number | string | null>> = {};

  protected override willUpdate(): void {
    applyTokens(document, this.theme);
    setUiLocale(this.language);
    document.documentElement.lang = this.language;
  }

  #t(zh: string, en: string): string {
    return this.language === 'en' ? en : zh;
  }

  #rows(): TreeGridRow[] {
    return gridRows(this.language).map((row) => {
      const edited = this.edits[row.id] ?? {};
      const flags = Object.fromEntries(Object.keys(edited).map((key) => [key, ['edited'] as const]));
      return { ...row, values: { ...row.values, ...edited }, flags: { ...row.flags, ...flags } };
    });
  }

  #notify(): void {
    this.renderRoot.querySelector('mp-toast')?.notify({
      text: this.#t('已发布华东二季度计划', 'Published the plan for East, Q2'),
      tone: 'positive',
      action: { label: this.#t('撤销', 'Undo'), run: () => undefined },
    });
  }

  async #confirm(): Promise<void> {
    await this.renderRoot.querySelector('mp-confirm')?.ask({
      title: this.#t('删除计划“华东二季度”？', 'Delete the plan “East, Q2”?'),
      text: this.#t(
        '12 个拜访会从日历里去掉，已写的拜访总结会保留。',
        '12 visits leave the calendar; call reports already written stay.',
      ),
      action: this.#t('删除计划', 'Delete plan'),
      danger: true,
    });
  }

  get #view(): GalleryView {
    return {
      language: this.language,
      panel: this.panel,
      tab: this.tab,
      t: this.#t.bind(this),
      openPanel: () => (this.panel = true),
      openDialog: () => (this.dialog = true),
      pickTab: (tab) => (this.tab = tab),
      confirm: () => void this.#confirm(),
      notify: () => this.#notify(),
    };
  }

  #renderBar(): unknown {
    const themes = [
      { value: 'light', label: this.#t('浅色', 'Light') },
      { value: 'dark', label: this.#t('深色', 'Dark') },
    ];
    const langs = [
      { value: 'zh-CN', label: '中文' },
      { value: 'en', label: 'English' },
    ];
    return html`<div class="bar mp-row">
      <strong class="mp-grow">Milepost UI</strong>
      <mp-radio-group
        label=${this.#t('主题', 'Theme')}
        label-hidden
        .options=${themes}
        .value=${this.theme}
        @change=${(e: Event) => (this.theme = (e.currentTarget as HTMLElementTagNameMap['mp-radio-group']).value as 'light' | 'dark')}
      ></mp-radio-group>
      <mp-radio-group
        label=${this.#t('语言', 'Language')}
        label-hidden
        .options=${langs}
        .value=${this.language}
        @change=${(e: Event) => (this.language = (e.currentTarget as HTMLElementTagNameMap['mp-radio-group']).value as Lang)}
      ></mp-radio-group>
    </div>`;
  }

  #renderTable(): unknown {
    const t = this.#t.bind(this);
    const words = {
      positive: t('正常', 'On track'),
      warning: t('偏低', 'Behind'),
      critical: t('逾期', 'Overdue'),
    };
    const badge = (row: AccountRow) => (row.id === 'total' ? '' : html`<mp-badge tone=${row.tone}>${words[row.tone]}</mp-badge>`);
    const columns = [...accountColumns(this.language), { key: 'tone', label: t('状态', 'State'), cell: badge }];
    const totals = {
      id: 'total',
      name: t('合计', 'Total'),
      owner: '',
      amount: 149_433_050,
      share: 0.742,
      last: '',
      tone: 'positive' as const,
    };
    const mobile = (row: AccountRow) =>
      html`<div class="line"><strong>${row.name}</strong>${badge(row)}</div>
        <div class="sub">${row.owner} · <mp-money .amountMinor=${row.amount} unit="wan"></mp-money></div>`;
    const cellStyles = css`
      .line {
        display: flex;
        gap: 8px;
        justify-content: space-between;
      }
      .sub {
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
      }
    `;
    return html`<mp-card flush heading=${t('重点客户', 'Key accounts')}>
      <a slot="link" href="#">${t('全部 2,400 家', 'All 2,400')}</a>
      <mp-table
        row-open
        label=${t('重点客户', 'Key accounts')}
        .columns=${columns}
        .rows=${accounts(this.language)}
        .totals=${totals}
        .mobile=${mobile}
        .cellStyles=${cellStyles}
        .sort=${{ key: 'amount', direction: 'descending' as const }}
        selected-row=${this.panel ? 'a0' : ''}
        @mp-row-open=${() => (this.panel = true)}
      ></mp-table>
    </mp-card>`;
  }

  #renderGrid(): unknown {
    const t = this.#t.bind(this);
    const rows = this.#rows();
    const onEdit = ({ detail }: CustomEvent<CellEdit>) =>
      (this.edits = {
        ...this.edits,
        [detail.rowId]: { ...this.edits[detail.rowId], [detail.columnKey]: detail.value },
      });
    return html`<mp-card flush heading=${t('2026 年目标分解（万元）', 'Targets 2026 (CNY k)')}>
      <mp-tree-grid
        label=${t('目标分解', 'Targets')}
        tree-label=${t('组织', 'Organisation')}
        .columns=${gridColumns(this.language)}
        .rows=${rows}
        .expanded=${this.expanded}
        .totals=${{ ...rows[0]!, id: 'total', label: t('合计', 'Total') }}
        @cell-edit=${onEdit}
        @mp-expand=${(e: Event) => (this.expanded = (e.currentTarget as HTMLElementTagNameMap['mp-tree-grid']).expanded)}
      ></mp-tree-grid>
    </mp-card>`;
  }

  protected override render(): unknown {
    const view = this.#view;
    const { t } = view;
    const menu = [
      { value: 'export', label: t('导出', 'Export'), icon: 'download' as const },
      { value: 'delete', label: t('删除', 'Delete'), icon: 'trash' as const, danger: true, divided: true },
    ];
    return html`${this.#renderBar()}
      <mp-page
        heading=${t('华东大区', 'East region')}
        summary=${t('本月完成 62%，按工作日应为 68%', '62% this month; 68% by working days')}
      >
        <mp-button slot="actions" variant="primary" icon="plus">${t('新建计划', 'New plan')}</mp-button>
        <mp-menu slot="actions" label=${t('更多', 'More')} .items=${menu}></mp-menu>
        ${renderFigures(view)}
        <mp-card slot="trend"
          ><mp-chart
            heading=${t('回款近两个月低于目标，四季度有望追上', 'Receipts below target for two months, likely to catch up in Q4')}
            value-label=${t('回款（万元）', 'Receipts (CNY k)')}
            format="money"
            unit="wan"
            .categories=${months(this.language)}
            .series=${receipts(this.language)}
            .target=${{ label: t('目标', 'Target'), values: Array.from({ length: 12 }, () => 850_000_000) }}
          ></mp-chart
        ></mp-card>
        ${this.#renderTable()} ${this.#renderGrid()}
        <div class="mp-grid">
          ${renderForm(view)}
          <div class="mp-stack">
            <mp-card
              ><mp-chart
                kind="column"
                heading=${t('华东贡献近一半', 'East brings nearly half')}
                value-label=${t('销售（万元）', 'Sales (CNY k)')}
                format="money"
                .categories=${months(this.language).slice(0, 6)}
                .series=${teams(this.language)}
              ></mp-chart></mp-card
            >${renderIcons(view)}
          </div>
          <div class="mp-stack">${renderStates(view)}</div>
        </div>
        <mp-panel
          slot="panel"
          heading=${t('本月回款由什么组成', 'What receipts are made of')}
          ?open=${this.panel}
          @mp-close=${() => (this.panel = false)}
          >${t('按客户、订单和到账日列出。', 'By account, order and date.')}<mp-button slot="footer"
            >${t('导出明细', 'Export')}</mp-button
          ></mp-panel
        >
      </mp-page>
      <mp-dialog heading=${t('换负责人', 'Change owner')} ?open=${this.dialog} @mp-close=${() => (this.dialog = false)}
        ><p>${t('从下个月起由新的负责人拜访。', 'The new owner visits from next month.')}</p>
        <mp-button slot="actions" @click=${() => (this.dialog = false)}>${t('取消', 'Cancel')}</mp-button
        ><mp-button slot="actions" variant="primary">${t('换负责人', 'Change owner')}</mp-button></mp-dialog
      >
      <mp-confirm></mp-confirm><mp-toast></mp-toast>`;
  }
}
