/** The design system: what a host provides and what a plugin may rely on. */
export { applyTokens, themeSheet, tokens } from './tokens/tokens.ts';
export type { Theme, ThemeOptions } from './tokens/tokens.ts';
export { baseStyles, sharedStyles } from './tokens/shared-styles.ts';
export { uiElements } from './ui-elements.ts';
export { ensureElements, registerElement } from './registry.ts';
export type { MpElementClass } from './registry.ts';
export { getUiLocale, onUiLocaleChange, setUiLocale } from './locale/ui-locale.ts';
export { icon, iconStyles } from './icons/icon.ts';
export type { IconName } from './icons/icon-paths.ts';
export { styled } from './base/styled.ts';
export {
  formatDate,
  formatInstant,
  formatMoney,
  formatMoneyExact,
  formatNumber,
  formatPercent,
  formatPeriod,
  minorPerUnit,
  moneyUnitLabel,
  parseAmount,
  spaceMixed,
} from './format/index.ts';
export type {
  AmountErrorCode,
  DateOptions,
  MoneyOptions,
  MoneyUnit,
  NumberOptions,
  ParsedAmount,
  UiLocale,
} from './format/index.ts';

// The element types carry HTMLElementTagNameMap with them: `import type {} from '@milepost/ui'` is enough.
export type { Tone } from './base/tone.ts';
export type { MpBadge, MpTag } from './elements/badge/badge.ts';
export type { MpButton } from './elements/button/button.ts';
export type { DataState, MpCard } from './elements/card/card.ts';
export type { ConfirmOptions, MpConfirm } from './elements/dialog/confirm.ts';
export type { MpDialog } from './elements/dialog/dialog.ts';
export type { MpCheckbox, MpField, MpRadioGroup, MpSwitch } from './elements/fields/choice.ts';
export type { MpDate } from './elements/fields/date.ts';
export type { MpInput, MpTextarea } from './elements/fields/input.ts';
export type { MpNumber } from './elements/fields/number.ts';
export type { MpSelect, Option } from './elements/fields/select.ts';
export type { MpFigure, MpFigures, Trend } from './elements/figure/figure.ts';
export type { MpIcon } from './elements/icon/icon.ts';
export type { MenuItem, MpMenu } from './elements/menu/menu.ts';
export type { MpMoney } from './elements/money/money.ts';
export type { MpPage } from './elements/page/page.ts';
export type { MpPanel } from './elements/panel/panel.ts';
export type { MpProgress } from './elements/progress/progress.ts';
export type { MpState, SkeletonShape, StateKind } from './elements/state/state.ts';
export type { MpTable } from './elements/table/table.ts';
export type { CellFormat, CellStyles, Density, RowOpenDetail, TableColumn, TableSort } from './elements/table/types.ts';
export type { MpTabs, TabItem } from './elements/tabs/tabs.ts';
export type { MpToast, Notice } from './elements/toast/toast.ts';
export type { MpTooltip } from './elements/tooltip/tooltip.ts';
export type { MpTreeGrid } from './elements/tree-grid/tree-grid.ts';
export type {
  CellEdit,
  CellFlag,
  CellsEdit,
  CellValue,
  ExpandDetail,
  ParsedCell,
  TreeGridColumn,
  TreeGridRow,
} from './elements/tree-grid/types.ts';
export type { MpChart } from './elements/chart/chart.ts';
export type { MpSparkline } from './elements/chart/sparkline.ts';
export type { ChartCategory, ChartKind, ChartSeries, ChartTarget } from './elements/chart/types.ts';
export type { MpMultiSelect } from './elements/fields/multi-select.ts';
export { ensureWebAwesome } from './web-awesome/ensure.ts';
