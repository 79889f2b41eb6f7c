/** What fitting says about tables that are none. */
export const fittingMessages = {
  'allocation.fit.shape': {
    zh: '数组长度或维度不符：{value}，请使各数组与表的单元格数一致。',
    en: 'An array or axis has the wrong size: {value}; give one entry per cell, and axes of at least 1.',
  },
  'allocation.fit.axis': {
    zh: '边际合计引用了不存在或重复的维度 {value}，请从 0 开始编号，每个维度只写一次。',
    en: 'A margin names the axis {value}, which does not exist or occurs twice; count axes from 0 and name each once.',
  },
  'allocation.fit.group': {
    zh: '单元格的分组号 {value} 没有对应的合计，请使用 -1（不属于任何组）或已有的组号。',
    en: 'The group number {value} has no target; use -1 for no group, or the number of a target.',
  },
  'allocation.fit.value': {
    zh: '起始值和合计必须是不小于 0 的有限数，收到的是 {value}。',
    en: 'Start values and targets must be finite numbers of at least 0, got {value}.',
  },
  'allocation.fit.bound': {
    zh: '上下限必须是不小于 0 的数（上限可为 Infinity），收到的是 {value}。',
    en: 'Bounds must be numbers of at least 0 (an upper bound may be Infinity), got {value}.',
  },
} as const;
