/** Errors of re-planning requests. `{value}` is replaced by the offending value. */
export const replanMessages = {
  'routing.replan.number': {
    zh: '编号或次数 {value} 不存在或超出范围，请核对事件中的客户、日期和人员编号。',
    en: 'The number {value} does not exist or is out of range; check the clients, days and vehicles of the event.',
  },
  'routing.replan.noDay': {
    zh: '加急拜访没有给出任何可选日期（收到 {value}），请至少给一天。',
    en: 'The urgent visit names no day (got {value}); give at least one.',
  },
  'routing.replan.time': {
    zh: '时间 {value} 无效：结束不能早于开始，且必须是数字。请改正后重试。',
    en: 'The time {value} is none: the end must not come before the beginning, and both must be numbers. Correct it and try again.',
  },
  'routing.replan.budget': {
    zh: '变更预算 {value} 无效，请填 0 或正整数。',
    en: 'The change budget {value} is none; give 0 or a positive integer.',
  },
  'routing.replan.route': {
    zh: '已发布的计划与问题数据不符：{value}。请确认两者来自同一版本。',
    en: 'The published plan does not belong to this instance: {value}. Make sure that both are of the same version.',
  },
  'routing.replan.value': {
    zh: '追加拜访的价值 {value} 无效，请填 0 或正数；没有人评估过就填 null。',
    en: 'The value {value} of an extra visit is none; give 0 or more, or null where nobody said.',
  },
} as const;
