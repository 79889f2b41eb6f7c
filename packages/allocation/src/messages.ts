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
} as const;

/** Stable codes a caller may branch on. */
export type AllocationErrorCode = keyof typeof messages;
