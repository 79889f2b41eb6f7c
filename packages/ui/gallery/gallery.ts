/** Every element of the design system on one page, in both themes and languages: `?theme=dark&lang=en`. */
import { css, html, LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import {
  applyTokens,
  ensureElements,
  formatMoney,
  icon,
  iconStyles,
  setUiLocale,
  sharedStyles,
  uiElements,
} from '../src/index.ts';
import { iconPaths } from '../src/icons/icon-paths.ts';
import { accountColumns, accounts, gridColumns, gridRows, months, receipts, teams } from './data.ts';
import type { CellEdit, IconName, TreeGridRow } from '../src/index.ts';
import type { AccountRow, Lang } from './data.ts';

const asked = new URLSearchParams(location.search);

class MpGallery extends LitElement {
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

  @state() private theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
  @state() private language: Lang = asked.get('lang') === 'en' ? 'en' : 'zh-CN';
  @state() private panel = false;
  @state() private dialog = false;
  @state() private tab = 'a';
  @state() private expanded: ReadonlySet<string> = new Set(['cn', 'east']);
  @state() private edits: Record<string, Record<string, number | string | null>> = {};

  protected override willUpdate(): void {
    applyTokens(document, this.theme as 'light' | 'dark');
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
        @change=${(e: Event) => (this.theme = (e.currentTarget as HTMLElementTagNameMap['mp-radio-group']).value)}
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

  #renderFigures(): unknown {
    const t = this.#t.bind(this);
    const open = () => (this.panel = true);
    return html`<mp-figures slot="figures">
      <mp-figure
        label=${t('本月回款', 'Receipts this month')}
        value=${formatMoney(802_341_200, { unit: 'wan', bare: true, locale: this.language })}
        unit=${t('万元', 'k')}
        exact=${formatMoney(802_341_200, { unit: 'yuan', locale: this.language })}
        comparison=${t('比上月 +5.6%', '+5.6% on last month')}
        trend="up"
        tone="positive"
        interactive
        ?selected=${this.panel}
        @mp-open=${open}
      ></mp-figure>
      <mp-figure
        label=${t('达成率', 'Attainment')}
        value="62.0%"
        comparison=${t('按工作日应为 68.2%', 'should be 68.2% by now')}
        tone="warning"
        interactive
        @mp-open=${open}
      ></mp-figure>
      <mp-figure
        label=${t('逾期应收', 'Overdue')}
        value="1,284.6"
        unit=${t('万元', 'k')}
        comparison=${t('比上月 +12.3%', '+12.3% on last month')}
        trend="up"
        tone="critical"
        interactive
        @mp-open=${open}
      ></mp-figure>
      <mp-figure
        label=${t('拜访', 'Visits')}
        value="318"
        unit=${t('家', '')}
        comparison=${t('与上月持平', 'as last month')}
        trend="flat"
        ><mp-sparkline
          .values=${[3, 5, 4, 6, 7, 6, 8, 9]}
          label=${t('近八周', 'Last eight weeks')}
        ></mp-sparkline
      ></mp-figure>
    </mp-figures>`;
  }

  #renderTable(): unknown {
    const t = this.#t.bind(this);
    const words = {
      positive: t('正常', 'On track'),
      warning: t('偏低', 'Behind'),
      critical: t('逾期', 'Overdue'),
    };
    const badge = (row: AccountRow) =>
      row.id === 'total' ? '' : html`<mp-badge tone=${row.tone}>${words[row.tone]}</mp-badge>`;
    const columns = [
      ...accountColumns(this.language),
      { key: 'tone', label: t('状态', 'State'), cell: badge },
    ];
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

  #renderForm(): unknown {
    const t = this.#t.bind(this);
    const types = [
      { value: 'ka', label: t('重点客户', 'Key account') },
      { value: 'dist', label: t('经销商', 'Distributor') },
    ];
    const cycles = [
      { value: 'w', label: t('每周', 'Weekly') },
      { value: 'm', label: t('每月', 'Monthly') },
      { value: 'q', label: t('每季', 'Quarterly') },
    ];
    return html`<mp-card heading=${t('表单', 'Form')}>
      <div class="mp-stack">
        <mp-input
          label=${t('客户名称', 'Account name')}
          required
          .value=${t('华润万家（深圳湾店）', 'CR Vanguard')}
        ></mp-input>
        <mp-number
          label=${t('季度目标', 'Target for the quarter')}
          kind="money"
          unit=${t('元', 'CNY')}
          .value=${120_000_000}
          hint=${t('可以写 120万、1.2亿', 'You may write 120k or 1.2m')}
        ></mp-number>
        <mp-select label=${t('客户类型', 'Account type')} .options=${types}></mp-select>
        <mp-multi-select label=${t('产品', 'Products')} .options=${types} .value=${['ka']}></mp-multi-select>
        <mp-date
          label=${t('下次拜访', 'Next visit')}
          .value=${'2026-03-09'}
          error=${t('3月9日是休息日，请选工作日', '9 March is a holiday: choose a working day')}
        ></mp-date>
        <mp-radio-group label=${t('拜访频率', 'Cadence')} .options=${cycles} .value=${'m'}></mp-radio-group>
        <mp-textarea
          label=${t('拜访总结', 'Call report')}
          optional
          placeholder=${t('谈了什么，下一步是什么', 'What was said, what is next')}
        ></mp-textarea>
        <div class="mp-row">
          <mp-checkbox label=${t('同步到日历', 'Put in the calendar')} checked></mp-checkbox
          ><mp-switch label=${t('到期提醒', 'Remind me')} checked></mp-switch>
        </div>
        <div class="mp-row">
          <mp-button variant="primary">${t('发布计划', 'Publish plan')}</mp-button
          ><mp-button>${t('保存草稿', 'Save draft')}</mp-button
          ><mp-button variant="quiet">${t('放弃', 'Discard')}</mp-button
          ><mp-button variant="danger" @click=${this.#confirm}>${t('删除', 'Delete')}</mp-button
          ><mp-button loading>${t('正在计算', 'Working')}</mp-button
          ><mp-button disabled>${t('不可用', 'Disabled')}</mp-button>
        </div>
      </div>
    </mp-card>`;
  }

  #renderStates(): unknown {
    const t = this.#t.bind(this);
    return html`<mp-card
        heading=${t('空', 'Empty')}
        state="empty"
        state-heading=${t('本周还没有拜访', 'No visits this week')}
        state-text=${t('从到期客户里选几家，排进这周。', 'Choose some accounts that are due and plan them.')}
        ><mp-button slot="action" variant="primary">${t('排拜访', 'Plan visits')}</mp-button></mp-card
      >
      <mp-card heading=${t('出错', 'Error')} state="error" code="crm.timeout"></mp-card>
      <mp-card heading=${t('加载中', 'Loading')} state="loading" shape="table"></mp-card>
      <mp-card heading=${t('进度与标记', 'Progress and marks')}
        ><div class="mp-stack">
          <mp-progress label=${t('华东', 'East')} value="0.62" expected="0.68"></mp-progress>
          <mp-progress
            label=${t('正在导入', 'Importing')}
            value="0.3"
            text=${t('120 / 400 行', '120 of 400 rows')}
            cancellable
          ></mp-progress>
          <div class="mp-row">
            <mp-badge>${t('草稿', 'Draft')}</mp-badge
            ><mp-badge tone="accent">${t('进行中', 'Running')}</mp-badge
            ><mp-badge tone="positive">${t('已达成', 'Reached')}</mp-badge
            ><mp-badge tone="warning">${t('偏低', 'Behind')}</mp-badge
            ><mp-badge tone="critical">${t('逾期', 'Overdue')}</mp-badge>
          </div>
          <div class="mp-row">
            <mp-tag removable>${t('商超', 'Retail')}</mp-tag
            ><mp-tag tone="accent">${t('战略', 'Strategic')}</mp-tag>
          </div>
          <div class="mp-row">
            <mp-tooltip text=${t('按工作日折算', 'By working days')}
              ><mp-button icon="help" label=${t('说明', 'Explain')}></mp-button></mp-tooltip
            ><mp-button @click=${() => (this.dialog = true)}>${t('打开对话框', 'Open dialog')}</mp-button
            ><mp-button @click=${this.#notify}>${t('通知', 'Notify')}</mp-button>
          </div>
          <mp-tabs
            label=${t('页签', 'Tabs')}
            .tabs=${[
              { value: 'a', label: t('目标', 'Targets'), count: 12 },
              { value: 'b', label: t('拜访', 'Visits') },
            ]}
            .value=${this.tab}
            @change=${(e: Event) => (this.tab = (e.currentTarget as HTMLElementTagNameMap['mp-tabs']).value)}
            >${this.tab === 'a' ? t('目标的内容', 'About targets') : t('拜访的内容', 'About visits')}</mp-tabs
          >
        </div></mp-card
      >`;
  }

  #renderIcons(): unknown {
    return html`<mp-card heading=${this.#t('图标', 'Icons')}
      ><div class="icons">
        ${(Object.keys(iconPaths) as IconName[]).map((name) => html`<span>${icon(name)}${name}</span>`)}
      </div></mp-card
    >`;
  }

  protected override render(): unknown {
    const t = this.#t.bind(this);
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
        ${this.#renderFigures()}
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
          ${this.#renderForm()}
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
            >${this.#renderIcons()}
          </div>
          <div class="mp-stack">${this.#renderStates()}</div>
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
      <mp-dialog
        heading=${t('换负责人', 'Change owner')}
        ?open=${this.dialog}
        @mp-close=${() => (this.dialog = false)}
        ><p>${t('从下个月起由新的负责人拜访。', 'The new owner visits from next month.')}</p>
        <mp-button slot="actions" @click=${() => (this.dialog = false)}>${t('取消', 'Cancel')}</mp-button
        ><mp-button slot="actions" variant="primary">${t('换负责人', 'Change owner')}</mp-button></mp-dialog
      >
      <mp-confirm></mp-confirm><mp-toast></mp-toast>`;
  }
}

await ensureElements(Object.keys(uiElements));
customElements.define('mp-gallery', MpGallery);
document.body.append(document.createElement('mp-gallery'));
