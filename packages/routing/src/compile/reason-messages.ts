/** Why a visit is not in the plan, in words. Codes of the search first, then those of the compiler. */
export const reasonMessages = {
  'no-slot': {
    zh: '能拜访该客户的代表在可拜访的日子都不上班；请调整负责人或可拜访日。',
    en: 'Nobody who may visit works on a day the customer can be visited; change the owner or the days.',
  },
  closed: {
    zh: '客户的营业时间与代表的上班时间没有重合；请调整其一。',
    en: 'Opening hours and working hours do not meet; change one of the two.',
  },
  'too-far': {
    zh: '即使当天只拜访这一家，路程加拜访时间也排不进上班时间；请检查位置，或延长当天时间。',
    en: 'Even alone on a day, travel and visit do not fit into the working hours; check the place, or make a day longer.',
  },
  'too-much': {
    zh: '单次拜访的量超过任何一天的上限；请拆分。',
    en: 'One visit asks for more than any day can carry; split it.',
  },
  frequency: {
    zh: '单次都排得下，但没有一组日期满足间隔要求；请放宽间隔或减少次数。',
    en: 'Each visit would fit, but no set of days keeps the gaps; widen them or ask for fewer visits.',
  },
  'full-capacity': {
    zh: '剩余日子的容量不够；请减少其他拜访。',
    en: 'The days left have no capacity; take other visits out.',
  },
  'full-visits': {
    zh: '剩余日子的拜访数已到上限；请提高每日上限或增加人手。',
    en: 'The days left have as many visits as allowed; raise the limit or add people.',
  },
  'full-time': {
    zh: '剩余日子的时间已排满；请增加人手、延长计划期或降低频率。',
    en: 'The days left have no time; add people, plan more days, or lower frequencies.',
  },
  'not-worth': {
    zh: '排得下，但路程代价高于拜访价值；如必须拜访，请提高价值或标为必访。',
    en: 'It would fit, and costs more travel than it is worth; raise its value or mark it as required.',
  },
  'place.missing': {
    zh: '没有位置：请补上坐标（lng、lat、datum）或行程矩阵中的编号。',
    en: 'Nobody knows where it is; add coordinates (lng, lat, datum) or the id of a row of the travel matrix.',
  },
  'window.never': {
    zh: '计划期内没有一天开门；请检查营业时间、可拜访日和例外日期。',
    en: 'It is closed on every day of the horizon; check opening hours, weekdays and exceptions.',
  },
  'window.short': {
    zh: '每个营业时段都短于拜访时长；请缩短拜访或改用 windowRule: start。',
    en: 'Every opening is shorter than the visit; shorten the visit, or set windowRule to start.',
  },
  'people.none': {
    zh: '没有代表具备所需技能或获准拜访；请调整技能、负责人或指定代表。',
    en: 'No representative has the skills and may visit; change skills, owner or representatives.',
  },
  'frequency.days': {
    zh: '可拜访的日子不够：最短间隔下最多排 {most} 次；请减少次数或缩短间隔。',
    en: 'There are not enough days: with the least gap at most {most} visits fit; ask for fewer, or shorten the gap.',
  },
  'pattern.none': {
    zh: '固定日程里没有一天可以拜访；请换其他日子。',
    en: 'None of the days of its patterns can be used; choose others.',
  },
  'promise.outside': {
    zh: '约定的日期不在计划期内；请改约，或调整计划期。',
    en: 'The promised day is not within the horizon; agree on another, or plan that day too.',
  },
  'promise.noSlot': {
    zh: '约定当天能拜访的代表不上班；请改约或换人。',
    en: 'On the promised day nobody who may visit works; agree on another day or send somebody else.',
  },
  'promise.closed': {
    zh: '约定当天客户不营业；请改约，或写明约定时间。',
    en: 'The customer is closed on the promised day; agree on another, or state the time agreed on.',
  },
  'promise.representative': {
    zh: '约定的代表不在可拜访该客户的人员之内；请改正负责人或约定。',
    en: 'The representative promised may not visit this customer; correct the owner or the promise.',
  },
  'promise.broken': {
    zh: '约定的拜访与其他约定、上班时间或路程冲突，未能保留；请改约。',
    en: 'The promised visit clashes with other promises, working hours or travel and is not kept; agree on another time.',
  },
  'appointment.overlap': {
    zh: '该日程与同一天的另一日程时间重叠，未列入路线；请改期。',
    en: 'This appointment overlaps another of the same day and is on no route; move one of them.',
  },
} as const;
