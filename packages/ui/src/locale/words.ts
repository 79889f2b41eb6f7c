/** The words that the elements themselves say. Everything else is given to them by the plugin. */
export interface Words {
  loading: string;
  empty: string;
  errorTitle: string;
  errorText: string;
  retry: string;
  code: string;
  close: string;
  cancel: string;
  open: string;
  more: string;
  required: string;
  optional: string;
  sortBy: string;
  ascending: string;
  descending: string;
  total: string;
  rows: (count: number) => string;
  expand: string;
  collapse: string;
  showTable: string;
  showChart: string;
  target: string;
  forecast: string;
  actual: string;
  edited: string;
  held: string;
  conflict: string;
  notifications: string;
  dismiss: string;
  select: string;
  clear: string;
  undo: string;
  up: string;
  down: string;
  flat: string;
  positive: string;
  warning: string;
  critical: string;
  pickDate: string;
  notADate: string;
  tooEarly: (first: string) => string;
  tooLate: (last: string) => string;
  tooFew: (min: number) => string;
  tooMany: (max: number) => string;
  'amount.not-a-number': string;
  'amount.grouping': string;
  'amount.precision': string;
  'amount.too-large': string;
}

export const chinese: Words = {
  loading: '正在加载',
  empty: '暂无数据',
  errorTitle: '没有加载出来',
  errorText: '已保存的内容不受影响。请重试，仍不行时把下面的代码告诉管理员。',
  retry: '重试',
  code: '代码',
  close: '关闭',
  cancel: '取消',
  open: '查看',
  more: '更多操作',
  required: '必填',
  optional: '选填',
  sortBy: '排序',
  ascending: '升序',
  descending: '降序',
  total: '合计',
  rows: (count) => `共\u2009${count}\u2009行`,
  expand: '展开',
  collapse: '收起',
  showTable: '看数据表',
  showChart: '看图',
  target: '目标',
  forecast: '预测',
  actual: '实际',
  edited: '已改',
  held: '锁定',
  conflict: '冲突',
  notifications: '通知',
  dismiss: '不再显示',
  select: '请选择',
  clear: '清除',
  undo: '撤销',
  up: '上升',
  down: '下降',
  flat: '持平',
  positive: '良好',
  warning: '注意',
  critical: '严重',
  pickDate: '打开日历',
  notADate: '这里要填日期，例如\u20092026-11-16、11月16日',
  tooEarly: (first) => `请选\u2009${first}或以后的日期`,
  tooLate: (last) => `请选\u2009${last}或以前的日期`,
  tooFew: (min) => `请填不小于\u2009${min}\u2009的数`,
  tooMany: (max) => `请填不大于\u2009${max}\u2009的数`,
  'amount.not-a-number': '这里要填数，例如\u20091200、1.2万',
  'amount.grouping': '逗号的位置看不明白，请写成\u20091,200\u2009或\u20091.2',
  'amount.precision': '最多精确到分，请去掉多余的小数',
  'amount.too-large': '数太大了，请检查单位',
};

export const english: Words = {
  loading: 'Loading',
  empty: 'Nothing here yet',
  errorTitle: 'This did not load',
  errorText: 'What you saved is safe. Try again; if it stays, give the code below to your administrator.',
  retry: 'Try again',
  code: 'Code',
  close: 'Close',
  cancel: 'Cancel',
  open: 'Open',
  more: 'More actions',
  required: 'required',
  optional: 'optional',
  sortBy: 'Sort by',
  ascending: 'ascending',
  descending: 'descending',
  total: 'Total',
  rows: (count) => `${count} ${count === 1 ? 'row' : 'rows'}`,
  expand: 'Expand',
  collapse: 'Collapse',
  showTable: 'Show table',
  showChart: 'Show chart',
  target: 'Target',
  forecast: 'Forecast',
  actual: 'Actual',
  edited: 'edited',
  held: 'held',
  conflict: 'conflict',
  notifications: 'Notifications',
  dismiss: 'Dismiss',
  select: 'Select',
  clear: 'Clear',
  undo: 'Undo',
  up: 'up',
  down: 'down',
  flat: 'unchanged',
  positive: 'good',
  warning: 'warning',
  critical: 'critical',
  pickDate: 'Open calendar',
  notADate: 'Enter a date, for example 2026-11-16 or 16 Nov',
  tooEarly: (first) => `Choose ${first} or later`,
  tooLate: (last) => `Choose ${last} or earlier`,
  tooFew: (min) => `Enter ${min} or more`,
  tooMany: (max) => `Enter ${max} or less`,
  'amount.not-a-number': 'Enter a number, for example 1200 or 1.2k',
  'amount.grouping': 'The comma could mean two things: write 1,200 or 1.2',
  'amount.precision': 'That is finer than a cent: drop the extra decimals',
  'amount.too-large': 'That is too large: check the unit',
};
