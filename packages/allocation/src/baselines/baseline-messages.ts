/** Messages about facts of the past and the methods that weigh by them. Part of `messages.ts`. */
export const baselineMessages = {
  'allocation.facts.currency': {
    zh: '历史数据混有多种货币（{value}）；请先按同一币种折算，或分成几份数据。',
    en: 'The facts mix currencies ({value}); convert them to one, or give them as separate facts.',
  },
  'allocation.facts.plan': {
    zh: '这份历史数据是为另一个计划（{value}）整理的；请用 compileFacts 针对当前计划重新整理。',
    en: 'These facts were compiled for a plan with other axes ({value}); compile them again for this plan.',
  },
  'allocation.facts.time': {
    zh: '历史数据含有时间维度“{value}”，请用 time 说明过去的期间对应计划的哪个期间。',
    en: 'The facts have the time axis "{value}"; say with `time` which period of the plan a past period stands for.',
  },
  'allocation.years.invalid': {
    zh: '相隔的年数必须是 1 到 30 的整数，收到的是 {value}。',
    en: 'A number of years back must be a whole number from 1 to 30, got {value}.',
  },
  'allocation.window.invalid': {
    zh: '时间窗口必须是 1 到 120 个整月，收到的是 {value}。',
    en: 'A window must be 1 to 120 whole months, got {value}.',
  },
  'allocation.blend.total': {
    zh: '各组成部分的占比合计必须是 100%，现在是 {value}%。',
    en: 'The elements of a blend must total 100 %, they total {value} %.',
  },
  'allocation.rails.unknown': {
    zh: '没有名为“{value}”的上下限；请用 minGrowthPercent、maxGrowthPercent、minSharePercent 或 maxSharePercent，它们对所有成员生效。',
    en: 'There is no rail "{value}"; use minGrowthPercent, maxGrowthPercent, minSharePercent or maxSharePercent, which hold for every member.',
  },
  'allocation.rails.invalid': {
    zh: '护栏的下限不能大于上限，且必须是有限数，收到的是 {value}。',
    en: 'Guardrails must be finite numbers with the lower one not above the upper one, got {value}.',
  },
  'allocation.bucket.unknown': {
    zh: '成员“{value}”所属的分组没有份额；请在 shares 中补上该分组。',
    en: 'The group "{value}" has no share; add it to `shares`.',
  },
  'allocation.fallback.empty': {
    zh: '后备方法列表是空的（{value}）；请至少声明一个，例如 even()。',
    en: 'No fallback is declared ({value}); declare at least one, for example even().',
  },
  'allocation.festival.unknown': {
    zh: '没有 {value} 年的春节日期（可用 1990—2100 年），无法按春节对齐。',
    en: 'The Spring Festival of {value} is not known (1990 to 2100 are); this history cannot be aligned.',
  },
  'allocation.festival.handOver': {
    zh: '春节前后移动了 {value} 天，超过过渡期长度；请把 handOverDays 调大。',
    en: 'The festival moves by {value} days, more than the hand-over is long; make handOverDays longer.',
  },
  'allocation.festival.days': {
    zh: '窗口的天数必须是 0 到 120 的整数，收到的是 {value}。',
    en: 'The days of the window must be whole numbers from 0 to 120, got {value}.',
  },
  'allocation.festival.daily': {
    zh: '按春节对齐需要按天的历史数据，收到的是“{value}”；月度数据请先用 spreadMonths 拆到天。',
    en: 'Aligning needs facts by day, got "{value}"; split months into days with spreadMonths first.',
  },
} as const;
