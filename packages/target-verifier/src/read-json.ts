/**
 * Reads the bytes of a published file. Integers become `bigint`; other numbers keep their text, because the verifier never
 * calculates with them. Texts and numbers that are not written in the one canonical way are reported: no byte but white
 * space can change without being seen.
 */
import { textsDiffer } from './difference.ts';
import { Unreadable } from './unreadable.ts';
import type { Difference } from './difference.ts';

/** A number with a fraction or exponent, as it is written. */
export interface Decimal {
  readonly decimal: string;
}

/** A JSON value. Integers of up to fifteen digits are numbers to save memory, longer ones are `bigint`; both are exact. */
export type Json = null | boolean | string | number | bigint | Decimal | Json[] | Map<string, Json>;

const MOST_BYTES = 128 * 1024 * 1024;
const MOST_LEVELS = 32;
const MOST_PARTS = 12_000_000;
const MOST_NOTATIONS = 100;

const SPACE = /[ \n\r\t]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|null|true|false/y;
const INTEGER = /^-?\d+$/;

/** The value in a file, and where it is not written canonically. Throws `Unreadable`. */
export function readJson(bytes: Uint8Array): { json: Json; notations: Difference[] } {
  if (bytes.length > MOST_BYTES) throw new Unreadable('verify.tooLarge', '', bytes.length);
  const reader = new Reader(decode(bytes));
  return { json: reader.whole(), notations: reader.notations };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable('verify.encoding', '');
  }
}

class Reader {
  readonly notations: Difference[] = [];
  private readonly text: string;
  private readonly path: (string | number)[] = [];
  private at = 0;
  private parts = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Json {
    const value = this.value();
    if (this.at < this.text.length) throw this.broken();
    return value;
  }

  private value(): Json {
    this.match(SPACE);
    const sign = this.text[this.at];
    const value = sign === '{' ? this.object() : sign === '[' ? this.list() : sign === '"' ? this.string() : this.scalar();
    this.match(SPACE);
    return value;
  }

  private object(): Map<string, Json> {
    const found = new Map<string, Json>();
    this.items('}', () => {
      this.match(SPACE);
      const name = this.string();
      this.count();
      if (found.has(name)) throw new Unreadable('verify.duplicate', this.path.slice(0, -1).join('.'), name);
      this.match(SPACE);
      if (this.text[this.at] !== ':') throw this.broken();
      this.at += 1;
      this.path[this.path.length - 1] = name;
      found.set(name, this.value());
    });
    return found;
  }

  private list(): Json[] {
    const found: Json[] = [];
    this.items(']', () => {
      this.path[this.path.length - 1] = found.length;
      found.push(this.value());
    });
    return found;
  }

  private items(closing: string, read: () => void): void {
    if (this.path.length >= MOST_LEVELS) throw new Unreadable('verify.tooDeep', this.path.join('.'), MOST_LEVELS);
    this.count();
    this.path.push('');
    this.at += 1;
    this.match(SPACE);
    for (let first = true; this.text[this.at] !== closing; first = false) {
      if (!first) {
        if (this.text[this.at] !== ',') throw this.broken();
        this.at += 1;
      }
      read();
    }
    this.at += 1;
    this.path.pop();
  }

  private string(): string {
    if (this.text[this.at] !== '"') throw this.broken();
    let end = this.text.indexOf('"', this.at + 1);
    while (end > 0 && isEscaped(this.text, end)) end = this.text.indexOf('"', end + 1);
    const token = this.text.slice(this.at, end + 1);
    let value: string;
    try {
      value = JSON.parse(token) as string;
    } catch {
      throw this.broken();
    }
    this.at = end + 1;
    this.check(token, JSON.stringify(value));
    return value;
  }

  private count(): void {
    this.parts += 1;
    if (this.parts > MOST_PARTS) throw new Unreadable('verify.tooMany', this.path.join('.'), MOST_PARTS);
  }

  private scalar(): Json {
    const token = this.match(SCALAR);
    if (token === '') throw this.broken();
    if (token === 'null') return null;
    if (token === 'true' || token === 'false') return token === 'true';
    if (!INTEGER.test(token)) {
      this.check(token, String(Number(token)));
      return { decimal: token };
    }
    if (token === '-0') this.check(token, '0');
    return token.length <= 15 ? Number(token) : BigInt(token);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const token = pattern.exec(this.text)?.[0] ?? '';
    this.at += token.length;
    return token;
  }

  private check(written: string, canonical: string): void {
    if (written === canonical || this.notations.length >= MOST_NOTATIONS) return;
    this.notations.push(textsDiffer('differs.notation', this.path.join('.'), '', canonical, written));
  }

  private broken(): Unreadable {
    const before = this.text.slice(0, this.at).split('\n');
    return new Unreadable('verify.syntax', this.path.join('.'), `${before.length}:${(before.at(-1) as string).length + 1}`);
  }
}

/** Whether an odd number of backslashes stands before the place. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from -= 1;
  return (at - from) % 2 === 1;
}
