/** Texts of errors that only a change of a plan meets: who reads plans does not carry them. */
export const changeMessages = {
  'allocation.reference.shape': {
    zh: '参照区域 {value} 与目标区域的成员数不同，请选择同样大小的区域。',
    en: 'The reference {value} has not as many members as the target; choose a slice of the same size.',
  },
  'allocation.weight.invalid': {
    zh: '权重必须是不小于 0 的有限数，收到的是 {value}。',
    en: 'A weight must be a finite number of at least 0, got {value}.',
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
  'allocation.margin.outside': {
    zh: '“{value}”不在要分解的单元格之内，请去掉它或换一个目标单元格。',
    en: '"{value}" lies outside of the cell to be decomposed; remove it or choose another target.',
  },
  'allocation.total.missing': {
    zh: '给定的合计没有一层覆盖整个目标，无法得出总额，请填写 total。',
    en: 'No level of the totals covers the whole target, so its total does not follow; state it as total.',
  },
} as const;

/** Stable codes of edits and decompositions. */
export type ChangeErrorCode = keyof typeof changeMessages;
