/** The message catalogue of this package: one entry per stable error code. */
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
  'calendar.country.invalid': {
    zh: '没有“{value}”的节假日数据，可用 CN，或用 none 加自有日历。',
    en: 'There is no holiday data for "{value}"; use CN, or none with overlays of your own.',
  },
  'calendar.overlay.contradiction': {
    zh: '{value} 在同一份日历中既是休息日又是工作日，请只保留一种。',
    en: '{value} is both a day off and a working day in one overlay; keep one of the two.',
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

/** Stable codes a caller may branch on. */
export type CalendarErrorCode = keyof typeof messages;
