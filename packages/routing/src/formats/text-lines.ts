import { RoutingError } from '../error.ts';

/** Beyond this, squares and sums of distances would no longer be exact enough to plan with. */
const LARGEST = 1e12;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A line with its number in the file, from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
  readonly words: readonly string[];
}

/** Where an error stands. */
export const lineOf = (line: { readonly number: number }): string => `line ${line.number}`;

/** The lines of a file that are not blank, one after the other. */
export class TextLines {
  private readonly lines: readonly string[];
  private at = 0;

  constructor(text: string) {
    this.lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  }

  /** The next line, or null at the end. */
  next(): TextLine | null {
    while (this.at < this.lines.length) {
      const text = (this.lines[this.at] as string).trim();
      this.at += 1;
      if (text !== '') return { number: this.at, text, words: text.split(/\s+/) };
    }
    return null;
  }

  /** The next line; at the end an error that says what is missing. */
  need(what: string): TextLine {
    const line = this.next();
    if (line === null) throw new RoutingError('routing.format.end', what, lineOf({ number: this.lines.length }));
    return line;
  }
}

/** A number as written in instance files. */
export function numberIn(word: string | undefined, line: TextLine): number {
  const value = word !== undefined && NUMBER.test(word) ? Number(word) : NaN;
  if (!(Math.abs(value) <= LARGEST)) throw new RoutingError('routing.format.number', word, lineOf(line));
  return value;
}

/** All numbers of a line, of which there must be `count`. */
export function numbersIn(line: TextLine, count: number): number[] {
  if (line.words.length !== count) {
    throw new RoutingError('routing.format.columns', `${line.words.length} ≠ ${count}`, lineOf(line));
  }
  return line.words.map((word) => numberIn(word, line));
}

/** The number again if it is whole and not negative. */
export function whole(value: number, line: TextLine): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RoutingError('routing.format.whole', value, lineOf(line));
  return value;
}

/** The number again if it is not negative. */
export function notNegative(value: number, line: TextLine): number {
  if (value < 0) throw new RoutingError('routing.format.negative', value, lineOf(line));
  return value;
}
