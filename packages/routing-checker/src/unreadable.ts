import { fill, unreadable } from './messages.ts';
import type { Words } from './messages.ts';

/** Why files cannot be checked at all. */
export type UnreadableCode = keyof typeof unreadable;

/** Thrown for what is no instance or no plan. A plan that breaks a constraint is data, not this error. */
export class Unreadable extends Error {
  readonly code: UnreadableCode;
  /** Which of the two files. */
  readonly file: 'instance' | 'solution';
  /** `line 12` in an instance, `routes.0.visits` in a plan; '' for the file itself. */
  readonly path: string;
  readonly texts: Words;

  constructor(code: UnreadableCode, path = '', value: unknown = '') {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
    const texts = fill(unreadable[code], { value: text.length > 80 ? `${text.slice(0, 80)}…` : text });
    super(path === '' ? texts.en : `At ${path}: ${texts.en}`);
    this.name = 'Unreadable';
    this.code = code;
    this.file = code.startsWith('routes.instance') ? 'instance' : 'solution';
    this.path = path;
    this.texts = texts;
  }
}
