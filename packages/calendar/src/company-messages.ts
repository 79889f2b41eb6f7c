import type { Message } from './messages.ts';

/** Texts of company calendars and of counting: who only asks for periods does not carry them. */
export const companyMessages = {
  'calendar.country.invalid': {
    zh: '没有“{value}”的节假日数据，可用 CN、自己的基础日历，或用 none 加自有日历。',
    en: 'There is no holiday data for "{value}"; use CN, a base calendar of your own, or none with overlays.',
  },
  'calendar.overlay.contradiction': {
    zh: '{value} 在同一份日历中既是休息日又是工作日，请只保留一种。',
    en: '{value} is both a day off and a working day in one overlay; keep one of the two.',
  },
  'calendar.fraction.invalid': {
    zh: '上班天数只能是 1（全天）或 0.5（半天），收到的是 {value}。',
    en: 'A working day is 1 (whole) or 0.5 (half), got {value}.',
  },
  'calendar.cycle.invalid': {
    zh: '班次周期请写 1 到 400 个数，每个为 0、0.5 或 1，至少一个不为 0；收到的是 {value}。',
    en: 'Write a cycle as 1 to 400 numbers, each 0, 0.5 or 1 and not all 0; got {value}.',
  },
  'calendar.statutory.invalid': {
    zh: '请写明法定节假日如何对待：statutory 为 follow（照放照补）或 ignore（只看班次），收到的是 {value}。',
    en: 'Say what statutory holidays mean for the cycle: statutory is follow or ignore, got {value}.',
  },
  'calendar.weekend.invalid': {
    zh: '周末请写成不重复的数字列表，1 为周一，7 为周日，不能七天全是；收到的是 {value}。',
    en: 'Write the weekend as distinct numbers, 1 for Monday to 7 for Sunday, not all seven; got {value}.',
  },
  'calendar.year.invalid': {
    zh: '年份请写 1 到 9998 的整数，收到的是 {value}。',
    en: 'Write a year as a whole number from 1 to 9998, got {value}.',
  },
  'calendar.count.invalid': {
    zh: '工作日数必须是整数，且不超过 100000 天，收到的是 {value}。',
    en: 'A number of working days must be a whole number of at most 100000, got {value}.',
  },
  'calendar.search.exhausted': {
    zh: '从 {value} 起二十年内没有足够的工作日，请检查自有日历。',
    en: 'There are not enough working days within twenty years of {value}; check the overlays.',
  },
} as const satisfies Record<string, Message>;

export type CompanyErrorCode = keyof typeof companyMessages;
