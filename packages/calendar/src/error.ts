import { messages } from './messages.ts';
import type { CompanyErrorCode } from './company-messages.ts';
import type { CoreErrorCode, DataErrorCode, Message, RuleErrorCode } from './messages.ts';

/** Codes whose texts travel with the modules that throw them. */
export type EntryErrorCode = CompanyErrorCode | RuleErrorCode | DataErrorCode;

/** Stable codes a caller may branch on, see `messages.ts`. */
export type CalendarErrorCode = CoreErrorCode | EntryErrorCode;

const LONGEST_SHOWN = 80;

/** Thrown for input that is no date, period, zone, calendar or rule. Every text says what to write instead. */
export class CalendarError extends Error {
  /** Stable code, see `messages.ts`. */
  readonly code: CalendarErrorCode;
  /** Where in the caller's data the value stood, for example `overlays.0.holidays.3`; '' if it was an argument. */
  readonly path: string;
  /** The same text for people, in both languages. */
  readonly texts: { readonly zh: string; readonly en: string };

  constructor(code: CoreErrorCode, value: unknown, path?: string);
  constructor(code: EntryErrorCode, value: unknown, path: string, message: Message);
  constructor(code: CalendarErrorCode, value: unknown, path = '', message: Message = messages[code as CoreErrorCode]) {
    // A function as replacement: text from a file may hold `$&`, which a string would read as a pattern.
    const zh = message.zh.replace('{value}', () => shown(value, '空'));
    const en = message.en.replace('{value}', () => shown(value, 'nothing'));
    super(path === '' ? en : `At ${path}: ${en}`);
    this.name = 'CalendarError';
    this.code = code;
    this.path = path;
    this.texts = { zh, en };
  }
}

function shown(value: unknown, nothing: string): string {
  if (value === undefined || value === null || value === '') return nothing;
  const text = textOf(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' || typeof value === 'boolean' ? JSON.stringify(value) : typeof value;
}
