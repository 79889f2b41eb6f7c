import { noticeMessages } from './notice-messages.ts';
import { reasonMessages } from './reason-messages.ts';

/** A text in both languages. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** Stable codes of notices. */
export type NoticeCode = keyof typeof noticeMessages;

/** Stable codes of reasons. */
export type ReasonCode = keyof typeof reasonMessages;

/** Something about the plan that people should know. */
export interface Notice {
  readonly code: NoticeCode;
  readonly texts: Texts;
  /** Whom it is about, when it is about one. */
  readonly customer: string | null;
  readonly representative: string | null;
  readonly date: string | null;
}

/** Figures and names that go into a text. */
export type Values = Readonly<Record<string, string | number>>;

/** A notice with its words. */
export function notice(
  code: NoticeCode,
  values: Values,
  about: Partial<Pick<Notice, 'customer' | 'representative' | 'date'>> = {},
): Notice {
  return { code, texts: fill(noticeMessages[code], values), customer: null, representative: null, date: null, ...about };
}

/** The words of a reason. */
export function reasonTexts(code: ReasonCode, values: Values = {}): Texts {
  return fill(reasonMessages[code], values);
}

function fill({ zh, en }: Texts, values: Values): Texts {
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { zh: put(zh), en: put(en) };
}
