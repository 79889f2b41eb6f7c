/** What the core of the engine says about wrong input; each module beside it has a catalogue of its own. */
export const messages = {
  'allocation.total.invalid': {
    zh: '金额和数量必须是整数（金额以分为单位），绝对值不超过 9007199254740991，收到的是 {value}；请去掉小数，或拆成较小的数额。',
    en: 'Amounts (in minor units such as fen) and counts are integers up to 9007199254740991, got {value}; remove the decimals, or divide it into smaller ones.',
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
    zh: '节点“{value}”是自己的上级，请为它另选上级。',
    en: 'The node "{value}" is above itself; give it another parent.',
  },
  'allocation.tree.roots': {
    zh: '组织必须只有一个最高节点，现在有：{value}；请为其余的指定上级。',
    en: 'An organisation must have exactly one top node; it has: {value}. Give the others a parent.',
  },
  'allocation.tree.tops': {
    zh: '维度必须只有一个最高成员（例如“全部”），现在有：{value}；请为其余的指定上级，或在它们之上加一个。',
    en: 'An axis must have exactly one top member, such as "all"; it has: {value}. Give the others a parent, or add one above them.',
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
  'allocation.period.grain': {
    zh: '期间不能比明细更细：{value}。请换更长的期间或更细的粒度。',
    en: 'The period is finer than its leaves would be: {value}; take a longer period or a finer grain.',
  },
  'allocation.tax.missing': {
    zh: '金额指标必须写明含税（included）或不含税（excluded），收到的是“{value}”。',
    en: 'A money metric must state tax as included or excluded, got "{value}".',
  },
  'allocation.object.expected': {
    zh: '这里需要一个对象（键与值），收到的是 {value}，请按接口文档填写。',
    en: 'An object with named fields is needed here, got {value}; fill it in as documented.',
  },
  'allocation.list.expected': {
    zh: '这里需要一个列表，收到的是 {value}，请改为列表。',
    en: 'A list is needed here, got {value}; write a list.',
  },
  'allocation.text.expected': {
    zh: '这里需要文本，收到的是 {value}，请改为文本或去掉该字段。',
    en: 'Text is needed here, got {value}; write text or leave the field out.',
  },
  'allocation.flag.expected': {
    zh: '这里只能是 true 或 false，收到的是 {value}。',
    en: 'Write true or false here, got {value}.',
  },
  'allocation.choice.unknown': {
    zh: '取值不在可选范围内：{value}。请改用列出的值之一。',
    en: 'This value is not possible here: {value}. Use one of those listed.',
  },
  'allocation.id.expected': {
    zh: '标识必须是非空文本，收到的是 {value}。',
    en: 'An id must be text that is not empty, got {value}.',
  },
  'allocation.period.overlap': {
    zh: '期间 {value} 重叠或超出上级；同一天只能属于一个期间，请改正时间维度。',
    en: 'The periods {value} overlap, or one reaches beyond its parent; a day belongs to one period, correct the time axis.',
  },
} as const;

/** Stable codes of the core. */
export type CoreErrorCode = keyof typeof messages;
