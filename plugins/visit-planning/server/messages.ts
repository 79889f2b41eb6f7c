import type { Words } from '@milepost/crm';

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** What the rules say, by stable code. */
export const messages = {
  'visit.account': words('拜访必须指向一家客户。', 'A visit needs an account.'),
  'visit.owner': words('拜访必须有负责人。', 'A visit needs an owner.'),
  'visit.accountFixed': words(
    '不能换成另一家客户，请取消后重新安排。',
    'The account cannot change. Cancel the visit and plan a new one.',
  ),
  'visit.ownerFixed': words('已开始的拜访不能换负责人。', 'A visit that has begun cannot change its owner.'),
  'visit.keep': words(
    '已开始的拜访不能删除，请取消并写明原因。',
    'A visit that has begun cannot be deleted. Cancel it with a reason.',
  ),
  'visit.cancelInstead': words(
    '当天或已过日期的拜访不能删除，请取消并写明原因。',
    'A visit of today or earlier cannot be deleted. Cancel it with a reason.',
  ),
  'visit.deleted': words('已删除的拜访不能恢复，请重新安排。', 'A deleted visit does not come back. Plan a new one.'),
  'date.unreal': words('不是存在的日期。', 'There is no such day.'),
  'instant.unreal': words('不是存在的时间。', 'There is no such instant.'),
  'visit.startMissing': words('缺少开始时间。', 'The start time is missing.'),
  'visit.notStarted': words('未开始的拜访不能有开始时间。', 'A planned visit has no start time.'),
  'visit.startFixed': words('开始时间记录后不能修改。', 'The start time is fixed once recorded.'),
  'visit.endMissing': words('缺少完成时间。', 'The completion time is missing.'),
  'visit.endBeforeStart': words('完成时间早于开始时间。', 'It ends before it begins.'),
  'visit.notCompleted': words('未完成的拜访不能有总结。', 'Only a completed visit has a summary.'),
  'visit.summaryMissing': words('完成的拜访必须有总结。', 'A completed visit needs its summary.'),
  'visit.effectiveWrong': words('是否有效与规则算出的结果不一致。', 'Effectiveness differs from what the rule gives.'),
  'visit.rule': words(
    '是否有效须按公司现行规则判断，请刷新页面后再完成拜访。',
    'Effectiveness follows the company’s current rule. Reload the page and complete the visit again.',
  ),
  'visit.clock': words(
    '时间晚于服务器的时钟，请校准设备时间。',
    'That is later than the server’s clock. Set the clock of the device.',
  ),
  'visit.startDay': words('拜访须记在开始的当天。', 'A visit counts on the day it began.'),
  'visit.ratio': words('比率应为实绩 ÷ 目标。', 'The ratio must be actual / target.'),
  'visit.cancelReason': words(
    '取消需要原因；未取消的拜访不能有取消原因。',
    'A cancelled visit needs a reason, any other has none.',
  ),
  'visit.future': words('未来日期的拜访不能开始或完成。', 'A visit on a future day cannot have begun.'),
  'visit.transition': words('不能回到之前的状态。', 'The visit cannot go back to that state.'),
  'visit.frozen': words(
    '已提交的内容不能修改，只能更正总结并写明原因。',
    'What was submitted is final; only the summary can be corrected, with a reason.',
  ),
  'visit.amendment': words(
    '更正总结时必须由本人写明原因，之前的更正要保留。',
    'A correction needs a reason signed by its author, and keeps earlier ones.',
  ),
  'visit.moves': words('改期必须记下原来的日期。', 'Moving a visit must record the day it was on.'),
  'visit.moveReason': words('当天或已过日期的拜访改期需要原因。', 'Moving a visit of today or earlier needs a reason.'),
  'visit.twice': words('这家客户当天已经有一次拜访。', 'This account already has a visit on that day.'),
  'report.twice': words('当天已经有日报。', 'There is already a report for that day.'),
  'report.future': words('不能提前写未来日期的日报。', 'A report cannot be written ahead of its day.'),
} as const;
