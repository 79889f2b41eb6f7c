import type { MpElementClass } from './base/mp-element.ts';

type Loader = () => Promise<MpElementClass>;

/** Every element of the design system and how to load its class. Loading registers nothing. */
export const uiElements: Record<string, Loader> = {
  'mp-icon': async () => (await import('./elements/icon/icon.ts')).MpIcon,
  'mp-button': async () => (await import('./elements/button/button.ts')).MpButton,
  'mp-badge': async () => (await import('./elements/badge/badge.ts')).MpBadge,
  'mp-tag': async () => (await import('./elements/badge/badge.ts')).MpTag,
  'mp-state': async () => (await import('./elements/state/state.ts')).MpState,
  'mp-card': async () => (await import('./elements/card/card.ts')).MpCard,
  'mp-figure': async () => (await import('./elements/figure/figure.ts')).MpFigure,
  'mp-figures': async () => (await import('./elements/figure/figure.ts')).MpFigures,
  'mp-page': async () => (await import('./elements/page/page.ts')).MpPage,
  'mp-money': async () => (await import('./elements/money/money.ts')).MpMoney,
  'mp-progress': async () => (await import('./elements/progress/progress.ts')).MpProgress,
  'mp-dialog': async () => (await import('./elements/dialog/dialog.ts')).MpDialog,
  'mp-confirm': async () => (await import('./elements/dialog/confirm.ts')).MpConfirm,
  'mp-panel': async () => (await import('./elements/panel/panel.ts')).MpPanel,
  'mp-tabs': async () => (await import('./elements/tabs/tabs.ts')).MpTabs,
  'mp-toast': async () => (await import('./elements/toast/toast.ts')).MpToast,
  'mp-menu': async () => (await import('./elements/menu/menu.ts')).MpMenu,
  'mp-tooltip': async () => (await import('./elements/tooltip/tooltip.ts')).MpTooltip,
  'mp-field': async () => (await import('./elements/fields/choice.ts')).MpField,
  'mp-input': async () => (await import('./elements/fields/input.ts')).MpInput,
  'mp-textarea': async () => (await import('./elements/fields/input.ts')).MpTextarea,
  'mp-date': async () => (await import('./elements/fields/date.ts')).MpDate,
  'mp-number': async () => (await import('./elements/fields/number.ts')).MpNumber,
  'mp-select': async () => (await import('./elements/fields/select.ts')).MpSelect,
  'mp-multi-select': async () => (await import('./elements/fields/multi-select.ts')).MpMultiSelect,
  'mp-checkbox': async () => (await import('./elements/fields/choice.ts')).MpCheckbox,
  'mp-switch': async () => (await import('./elements/fields/choice.ts')).MpSwitch,
  'mp-radio-group': async () => (await import('./elements/fields/choice.ts')).MpRadioGroup,
  'mp-table': async () => (await import('./elements/table/table.ts')).MpTable,
  'mp-tree-grid': async () => (await import('./elements/tree-grid/tree-grid.ts')).MpTreeGrid,
  'mp-chart': async () => (await import('./elements/chart/chart.ts')).MpChart,
  'mp-sparkline': async () => (await import('./elements/chart/sparkline.ts')).MpSparkline,
};
