/** The parts of the gallery that hold no state of their own. */
import { html } from 'lit';
import { formatMoney, icon } from '../src/index.ts';
import { iconPaths } from '../src/icons/icon-paths.ts';
import type { IconName } from '../src/index.ts';
import type { Lang } from './data.ts';

/** What a part is drawn from. */
export interface GalleryView {
  language: Lang;
  panel: boolean;
  tab: string;
  /** The text in the language shown. */
  t: (zh: string, en: string) => string;
  openPanel: () => void;
  openDialog: () => void;
  pickTab: (tab: string) => void;
  confirm: () => void;
  notify: () => void;
}

/** Figures with their comparisons. */
export function renderFigures(gallery: GalleryView): unknown {
  const { t } = gallery;
  return html`<mp-figures slot="figures">
    <mp-figure
      label=${t('本月回款', 'Receipts this month')}
      value=${formatMoney(802_341_200, { unit: 'wan', bare: true, locale: gallery.language })}
      unit=${t('万元', 'k')}
      exact=${formatMoney(802_341_200, { unit: 'yuan', locale: gallery.language })}
      comparison=${t('比上月 +5.6%', '+5.6% on last month')}
      trend="up"
      tone="positive"
      interactive
      ?selected=${gallery.panel}
      @mp-open=${gallery.openPanel}
    ></mp-figure>
    <mp-figure
      label=${t('达成率', 'Attainment')}
      value="62.0%"
      comparison=${t('按工作日应为 68.2%', 'should be 68.2% by now')}
      tone="warning"
      interactive
      @mp-open=${gallery.openPanel}
    ></mp-figure>
    <mp-figure
      label=${t('逾期应收', 'Overdue')}
      value="1,284.6"
      unit=${t('万元', 'k')}
      comparison=${t('比上月 +12.3%', '+12.3% on last month')}
      trend="up"
      tone="critical"
      interactive
      @mp-open=${gallery.openPanel}
    ></mp-figure>
    <mp-figure
      label=${t('拜访', 'Visits')}
      value="318"
      unit=${t('家', '')}
      comparison=${t('与上月持平', 'as last month')}
      trend="flat"
      ><mp-sparkline .values=${[3, 5, 4, 6, 7, 6, 8, 9]} label=${t('近八周', 'Last eight weeks')}></mp-sparkline
    ></mp-figure>
  </mp-figures>`;
}

/** Every form element, and the buttons. */
export function renderForm(gallery: GalleryView): unknown {
  const { t } = gallery;
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
      <mp-input label=${t('客户名称', 'Account name')} required .value=${t('华润万家（深圳湾店）', 'CR Vanguard')}></mp-input>
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
      <mp-field label=${t('信用额度', 'Credit limit')}
        ><mp-money .amountMinor=${120_000_000} unit="wan"></mp-money> <mp-icon name="lock" label=${t('已锁定', 'Held')}></mp-icon
      ></mp-field>
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
        ><mp-button>${t('保存草稿', 'Save draft')}</mp-button><mp-button variant="quiet">${t('放弃', 'Discard')}</mp-button
        ><mp-button variant="danger" @click=${gallery.confirm}>${t('删除', 'Delete')}</mp-button
        ><mp-button loading>${t('正在计算', 'Working')}</mp-button><mp-button disabled>${t('不可用', 'Disabled')}</mp-button>
      </div>
    </div>
  </mp-card>`;
}

/** The states of a card, and small marks. */
export function renderStates(gallery: GalleryView): unknown {
  const { t } = gallery;
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
          <mp-badge>${t('草稿', 'Draft')}</mp-badge><mp-badge tone="accent">${t('进行中', 'Running')}</mp-badge
          ><mp-badge tone="positive">${t('已达成', 'Reached')}</mp-badge><mp-badge tone="warning">${t('偏低', 'Behind')}</mp-badge
          ><mp-badge tone="critical">${t('逾期', 'Overdue')}</mp-badge>
        </div>
        <div class="mp-row">
          <mp-tag removable>${t('商超', 'Retail')}</mp-tag><mp-tag tone="accent">${t('战略', 'Strategic')}</mp-tag>
        </div>
        <div class="mp-row">
          <mp-tooltip text=${t('按工作日折算', 'By working days')}
            ><mp-button icon="help" label=${t('说明', 'Explain')}></mp-button></mp-tooltip
          ><mp-button @click=${gallery.openDialog}>${t('打开对话框', 'Open dialog')}</mp-button
          ><mp-button @click=${gallery.notify}>${t('通知', 'Notify')}</mp-button>
        </div>
        <mp-tabs
          label=${t('页签', 'Tabs')}
          .tabs=${[
            { value: 'a', label: t('目标', 'Targets'), count: 12 },
            { value: 'b', label: t('拜访', 'Visits') },
          ]}
          .value=${gallery.tab}
          @change=${(e: Event) => gallery.pickTab((e.currentTarget as HTMLElementTagNameMap['mp-tabs']).value)}
          >${gallery.tab === 'a' ? t('目标的内容', 'About targets') : t('拜访的内容', 'About visits')}</mp-tabs
        >
      </div></mp-card
    >`;
}

/** All icons with their names. */
export function renderIcons(gallery: GalleryView): unknown {
  return html`<mp-card heading=${gallery.t('图标', 'Icons')}
    ><div class="icons">
      ${(Object.keys(iconPaths) as IconName[]).map((name) => html`<span>${icon(name)}${name}</span>`)}
    </div></mp-card
  >`;
}
