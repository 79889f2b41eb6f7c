import { messages } from './messages.ts';
import type { AllocationErrorCode } from './messages.ts';

/** Thrown for input that is no plan, cell or amount. Holds that contradict an edit are data, not this error. */
export class AllocationError extends Error {
  /** Stable code, see `messages.ts`. */
  readonly code: AllocationErrorCode;
  /** Where in the caller's data the value stood, for example `nodes.3.parentId`; '' if it was an argument. */
  readonly path: string;
  /** The same text for people, in both languages. */
  readonly texts: { readonly zh: string; readonly en: string };

  constructor(code: AllocationErrorCode, value: unknown, path = '') {
    const shown = String(value);
    const en = messages[code].en.replace('{value}', () => shown);
    super(path === '' ? en : `At ${path}: ${en}`);
    this.name = 'AllocationError';
    this.code = code;
    this.path = path;
    this.texts = { zh: messages[code].zh.replace('{value}', () => shown), en };
  }
}
