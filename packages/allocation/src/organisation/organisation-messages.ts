/** Messages about organisations whose units and memberships change with time. Part of `messages.ts`. */
export const organisationMessages = {
  'allocation.organisation.interval': {
    zh: '有效期“{value}”不成立；日期写成 YYYY-MM-DD，结束日要晚于开始日（结束日当天不含在内）。',
    en: 'The validity "{value}" is none; write days as YYYY-MM-DD with the end, which is not included, after the start.',
  },
  'allocation.organisation.unitTwice': {
    zh: '部门在同一时间有两个上级（{value}）；请让两段有效期首尾相接。',
    en: 'A unit has two places at once ({value}); let the two periods follow on one another.',
  },
  'allocation.organisation.parentMissing': {
    zh: '上级部门在部分时间内不存在（{value}）；请补上上级的有效期，或缩短下级的。',
    en: 'The parent unit does not exist for part of the time ({value}); extend the parent or shorten the unit.',
  },
  'allocation.organisation.cycle': {
    zh: '部门成了自己的上级（{value}）；请改正当时的上级。',
    en: 'A unit is above itself ({value}); correct its parent at that time.',
  },
  'allocation.organisation.tops': {
    zh: '同一时间只能有一个最高部门（{value}）；请为多余的部门指定上级。',
    en: 'There must be one top unit at any time ({value}); give the others a parent.',
  },
  'allocation.organisation.unitMissing': {
    zh: '人员所在部门在部分时间内不存在（{value}）；请补上部门的有效期，或调整任职期间。',
    en: 'The unit of a person does not exist for part of the time ({value}); extend the unit or change the membership.',
  },
  'allocation.organisation.overlap': {
    zh: '同一人同时属于两个部门（{value}）；请先结束前一段任职。',
    en: 'A person is in two units at once ({value}); end the first membership before the next one starts.',
  },
  'allocation.organisation.twice': {
    zh: '同一人在同一部门的任职重复（{value}）；请合并为一段。',
    en: 'A person is in the same unit twice ({value}); make the two memberships one.',
  },
  'allocation.organisation.gap': {
    zh: '任职中断（{value}），这段时间没有目标；如非离职，请补上。',
    en: 'A person has no unit for a while ({value}) and no target then; add a membership unless they were away.',
  },
  'allocation.organisation.sameId': {
    zh: '标识“{value}”既是人员又是部门；请改用不同的标识。',
    en: 'The id "{value}" is both a person and a unit; use different ids.',
  },
  'allocation.organisation.empty': {
    zh: '在 {value} 期间没有任何部门；请检查有效期。',
    en: 'There is no unit during {value}; check when they are valid.',
  },
  'allocation.move.impossible': {
    zh: '无法调动（{value}）；请核对调动日期、当时的部门和目标部门。',
    en: 'This move cannot be made ({value}); check its date, the unit at that time and the unit to move to.',
  },
} as const;
