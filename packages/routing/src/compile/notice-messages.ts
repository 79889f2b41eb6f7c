/** What a plan says beside its visits. `{…}` is replaced by the figures of the notice. */
export const noticeMessages = {
  'days.estimated': {
    zh: '{dates} 的放假安排尚未公布，工作日为推算；正式通知发布后请重新排程。',
    en: 'The holidays of {dates} are not announced yet and the working days estimated; plan again once they are.',
  },
  'days.unknown': {
    zh: '{dates} 没有日历数据，按普通星期排程；请导入放假安排后重新排程。',
    en: 'There is no calendar for {dates}; weekdays were taken. Import the holidays and plan again.',
  },
  'days.none': {
    zh: '计划期内没有任何代表上班，请检查日历、上班时间和休假。',
    en: 'Nobody works within the horizon; check calendar, hours and days off.',
  },
  'place.zero': {
    zh: '“{name}”的坐标是 0,0，位于大西洋，多半是缺省值；请补上真实坐标。',
    en: '"{name}" lies at 0,0, in the Atlantic, which mostly stands for a missing place; enter the real one.',
  },
  'place.swapped': {
    zh: '“{name}”离其他地点 {kilometres} 公里，经纬度对调后就在附近；请检查是否写反。',
    en: '"{name}" lies {kilometres} km from the others, and close to them with longitude and latitude swapped; check their order.',
  },
  'place.far': {
    zh: '“{name}”离其他地点 {kilometres} 公里，请检查坐标是否有误。',
    en: '"{name}" lies {kilometres} km from the others; check its coordinates.',
  },
  'customer.twin': {
    zh: '“{name}”与“{other}”名称和位置相同，可能是重复客户；请合并或确认。',
    en: '"{name}" and "{other}" share name and place and may be one customer; merge or confirm them.',
  },
  'customer.overdue': {
    zh: '“{name}”在计划期开始时已超期 {days} 天，将尽早安排。',
    en: '"{name}" is {days} days overdue when the horizon begins and is planned early.',
  },
  'frequency.impossible': {
    zh: '“{name}”的间隔要求在可拜访的日子里无法满足（{visits} 次，最长 {greatest} 天）；已放宽最长间隔，请调整次数或间隔。',
    en: 'No days meet the gaps of "{name}" ({visits} visits, at most {greatest} days apart); the greatest gap was dropped. Change the number of visits or the gap.',
  },
  'frequency.late': {
    zh: '“{name}”有一次间隔达 {days} 天，超过要求的 {greatest} 天。',
    en: 'One gap of "{name}" is {days} days, more than the {greatest} wanted.',
  },
  'frequency.promise': {
    zh: '“{name}”已约定的日期不符合间隔或固定日程；以约定为准，其余照排。',
    en: 'Promised days of "{name}" do not fit its gaps or day patterns; the promises stand and the rest is planned around them.',
  },
  'pattern.shorter': {
    zh: '“{name}”的固定日程遇节假日少了 {missing} 次，请另约时间。',
    en: 'Days off cost the day pattern of "{name}" {missing} visits; arrange other days for them.',
  },
  'appointment.outsideHours': {
    zh: '{name} 在 {date} 的日程“{title}”超出上班时间，当天上班时间已相应延长。',
    en: 'The appointment "{title}" of {name} on {date} lies outside of working hours, which were made longer that day.',
  },
  'appointment.dayOff': {
    zh: '{name} 在 {date} 不上班，当天的日程“{title}”未列入路线。',
    en: '{name} does not work on {date}; the appointment "{title}" of that day is on no route.',
  },
  'day.late': {
    zh: '{name} 在 {date} 的已锁定行程来不及：按实际路程要到 {time} 才结束，部分约定或营业时间会错过；请解锁后重排。',
    en: 'The frozen day of {name} on {date} cannot be kept to: it really ends at {time}, and promises or opening hours are missed. Unfreeze it and plan again.',
  },
  'lunch.noRoom': {
    zh: '{name} 在 {date} 的日程占满午休时间，当天未排午休。',
    en: 'Appointments leave {name} no lunch break on {date}.',
  },
  'profile.mixed': {
    zh: '{people} 共用客户但车速设置不同，行程按较慢的一方计算；给客户指定负责人即可分别计算。',
    en: '{people} share customers and differ in speed; the slower one was taken. With owners each is planned at the own speed.',
  },
  'travel.missing': {
    zh: '行程矩阵缺少 {count} 对地点的时间（如 {pair}），已按坐标估算。',
    en: 'The travel matrix lacks {count} pairs, such as {pair}; they were estimated from coordinates.',
  },
  'travel.unreachable': {
    zh: '{count} 对地点没有行程时间也没有坐标（如 {pair}），视为不可达；请补上。',
    en: 'Nothing is known about {count} pairs, such as {pair}: neither times nor coordinates. They count as unreachable; add one of the two.',
  },
  'travel.zero': {
    zh: '{count} 对不同地点的行程时间为 0（如 {pair}），请确认是否在同一处。',
    en: '{count} pairs of different places take no time, such as {pair}; check that they are in one place.',
  },
  'travel.assumed': {
    zh: '行程按直线距离 × {factor} 和设定车速估算，系数为假定值；可用实际行程校准。',
    en: 'Travel is estimated as straight line × {factor} at assumed speeds; calibrate them with trips you know.',
  },
  'capacity.short': {
    zh: '{people} 需要 {needed} 小时拜访，可用上班时间只有 {available} 小时（未计路程），部分客户排不进去。',
    en: '{people} would need {needed} hours at customers and have {available} hours of work before any travel; not all fit.',
  },
} as const;
