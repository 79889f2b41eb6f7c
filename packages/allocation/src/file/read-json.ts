/**
 * Reads JSON as strictly as amounts need it. Unlike `JSON.parse` it refuses names that occur twice, numbers that a double
 * cannot hold exactly, and input built to exhaust memory; every complaint names the place in the data.
 */
import type { AllocationError } from '../error.ts';
import { fileError } from './file-error.ts';

/** Objects, lists and properties in one file. A plan of a million cells has some hundred thousand; more would only fill memory. */
export const MOST_PARTS = 12_000_000;
/** Levels of nesting; no format here has more than ten. */
export const MOST_LEVELS = 32;

interface Cursor {
  readonly text: string;
  at: number;
  parts: number;
  /** Names and indexes that lead to the value being read. */
  readonly path: (string | number)[];
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** The value of a JSON text. Throws `allocation.file.syntax`, `.number`, `.key.duplicate`, `.tooMany` or `.tooDeep`. */
export function readJson(text: string): unknown {
  // A byte order mark is what Windows editors put before UTF-8.
  const cursor: Cursor = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, parts: 0, path: [] };
  skipSpace(cursor);
  const value = readValue(cursor);
  if (cursor.at < text.length) throw syntax(cursor);
  return value;
}

function readValue(cursor: Cursor): unknown {
  const { text, at } = cursor;
  let value: unknown;
  switch (text.charCodeAt(at)) {
    case 0x7b:
      value = readObject(cursor);
      break;
    case 0x5b:
      value = readList(cursor);
      break;
    case 0x22:
      value = readText(cursor);
      break;
    case 0x6e:
      value = readWord(cursor, 'null', null);
      break;
    case 0x74:
      value = readWord(cursor, 'true', true);
      break;
    case 0x66:
      value = readWord(cursor, 'false', false);
      break;
    default:
      value = readNumber(cursor);
  }
  skipSpace(cursor);
  return value;
}

function readObject(cursor: Cursor): object {
  enter(cursor);
  const { text, path } = cursor;
  const found: Record<string, unknown> = {};
  const level = path.length;
  path.push('');
  while (text.charCodeAt(cursor.at) !== 0x7d) {
    if (text.charCodeAt(cursor.at) !== 0x22) throw syntax(cursor);
    const name = readText(cursor);
    path[level] = name;
    countPart(cursor);
    if (Object.hasOwn(found, name)) throw fileError('allocation.file.key.duplicate', name, path.join('.'));
    // Assigning it would set the prototype instead of a property.
    if (name === '__proto__') throw fileError('allocation.file.key.unknown', name, path.join('.'));
    skipSpace(cursor);
    if (text.charCodeAt(cursor.at) !== 0x3a) throw syntax(cursor);
    cursor.at += 1;
    skipSpace(cursor);
    found[name] = readValue(cursor);
    if (!skipComma(cursor, 0x7d)) break;
  }
  leave(cursor);
  return found;
}

function readList(cursor: Cursor): unknown[] {
  enter(cursor);
  const { text, path } = cursor;
  const found: unknown[] = [];
  const level = path.length;
  path.push(0);
  while (text.charCodeAt(cursor.at) !== 0x5d) {
    path[level] = found.length;
    found.push(readValue(cursor));
    if (!skipComma(cursor, 0x5d)) break;
  }
  leave(cursor);
  return found;
}

function enter(cursor: Cursor): void {
  countPart(cursor);
  const { path } = cursor;
  if (path.length >= MOST_LEVELS) throw fileError('allocation.file.tooDeep', MOST_LEVELS, path.join('.'));
  cursor.at += 1;
  skipSpace(cursor);
}

function countPart(cursor: Cursor): void {
  cursor.parts += 1;
  if (cursor.parts > MOST_PARTS) throw fileError('allocation.file.tooMany', MOST_PARTS, cursor.path.join('.'));
}

function leave(cursor: Cursor): void {
  cursor.at += 1;
  cursor.path.pop();
}

/** Whether another item follows. A comma before the closing bracket is a mistake. */
function skipComma(cursor: Cursor, closing: number): boolean {
  const { text } = cursor;
  const next = text.charCodeAt(cursor.at);
  if (next === closing) return false;
  if (next !== 0x2c) throw syntax(cursor);
  cursor.at += 1;
  skipSpace(cursor);
  if (text.charCodeAt(cursor.at) === closing) throw syntax(cursor);
  return true;
}

function readText(cursor: Cursor): string {
  const { text, at } = cursor;
  // A scan by hand: a regular expression would keep a stack for every character of a long text.
  let plain = true;
  let end = at + 1;
  for (let code = text.charCodeAt(end); code !== 0x22; code = text.charCodeAt((end += 1))) {
    if (end >= text.length || code < 0x20) throw syntax({ ...cursor, at: end });
    if (code !== 0x5c) continue;
    plain = false;
    end += 1;
  }
  cursor.at = end + 1;
  if (plain) return text.slice(at + 1, end);
  try {
    return JSON.parse(text.slice(at, end + 1)) as string;
  } catch {
    throw syntax({ ...cursor, at });
  }
}

function readWord<T>(cursor: Cursor, word: string, value: T): T {
  if (!cursor.text.startsWith(word, cursor.at)) throw syntax(cursor);
  cursor.at += word.length;
  return value;
}

function readNumber(cursor: Cursor): number {
  const { text } = cursor;
  let { at } = cursor;
  const negative = text.charCodeAt(at) === 0x2d;
  if (negative) at += 1;
  const first = at;
  let value = 0;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt((at += 1))) {
    value = value * 10 + code - 0x30;
  }
  const end = text.charCodeAt(at);
  const leadingZero = text.charCodeAt(first) === 0x30 && at > first + 1;
  // Up to fifteen digits, and nothing after them that belongs to a number: most amounts end here.
  if (at > first && at - first <= 15 && !leadingZero && end !== 0x2e && (end | 0x20) !== 0x65) {
    cursor.at = at;
    return negative && value > 0 ? -value : value;
  }
  NUMBER.lastIndex = cursor.at;
  const token = NUMBER.exec(text)?.[0];
  if (token === undefined || leadingZero) throw syntax(cursor);
  cursor.at += token.length;
  return exactNumber(token, cursor);
}

function exactNumber(token: string, { path }: Cursor): number {
  const value = Number(token);
  // Weights may be larger than amounts; they pass when they are what JSON.stringify wrote. Amounts are checked again later.
  const large = Math.abs(value) > Number.MAX_SAFE_INTEGER;
  const inexact = large ? String(value) !== token : Number.isInteger(value) && !isWhole(token);
  if (inexact) throw fileError('allocation.file.number', token, path.join('.'));
  return value + 0;
}

/** Whether a decimal number has no fraction: 1.50e1 has none, 1.25e1 has one. */
function isWhole(token: string): boolean {
  const [mantissa = '', exponent = '0'] = token.toLowerCase().split('e');
  const [, fraction = ''] = mantissa.split('.');
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  if (digits === '') return true;
  const trailing = mantissa.replace(/[-.]/g, '').length - digits.length;
  return Number(exponent) - fraction.length + trailing >= 0;
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  for (let code = text.charCodeAt(cursor.at); ; code = text.charCodeAt(cursor.at)) {
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    cursor.at += 1;
  }
}

function syntax({ text, at, path }: Cursor): AllocationError {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  return fileError('allocation.file.syntax', `${line}:${column}`, path.join('.'));
}
