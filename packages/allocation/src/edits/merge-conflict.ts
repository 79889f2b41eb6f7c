/** What two people's edits make of each other, as data that a person can decide on. */
import type { Author } from '../journal.ts';
import type { CellRef } from '../plan.ts';
import type { Refusal } from './edit.ts';

/** Whose version a person wants. 'both': the merged result as it stands, mine on top of theirs. */
export type MergeChoice = 'mine' | 'theirs' | 'both';

/** One place where the two do not simply go together. */
export interface MergeConflict extends Required<CellRef> {
  /** Stable while the edits are the same: the key of a choice. */
  readonly id: string;
  /**
   * `sameCell`: both entered a value at this cell. `theirsMoved`: my edits move a cell that they entered or held.
   * `mineMoved`: a cell I entered or held comes out differently on top of theirs, as a percentage of another amount does.
   * `refused`: an edit cannot be done on top of theirs. `hold`: one of us holds what the other releases.
   */
  readonly kind: 'sameCell' | 'theirsMoved' | 'mineMoved' | 'refused' | 'hold';
  /** The value before either of us, in each version alone, and in the merge. */
  readonly base: number | null;
  readonly mine: number | null;
  readonly theirs: number | null;
  readonly merged: number | null;
  /** Who did what; null where one of us did nothing here. */
  readonly authors: { readonly mine: Author | null; readonly theirs: Author | null };
  /** Numbers of my edits that are concerned. */
  readonly edits: readonly number[];
  /** For `refused`: why. */
  readonly refusal: Refusal | null;
  /** What can be chosen. */
  readonly choices: readonly MergeChoice[];
  /** What it is about, for people. */
  readonly text: { readonly zh: string; readonly en: string };
}

/** One sentence per kind. */
export const MERGE_TEXTS: Readonly<Record<MergeConflict['kind'], MergeConflict['text']>> = {
  sameCell: {
    zh: '双方都修改了这个单元格，请选择保留哪个数值。',
    en: 'Both entered a value in this cell; choose which one stays.',
  },
  theirsMoved: {
    zh: '您的修改会改变对方填写或锁定的单元格，请确认，或放弃您的相关修改。',
    en: 'Your edits move a cell that the other person entered or held; confirm it, or drop those edits of yours.',
  },
  mineMoved: {
    zh: '在对方的修改之上，您填写的单元格得到了不同的数值，请选择保留哪个。',
    en: 'On top of the other edits, a cell you entered comes out differently; choose which value stays.',
  },
  refused: {
    zh: '在对方的修改之上，这项修改无法执行。请放弃它，或解除与它冲突的锁定。',
    en: 'On top of the other edits, this one cannot be done. Drop it, or release the holds against it.',
  },
  hold: {
    zh: '一方锁定了这个单元格，另一方解除了锁定，请选择以谁为准。',
    en: 'One of you holds this cell and the other released it; choose whose word counts.',
  },
};
