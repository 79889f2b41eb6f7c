/** Sentences and remedies of the target linter, by stable code. */
import type { Texts } from '../phrases.ts';

interface Entry {
  readonly texts: Texts;
  readonly remedy: Texts;
}

const entry = (zh: string, en: string, remedyZh: string, remedyEn: string): Entry => ({
  texts: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

/** What is found, and what to do about it. */
export const LINT_TEXTS = {
  'metric.missing': entry(
    '没有指明指标。',
    'No metric is named.',
    '选定一个指标，如销售额。',
    'Choose a metric, for example revenue.',
  ),
  'unit.missing': entry(
    '指标“{metric}”没有单位。',
    'The metric "{metric}" has no unit.',
    '写明单位，如元、家。',
    'Name its unit, for example yuan or customers.',
  ),
  'amount.missing': entry(
    '目标没有数字。',
    'The target has no figure.',
    '写出具体数值；0 也是数值。',
    'Write a figure; 0 is one too.',
  ),
  'amount.zero': entry(
    '目标为 0：没有可争取的。',
    'The target is 0: there is nothing to get.',
    '确认是 0，还是还没填。',
    'Confirm that it is 0 and not merely unfilled.',
  ),
  'owner.missing': entry(
    '目标没有负责人。',
    'Nobody owns the target.',
    '指定一名负责人。',
    'Name one person who answers for it.',
  ),
  'source.missing': entry(
    '没有说明实绩从哪里取数。',
    'Nothing says where the actuals come from.',
    '指定数据来源，如订单或回款。',
    'Name the source of the actuals, for example orders or receipts.',
  ),
  'currency.missing': entry(
    '金额指标“{metric}”没有币种。',
    'The money metric "{metric}" has no currency.',
    '写明币种，如 CNY。',
    'Name the currency, for example CNY.',
  ),
  'forecast.missing': entry(
    '缺少预测依据：{w:missing}。',
    'The forecast lacks: {w:missing}.',
    '分别估计现有客户和新客户能带来多少，并写一句竞争情况。',
    'Estimate what existing and what new customers will bring, and say a word on competition.',
  ),
  'forecast.sum': entry(
    '现有客户 {existingMinor} 加新客户 {newMinor}，与目标 {targetMinor} 相差 {gapMinor}。',
    'Existing customers {existingMinor} and new ones {newMinor} differ from the target {targetMinor} by {gapMinor}.',
    '补足差额的来源，或调整目标。',
    'Say where the difference comes from, or change the target.',
  ),
  'probability.missing': entry(
    '没有模拟过达成概率。',
    'The chance of reaching it was not simulated.',
    '用在手商机和历史跑一次模拟。',
    'Simulate it from the pipeline and the history.',
  ),
  'probability.low': entry(
    '模拟达成概率 {p:probability}，低于 {p:least}；一半情形只能到 {p50Minor}。',
    'The simulated chance is {p:probability}, below {p:least}; half of the runs end at or below {p50Minor}.',
    '降低目标、延长期限，或先补足商机。',
    'Lower it, give it more time, or fill the pipeline first.',
  ),
  'probability.high': entry(
    '模拟达成概率 {p:probability}，高于 {p:most}：没有挑战性。',
    'The simulated chance is {p:probability}, above {p:most}: it asks for nothing.',
    '提高目标，或设一个挑战目标。',
    'Raise it, or set a stretch target beside it.',
  ),
  'history.missing': entry(
    '只有 {years} 年可比历史，无法判断增速是否合理（需要 {needed} 年）。',
    'There are {years} comparable years; judging the growth takes {needed}.',
    '补充同期实绩。',
    'Add the actuals of the same period in earlier years.',
  ),
  'growth.beyondBest': entry(
    '要求增长 {p:growth}，历史最好 {p:best}（{bestPeriod}）。',
    'It asks for a growth of {p:growth}; the best so far was {p:best} ({bestPeriod}).',
    '说明新增长从哪里来，或调低目标。',
    'Say what brings the extra growth, or lower the target.',
  ),
  'growth.negative': entry(
    '目标低于上年同期 {lastMinor}，增长 {p:growth}。',
    'The target lies below last year’s {lastMinor}: growth {p:growth}.',
    '确认是有意下调。',
    'Confirm that it was lowered on purpose.',
  ),
  'focus.missing': entry(
    '这些季度没有重点方向：{quarters}。',
    'These quarters have no focus: {quarters}.',
    '每季度定一个重点方向。',
    'Name one direction for each quarter.',
  ),
  'period.missing': entry('目标没有期间。', 'The target has no period.', '写明年、季或月。', 'Name a year, quarter or month.'),
  'period.over': entry(
    '期间 {period} 已经结束。',
    'The period {period} is over.',
    '改为当前或将来的期间。',
    'Choose the present or a coming period.',
  ),
  'split.missing': entry(
    '目标没有分解到：{w:levels}。',
    'The target is not split down to: {w:levels}.',
    '把目标分解到月、周、日。',
    'Split it down to months, weeks and days.',
  ),
  'split.gaps': entry(
    '“{w:level}”一级有空缺：{periods}。',
    'The level "{w:level}" has gaps: {periods}.',
    '补上数值；没有任务的填 0。',
    'Fill them in; write 0 where there is nothing to get.',
  ),
  'split.sum': entry(
    '“{w:level}”一级合计 {sumMinor}，与目标 {targetMinor} 相差 {gapMinor}。',
    'The level "{w:level}" adds up to {sumMinor}, {gapMinor} away from the target {targetMinor}.',
    '重新分解，使合计等于目标。',
    'Split it again so that the parts make the whole.',
  ),
} as const satisfies Record<string, Entry>;

/** Stable codes of what a target may lack. */
export type FindingCode = keyof typeof LINT_TEXTS;
