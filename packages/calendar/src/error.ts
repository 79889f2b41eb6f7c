import { messages } from './messages.ts';
import type { CalendarErrorCode } from './messages.ts';

/** Thrown for input that is no date, period, zone or overlay. Every text says what to write instead. */
export class CalendarError extends Error {
  /** Stable code, see `messages.ts`. */
  readonly code: CalendarErrorCode;
  /** Where in the caller's data the value stood, for example `overlays.0.holidays.3`; '' if it was an argument. */
  readonly path: string;
  /** The same text for people, in both languages. */
  readonly texts: { readonly zh: string; readonly en: string };

  constructor(code: CalendarErrorCode, value: unknown, path = '') {
    const shown = typeof value === 'string' ? value : String(value);
    const zh = messages[code].zh.replace('{value}', shown);
    const en = messages[code].en.replace('{value}', shown);
    super(path === '' ? en : `At ${path}: ${en}`);
    this.name = 'CalendarError';
    this.code = code;
    this.path = path;
    this.texts = { zh, en };
  }
}
