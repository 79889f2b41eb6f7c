/** What the core of the engine says about wrong input; each module beside it has a catalogue of its own. */
export const messages = {
  'allocation.total.invalid': {
    zh: '金额和数量必须是整数（金额以分为单位），绝对值不超过 9007199254740991，收到的是 {value}；请去掉小数，或拆成较小的数额。',
    en: 'Amounts (in minor units such as fen) and counts are integers up to 9007199254740991, got {value}; remove the decimals, or divide it into smaller ones.',
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
  'allocation.reference.shape': {
    zh: '参照区域 {value} 与目标区域的成员数不同，请选择同样大小的区域。',
    en: 'The reference {value} has not as many members as the target; choose a slice of the same size.',
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
  'allocation.bounds.order': {
    zh: '上下限必须是整数，且下限不大于上限，收到的是 {value}。',
    en: 'Bounds must be whole numbers and the lower one not above the upper one, got {value}.',
  },
  'allocation.total.negative': {
    zh: '要分解的总额不能小于 0，收到的是 {value}；调减已有目标请用编辑。',
    en: 'A total to decompose must be at least 0, got {value}; to lower an existing target, edit it.',
  },
  'allocation.step.missing': {
    zh: '没有说明如何沿维度“{value}”分解；请补一个针对它的步骤，例如平均分配。',
    en: 'Nothing says how to divide along the axis "{value}"; add a step for it, for example equal parts.',
  },
  'allocation.periods.unknown': {
    zh: '日历中没有“{value}”的工作日数据，请先补上这一期间，或改用其他方法。',
    en: 'There are no working days for "{value}"; add this period first, or use another method.',
  },
  'allocation.cells.length': {
    zh: '单元格权重必须与计划的单元格一一对应，收到 {value} 个。',
    en: 'Weights per cell must match the cells of the plan one to one, got {value}.',
  },
  'allocation.margins.empty': {
    zh: '没有给出任何合计，请至少给出一个。',
    en: 'No total is given; state at least one.',
  },
  'allocation.profile.month': {
    zh: '季节曲线的键“{value}”不是月份，请写成 01 至 12，或像 2026-02 这样的具体月份。',
    en: 'The key "{value}" of the profile is no month; write 01 to 12, or one month such as 2026-02.',
  },
  'allocation.given.overlap': {
    zh: '“{value}”与另一条给定数额重叠，请只保留其中一条。',
    en: '"{value}" overlaps another given amount; keep one of the two.',
  },
  'allocation.period.grain': {
    zh: '期间不能比明细更细：{value}。请换更长的期间或更细的粒度。',
    en: 'The period is finer than its leaves would be: {value}; take a longer period or a finer grain.',
  },
  'allocation.margin.outside': {
    zh: '“{value}”不在要分解的单元格之内，请去掉它或换一个目标单元格。',
    en: '"{value}" lies outside of the cell to be decomposed; remove it or choose another target.',
  },
  'allocation.total.missing': {
    zh: '给定的合计没有一层覆盖整个目标，无法得出总额，请填写 total。',
    en: 'No level of the totals covers the whole target, so its total does not follow; state it as total.',
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
