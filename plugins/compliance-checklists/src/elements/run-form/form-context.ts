import type { Answer } from '@milepost/checklist';
import type { Locale } from '@milepost/sdk';
import type { Text } from '../../domain/records.ts';

/** What the form's render functions are given. */
export interface FormContext {
  readonly locale: Locale;
  /** The person asked what is missing: say so at every question. */
  readonly showMissing: boolean;
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  say(text: Text): string;
  answer(itemId: string): Answer | null;
  set(itemId: string, answer: Answer | null): void;
  noteOpen(itemId: string): boolean;
  openNote(itemId: string): void;
  /** What was typed where it cannot be read as a number. */
  typed(itemId: string): string | undefined;
  setTyped(itemId: string, text: string | undefined): void;
  attach(itemId: string, kind: 'photo' | 'file', file: File): Promise<string | null>;
  detach(attachmentId: string): void;
  attachment(id: string): AttachmentShown;
}

/** An attachment as far as it is known here. */
export interface AttachmentShown {
  readonly name: string;
  readonly note: string;
  /** A picture as a data URL. */
  readonly url: string | null;
}
