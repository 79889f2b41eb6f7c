import type { Answers } from '@milepost/checklist';

/** What a browser keeps of a check until the gateway has it. */
export interface LocalDraft {
  /** The revision these answers build on. */
  readonly revision: number;
  readonly answers: Answers;
}

/** What to do when a check is opened. */
export type Recovered =
  | { readonly kind: 'stored' }
  /** Answers typed here that the gateway never got. */
  | { readonly kind: 'local'; readonly answers: Answers }
  /** Both sides moved on. */
  | { readonly kind: 'conflict'; readonly mine: Answers; readonly differing: readonly string[] };

/** Compares what is stored with what was kept here. */
export function recover(stored: { readonly revision: number; readonly answers: Answers }, local: LocalDraft | null): Recovered {
  if (!local) return { kind: 'stored' };
  const differing = differingItems(stored.answers, local.answers);
  if (differing.length === 0) return { kind: 'stored' };
  return local.revision === stored.revision
    ? { kind: 'local', answers: local.answers }
    : { kind: 'conflict', mine: local.answers, differing };
}

/** Ids of the questions that two sets of answers answer differently. */
export function differingItems(a: Answers, b: Answers): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((id) => stable(a[id]) !== stable(b[id]));
}

/** An answer as text, whatever the order of its members; who and when do not make it another answer. */
function stable(answer: Answers[string] | undefined): string {
  if (!answer) return '';
  const { value, notApplicable = false, note = '', photos = [], files = [] } = answer;
  return JSON.stringify([value, notApplicable, note, photos, files]);
}
