/** Errors of the outlook; `messages.ts` of the package takes them in. */
export const outlookMessages = {
  'allocation.outlook.amount.invalid': {
    zh: '金额必须是安全整数（分），收到的是 {value}；不知道时请填 null。',
    en: 'An amount must be a safe integer in minor units, got {value}; write null where nobody knows it.',
  },
  'allocation.outlook.amount.range': {
    zh: '金额合计 {value} 超出可精确表示的范围，请换用更大的货币单位或拆开计算。',
    en: 'The amounts add up to {value}, beyond exact integers; count in a larger unit or in parts.',
  },
  'allocation.outlook.number.invalid': {
    zh: '这里需要不小于 0 的有限数，收到的是 {value}。',
    en: 'Expected a finite number of at least 0, got {value}.',
  },
  'allocation.outlook.count.invalid': {
    zh: '这里需要不小于 0 的整数，收到的是 {value}。',
    en: 'Expected a whole number of at least 0, got {value}.',
  },
  'allocation.outlook.share.invalid': {
    zh: '比例必须在 0 到 1 之间，收到的是 {value}。',
    en: 'A share must lie between 0 and 1, got {value}.',
  },
  'allocation.outlook.fraction.invalid': {
    zh: '分子不能大于分母，收到的是 {value}，请检查计数。',
    en: 'A numerator may not exceed its denominator, got {value}; check the counts.',
  },
  'allocation.outlook.stages.empty': {
    zh: '没有给出销售阶段，请按先后顺序列出至少一个。',
    en: 'There are no stages; list at least one, in their order.',
  },
  'allocation.outlook.stage.duplicate': {
    zh: '阶段“{value}”列了两次，顺序会成环，请只保留一处。',
    en: 'The stage "{value}" is listed twice, so the order runs in a circle; keep one.',
  },
  'allocation.outlook.stage.reserved': {
    zh: '“{value}”表示结果，不能用作阶段名，请改名。',
    en: '"{value}" names an outcome and cannot be a stage; rename it.',
  },
  'allocation.outlook.stage.unknown': {
    zh: '阶段“{value}”不在阶段列表中，请补上或改正。',
    en: 'The stage "{value}" is not in the list of stages; add it or correct it.',
  },
  'allocation.outlook.outcome.contradiction': {
    zh: '商机“{value}”在同一天既赢单又输单，请改正其中一条。',
    en: 'The opportunity "{value}" is won and lost on one day; correct one of the two.',
  },
  'allocation.outlook.currency.mixed': {
    zh: '币种不一致：{value}。请先换算成同一币种，或分币种计算。',
    en: 'Currencies are mixed: {value}; convert them first or measure each on its own.',
  },
  'allocation.outlook.id.duplicate': {
    zh: '标识“{value}”出现了两次，请去掉重复项。',
    en: 'The id "{value}" occurs twice; remove one of the two.',
  },
  'allocation.outlook.day.later': {
    zh: '{value} 晚于今天，请改正日期或“今天”。',
    en: '{value} lies after today; correct the day or today.',
  },
  'allocation.outlook.plan.outside': {
    zh: '计划中的“{value}”不在所问期间内，请去掉或改正期间。',
    en: 'The plan names "{value}", which lies outside the period asked for; remove it or correct the period.',
  },
  'allocation.outlook.days.order': {
    zh: '日期或天数必须递增，{value} 处不是，请排序并去重。',
    en: 'Days must rise; at {value} they do not: sort them and keep each once.',
  },
  'allocation.outlook.seed.invalid': {
    zh: '随机种子必须是 0 到 4294967295 的整数，收到的是 {value}。',
    en: 'A seed must be a whole number from 0 to 4294967295, got {value}.',
  },
  'allocation.outlook.runs.invalid': {
    zh: '模拟次数必须是 1 到 10000000 的整数，收到的是 {value}。',
    en: 'A number of runs must be a whole number from 1 to 10000000, got {value}.',
  },
  'allocation.outlook.days.missing': {
    zh: '“{value}”没有工作日，算不出日均，请补上日历或去掉这一段。',
    en: '"{value}" has no working day to take a rate from; complete the calendar or leave it out.',
  },
} as const;
