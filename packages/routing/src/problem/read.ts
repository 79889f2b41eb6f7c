/** Small readers for data from outside: each checks one value and throws a RoutingError with the path to it. */
import { isBusinessDate } from '@milepost/calendar';
import type { BusinessDate } from '@milepost/calendar';
import { RoutingError } from '../error.ts';

const LONGEST_TEXT = 200;
const LONGEST_LIST = 100_000;

/** Fields of an object by name; nothing is known about their values yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads one value. */
export type Reader<T> = (value: unknown, path: string) => T;

/** `field` below `path`. */
export function below(path: string, field: string | number): string {
  return path === '' ? String(field) : `${path}.${field}`;
}

/** An object without unknown fields: a misspelt one would otherwise be left out without a word. */
export function readObject(value: unknown, path: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RoutingError('routing.problem.object', value, path);
  }
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new RoutingError('routing.problem.field', stranger, below(path, stranger));
  return value as Fields;
}

/** A text of 1 to 200 characters. */
export function readText(value: unknown, path: string): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT) return value;
  throw new RoutingError('routing.problem.text', value, path);
}

/** A list, each entry read in turn; an empty one when missing. */
export function readList<T>(value: unknown, path: string, item: Reader<T>): T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new RoutingError('routing.problem.list', value, path);
  if (value.length > LONGEST_LIST) throw new RoutingError('routing.problem.tooMany', LONGEST_LIST, path);
  return value.map((each, index) => item(each, below(path, index)));
}

/** What the reader says, or null where the value is missing or null. */
export function orNull<T>(value: unknown, path: string, reader: Reader<T>): T | null {
  return value === undefined || value === null ? null : reader(value, path);
}

/** A reader of finite numbers from `least` to `most`. */
export function number(least: number, most: number): Reader<number> {
  return (value, path) => {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    throw new RoutingError('routing.problem.number', value, path);
  };
}

/** A reader of whole numbers from `least` to `most`. */
export function whole(least: number, most: number): Reader<number> {
  return (value, path) => {
    if (Number.isInteger(value)) return number(least, most)(value, path);
    throw new RoutingError('routing.problem.number', value, path);
  };
}

/** True or false; false when missing. */
export function readFlag(value: unknown, path: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw new RoutingError('routing.problem.flag', value, path);
  return value;
}

/** One of the given values; the first when missing. */
export function readChoice<T extends string>(value: unknown, path: string, choices: readonly [T, ...T[]]): T {
  if (value === undefined) return choices[0];
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new RoutingError('routing.problem.choice', value, path);
  return found;
}

/** A day that exists. */
export function readDate(value: unknown, path: string): BusinessDate {
  if (typeof value === 'string' && isBusinessDate(value)) return value;
  throw new RoutingError('routing.problem.date', value, path);
}

/** Refuses a second entry with the same key. */
export function refuseTwice(keys: readonly string[], pathOf: (index: number) => string): void {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (seen.has(key)) throw new RoutingError('routing.problem.duplicate', key, pathOf(index));
    seen.add(key);
  });
}
