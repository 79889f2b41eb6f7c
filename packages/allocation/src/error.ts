import type { baselineMessages } from './baselines/baseline-messages.ts';
import type { fileMessages } from './file/file-messages.ts';
import type { fittingMessages } from './fitting/fitting-messages.ts';
import type { layerMessages } from './layers/messages.ts';
import type { ChangeErrorCode } from './change-messages.ts';
import type { CoreErrorCode } from './messages.ts';
import type { organisationMessages } from './organisation/organisation-messages.ts';
import type { outlookMessages } from './outlook/outlook-messages.ts';
import type { recordMessages } from './records/record-messages.ts';

/** Stable codes a caller may branch on. */
export type AllocationErrorCode =
  | ChangeErrorCode
  | CoreErrorCode
  | keyof typeof baselineMessages
  | keyof typeof fileMessages
  | keyof typeof fittingMessages
  | keyof typeof layerMessages
  | keyof typeof organisationMessages
  | keyof typeof outlookMessages
  | keyof typeof recordMessages;

/** Thrown for input that is no plan, cell or amount. Holds that contradict an edit are data, not this error. */
export class AllocationError extends Error {
  /** Stable code, see the catalogues of the modules. */
  readonly code: AllocationErrorCode;
  /** Where in the caller's data the value stood, for example `nodes.3.parentId`; '' if it was an argument. */
  readonly path: string;
  /** The same text for people, in both languages. */
  readonly texts: { readonly zh: string; readonly en: string };

  /** `texts` come with the code: who needs one function must not carry the texts of all. */
  constructor(code: AllocationErrorCode, texts: AllocationError['texts'], value: unknown, path = '') {
    const shown = String(value);
    const en = texts.en.replace('{value}', () => shown);
    super(path === '' ? en : `At ${path}: ${en}`);
    this.name = 'AllocationError';
    this.code = code;
    this.path = path;
    this.texts = { zh: texts.zh.replace('{value}', () => shown), en };
  }
}
