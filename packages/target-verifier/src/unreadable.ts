import { fill, unreadable } from './messages.ts';
import type { Words } from './messages.ts';

/** Why a file cannot be verified at all. */
export type UnreadableCode = keyof typeof unreadable;

/** Thrown for what is no published plan file. Wrong sums in one are differences, not this error. */
export class Unreadable extends Error {
  readonly code: UnreadableCode;
  /** Where in the data, such as `values.0.cells.3.2`; '' for the file itself. */
  readonly path: string;
  readonly texts: Words;

  constructor(code: UnreadableCode, path: string, value: string | number = '') {
    const texts = fill(unreadable[code], { value: String(value) });
    super(path === '' ? texts.en : `At ${path}: ${texts.en}`);
    this.name = 'Unreadable';
    this.code = code;
    this.path = path;
    this.texts = texts;
  }
}
