/** Small readers for imported data: each checks one value and throws a CalendarError with the path to it. */
import { CalendarError } from '../error.ts';
import { dataMessages } from '../messages.ts';
import type { LocalName } from '../day.ts';
import type { DataErrorCode } from '../messages.ts';

const LONGEST_LIST = 10_000;
const LONGEST_TEXT = 200;

/** Fields of an object by name; nothing is known about their values yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** An error of the data. */
export function dataError(code: DataErrorCode, value: unknown, path: string): CalendarError {
  return new CalendarError(code, value, path, dataMessages[code]);
}

/** `field` below `path`. */
export function below(path: string, field: string | number): string {
  return path === '' ? String(field) : `${path}.${field}`;
}

/** An object without unknown fields: a misspelt one would otherwise be left out without a word. */
export function readObject(value: unknown, path: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw dataError('calendar.data.object', value, path);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger !== undefined) throw dataError('calendar.data.field', stranger, below(path, stranger));
  return value as Fields;
}

/** A text of 1 to 200 characters. */
export function readText(value: unknown, path: string): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT) return value;
  throw dataError('calendar.data.text', value, path);
}

/** A list of at most 10000 items, each read in turn; an empty one when missing. */
export function readList<T>(value: unknown, path: string, item: (value: unknown, path: string) => T): T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > LONGEST_LIST) throw dataError('calendar.data.list', value, path);
  return value.map((each, index) => item(each, below(path, index)));
}

/** A name in both languages, or nothing. */
export function readName(value: unknown, path: string): { readonly name?: LocalName } {
  if (value === undefined) return {};
  const { zh, en } = readObject(value, path, ['zh', 'en']);
  return { name: { zh: readText(zh, below(path, 'zh')), en: readText(en, below(path, 'en')) } };
}
