import { messages } from './messages.ts';
import type { RoutingErrorCode } from './messages.ts';

const LONGEST_SHOWN = 80;

/** Thrown for input that is no visit problem, instance or setting. A plan that cannot be had is data, not this error. */
export class RoutingError extends Error {
  /** Stable code, see `messages.ts`. */
  readonly code: RoutingErrorCode;
  /** Where in the caller's data the value stood, for example `customers.3.windows.0.until`; '' if it was an argument. */
  readonly path: string;
  /** The same text for people, in both languages. */
  readonly texts: { readonly zh: string; readonly en: string };

  /** Offending value, as far as the texts show it. */
  readonly value: unknown;

  /** `customer`: id of the one it is about, named before the text. */
  constructor(code: RoutingErrorCode, value: unknown, path = '', customer: string | null = null) {
    // Functions as replacements: text from a file may hold `$&`, which a string would read as a pattern.
    const whose = customer === null ? { zh: '', en: '' } : { zh: `客户“${customer}”：`, en: `Customer "${customer}": ` };
    const zh = whose.zh + messages[code].zh.replace('{value}', () => shown(value, '空'));
    const en = whose.en + messages[code].en.replace('{value}', () => shown(value, 'nothing'));
    super(path === '' ? en : `At ${path}: ${en}`);
    this.name = 'RoutingError';
    this.code = code;
    this.path = path;
    this.value = value;
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
