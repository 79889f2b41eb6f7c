/** The message catalogue of this package: one entry per stable error code. */
export const messages = {
  'allocation.total.invalid': {
    zh: '金额或数量必须是安全整数（最小货币单位），收到的是 {value}。',
    en: 'An amount or count must be a safe integer in minor units, got {value}.',
  },
  'allocation.weight.invalid': {
    zh: '权重必须是不小于 0 的有限数，收到的是 {value}。',
    en: 'A weight must be a finite number of at least 0, got {value}.',
  },
  'allocation.percent.invalid': {
    zh: '百分比必须是有限数，收到的是 {value}。',
    en: 'A percentage must be a finite number, got {value}.',
  },
  'allocation.id.duplicate': {
    zh: '标识“{value}”出现了两次，请去掉重复项。',
    en: 'The id "{value}" occurs twice; remove one of the two.',
  },
  'allocation.members.empty': {
    zh: '{value} 中没有任何成员可供分解，请至少提供一个。',
    en: 'There is nothing to spread over in {value}; give at least one member.',
  },
  'allocation.parent.unknown': {
    zh: '上级“{value}”不存在，请补上该节点或改正上级。',
    en: 'The parent "{value}" does not exist; add it or correct the reference.',
  },
  'allocation.tree.cycle': {
    zh: '节点“{value}”是自己的上级，请改正组织结构。',
    en: 'The node "{value}" is above itself; correct the tree.',
  },
  'allocation.tree.roots': {
    zh: '组织必须只有一个最高节点，现在有：{value}。',
    en: 'An organisation must have exactly one top node; it has: {value}.',
  },
  'allocation.node.unknown': {
    zh: '计划中没有节点“{value}”，请从计划的组织中选择。',
    en: 'The plan has no node "{value}"; choose one of its organisation.',
  },
  'allocation.period.outside': {
    zh: '期间“{value}”不在计划范围内，请选择计划内的年、季或月。',
    en: 'The period "{value}" is not part of the plan; choose one of its year, quarters or months.',
  },
  'allocation.reference.shape': {
    zh: '参照区域 {value} 与目标区域的成员数不同，请选择同样大小的区域。',
    en: 'The reference {value} has not as many members as the target; choose a slice of the same size.',
  },
  'allocation.records.parent': {
    zh: '{value} 的数值不等于下级之和，请先用 verifySums 查出差异并改正。',
    en: '{value} does not equal the sum of its children; run verifySums and correct the difference.',
  },
  'allocation.member.unknown': {
    zh: '该维度中没有成员“{value}”，请从维度的成员中选择。',
    en: 'The axis has no member "{value}"; choose one of its members.',
  },
  'allocation.axis.unknown': {
    zh: '计划没有维度“{value}”，请使用计划的维度标识。',
    en: 'The plan has no axis "{value}"; use the id of one of its axes.',
  },
  'allocation.metric.unknown': {
    zh: '计划没有指标“{value}”；有多个指标时必须指明其中一个。',
    en: 'The plan has no metric "{value}"; where it has several, one must be named.',
  },
  'allocation.axes.count': {
    zh: '计划需要 1 到 5 个维度，收到 {value} 个。',
    en: 'A plan has one to five axes, got {value}.',
  },
  'allocation.axes.time': {
    zh: '时间维度“{value}”必须排在最后，且只能有一个。',
    en: 'The time axis "{value}" must be the last, and there is only one.',
  },
  'allocation.leaf.expected': {
    zh: '“{value}”还有下级，这里需要最末级成员。',
    en: '"{value}" has members below it; a leaf is needed here.',
  },
  'allocation.plan.tooLarge': {
    zh: '计划有 {value} 个明细单元格，超过上限；请减少维度成员，或用 support 只列出实际存在的组合。',
    en: 'The plan would have {value} leaf cells, more than are possible; use fewer members, or list the combinations that exist as support.',
  },
  'allocation.currency.invalid': {
    zh: '“{value}”不是三位大写字母的货币代码，例如 CNY。',
    en: '"{value}" is no currency code of three capital letters, such as CNY.',
  },
  'allocation.tax.missing': {
    zh: '金额指标必须写明含税（included）或不含税（excluded），收到的是“{value}”。',
    en: 'A money metric must state tax as included or excluded, got "{value}".',
  },
} as const;

/** Stable codes a caller may branch on. */
export type AllocationErrorCode = keyof typeof messages;
