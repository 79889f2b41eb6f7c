/**
 * The message catalogue of this package: one entry per stable error code. What only the entries `./data` and
 * `./recurrence` can say is in constants of its own, so that a page that loads neither does not carry their texts.
 */
export interface Message {
  /** Chinese text; `{value}` is replaced by the offending value. */
  readonly zh: string;
  readonly en: string;
}

export const messages = {
  'calendar.date.invalid': {
    zh: '“{value}”不是有效日期，请写成 YYYY-MM-DD，例如 2026-02-17。',
    en: '"{value}" is not a date; write it as YYYY-MM-DD, for example 2026-02-17.',
  },
  'calendar.period.invalid': {
    zh: '“{value}”不是有效期间，请写成 2026、2026-Q1 或 2026-01。',
    en: '"{value}" is not a period; write 2026, 2026-Q1 or 2026-01.',
  },
  'calendar.planPeriod.invalid': {
    zh: '“{value}”不是有效期间，请写成 2026、2026-Q1、2026-01、2026-W07、2026-03-W14 或 2026-03-05。',
    en: '"{value}" is not a period; write 2026, 2026-Q1, 2026-01, 2026-W07, 2026-03-W14 or 2026-03-05.',
  },
  'calendar.week.otherRule': {
    zh: '按所存的周规则没有期间“{value}”：thursday 只有整周，如 2026-W14；workingDays 把跨月的周按月拆开，如 2026-03-W14。',
    en: 'The stored week rule has no period "{value}": thursday has whole weeks such as 2026-W14, workingDays cuts a week that straddles months, such as 2026-03-W14.',
  },
  'calendar.weekRule.invalid': {
    zh: '跨月的周怎么归属须事先存定：weekRule 请写 thursday 或 workingDays，收到的是 {value}。',
    en: 'What becomes of weeks that straddle months has to be stored: set weekRule to thursday or workingDays, got {value}.',
  },
  'calendar.interval.reversed': {
    zh: '区间 {value} 的结束早于开始，请对调两端。',
    en: 'The interval {value} ends before it starts; swap its ends.',
  },
  'calendar.startMonth.invalid': {
    zh: '财年起始月必须是 1 到 12 的整数，收到的是 {value}。',
    en: 'The fiscal year start month must be a whole number from 1 to 12, got {value}.',
  },
  'calendar.zone.invalid': {
    zh: '无法识别时区“{value}”，请使用 IANA 名称，例如 Asia/Shanghai。',
    en: 'The time zone "{value}" is unknown; use an IANA name such as Asia/Shanghai.',
  },
  'calendar.instant.invalid': {
    zh: '“{value}”不是带时区的时刻，请写成 2026-02-17T01:30:00Z。',
    en: '"{value}" is not an instant with an offset; write 2026-02-17T01:30:00Z.',
  },
} as const satisfies Record<string, Message>;

/** Codes of what every entry can throw. */
export type CoreErrorCode = keyof typeof messages;

/** What `./recurrence` says about rules. */
export const ruleMessages = {
  'calendar.rule.text': {
    zh: '“{value}”不是重复规则，请写成 FREQ=MONTHLY;BYMONTHDAY=-1 的形式，各部分用分号隔开，每部分为 名称=值。',
    en: '"{value}" is not a rule; write it like FREQ=MONTHLY;BYMONTHDAY=-1, parts NAME=value between semicolons.',
  },
  'calendar.rule.part': {
    zh: '重复规则没有“{value}”这一部分，请删去；起始日另行填写，不写在规则里。',
    en: 'A rule has no part "{value}"; remove it. The start is given beside the rule, not in it.',
  },
  'calendar.rule.twice': { zh: '“{value}”写了两次，请合成一处。', en: '"{value}" is given twice; write it once.' },
  'calendar.rule.frequency': {
    zh: 'FREQ 请写 YEARLY、MONTHLY、WEEKLY、DAILY、HOURLY、MINUTELY 或 SECONDLY，收到的是 {value}。',
    en: 'Set FREQ to YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY or SECONDLY, got {value}.',
  },
  'calendar.rule.number': {
    zh: '此处应为 1 到 1000000 的整数，收到的是 {value}。',
    en: 'Write a whole number from 1 to 1000000, got {value}.',
  },
  'calendar.rule.list': {
    zh: '列表里有超出范围的值：{value}，括号内是允许的范围；多个值用逗号隔开。',
    en: 'The list has a value out of range: {value}, the range is in brackets; separate values with commas.',
  },
  'calendar.rule.weekday': {
    zh: '“{value}”不是星期，请写 MO、TU、WE、TH、FR、SA 或 SU；BYDAY 可带序号，如 2TU、-1FR。',
    en: '"{value}" is no weekday; write MO, TU, WE, TH, FR, SA or SU, in BYDAY with a number if need be: 2TU, -1FR.',
  },
  'calendar.rule.numbered': {
    zh: '带序号的星期（{value}）只能用于按月的规则，或不含 BYWEEKNO 的按年规则；请去掉序号或改 FREQ。',
    en: 'A numbered weekday ({value}) belongs in a monthly rule, or a yearly one without BYWEEKNO; drop the number or change FREQ.',
  },
  'calendar.rule.position': {
    zh: 'BYSETPOS 要从别的 BY 部分里挑选，请补上一个，如 BYDAY=MO,TU,WE,TH,FR；收到的是 {value}。',
    en: 'BYSETPOS chooses from another BY part; add one, such as BYDAY=MO,TU,WE,TH,FR. Got {value}.',
  },
  'calendar.rule.twoEnds': {
    zh: 'COUNT 与 UNTIL 只能写一个，请删去其中之一：{value}',
    en: 'A rule ends by COUNT or by UNTIL, not both; remove one: {value}',
  },
  'calendar.rule.until': {
    zh: 'UNTIL 请写成 20261231 或 20261231T180000，收到的是 {value}。',
    en: 'Write UNTIL as 20261231 or 20261231T180000, got {value}.',
  },
  'calendar.rule.time': {
    zh: '“{value}”与起始的写法不一致：都写日期（2026-03-05），或都写不带时区的时刻（2026-03-05T09:00:00）。',
    en: '"{value}" is not in the form of the start: write all as days (2026-03-05), or all as local times without a zone (2026-03-05T09:00:00).',
  },
  'calendar.rule.subDaily': {
    zh: '工作日历以天为单位，{value} 说的是钟点；请改用 DAILY 或更长的周期，钟点另存。',
    en: 'A working calendar is made of days and {value} speaks of hours; use DAILY or longer and keep the hour beside it.',
  },
  'calendar.rule.move': {
    zh: '遇到非工作日怎么办须写明：forward（顺延）、back（提前）或 skip（跳过），收到的是 {value}。',
    en: 'Say what happens on days that are not worked: forward, back or skip, got {value}.',
  },
  'calendar.rule.cap': {
    zh: '最多次数应为 1 到 100000 的整数，收到的是 {value}。',
    en: 'The cap must be a whole number from 1 to 100000, got {value}.',
  },
  'calendar.rule.horizon': {
    zh: '展开的范围最长 400 年，请把 until 提前：{value}',
    en: 'A rule is written out over at most 400 years; move until closer: {value}',
  },
} as const satisfies Record<string, Message>;

export type RuleErrorCode = keyof typeof ruleMessages;

/** What `./data` says about imported calendars. */
export const dataMessages = {
  'calendar.data.object': {
    zh: '此处应是一组字段 { … }，收到的是 {value}。',
    en: 'Write an object { … } here, got {value}.',
  },
  'calendar.data.list': {
    zh: '此处应是列表 [ … ]，最多 10000 项，收到的是 {value}。',
    en: 'Write a list [ … ] of at most 10000 items here, got {value}.',
  },
  'calendar.data.text': {
    zh: '此处应是 1 到 200 个字符的文字，收到的是 {value}。',
    en: 'Write a text of 1 to 200 characters here, got {value}.',
  },
  'calendar.data.field': {
    zh: '没有字段“{value}”，请对照 calendar.schema.json 改名或删去。',
    en: 'There is no field "{value}"; rename or remove it, see calendar.schema.json.',
  },
  'calendar.data.version': {
    zh: '请写 "calendarVersion": 1，收到的是 {value}。',
    en: 'Write "calendarVersion": 1, got {value}.',
  },
  'calendar.data.duplicate': {
    zh: '“{value}”已经用过，请换一个 id。',
    en: 'The id "{value}" is taken; choose another.',
  },
  'calendar.data.extraDay': {
    zh: 'extraDay 应是周末中的一天（1 为周一，7 为周日），收到的是 {value}。',
    en: 'extraDay is a day of the weekend (1 for Monday to 7 for Sunday), got {value}.',
  },
  'calendar.data.json': {
    zh: '文件不是有效的 JSON，请检查括号、引号和逗号：{value}',
    en: 'The file is not valid JSON; check brackets, quotes and commas: {value}',
  },
  'calendar.data.size': {
    zh: '文件超过 2 MB（共 {value} 个字符），请确认是否选错了文件。',
    en: 'The file is longer than 2 million characters ({value}); check that it is the right one.',
  },
  'calendar.shift.unknown': {
    zh: '没有班次“{value}”，请从日历文件 shifts 的 id 中选一个；没有班次的日历请不要指定。',
    en: 'There is no shift "{value}"; choose an id of shifts in the calendar file, or name none if it has none.',
  },
} as const satisfies Record<string, Message>;

export type DataErrorCode = keyof typeof dataMessages;
