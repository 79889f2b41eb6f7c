import type { Words } from '../field.ts';
import { messageOf } from './messages.ts';
import type { ProblemCode } from './messages.ts';

/** One thing that is wrong with an import, down to the cell. `row` is what a spreadsheet shows: the header is 1. */
export interface ImportProblem {
  readonly file: string;
  readonly row: number | null;
  /** The column as it is headed in the file. */
  readonly column: string | null;
  readonly value: string | null;
  readonly code: ProblemCode;
  readonly message: Words;
  readonly remedy: Words;
}

/** Where a problem lies. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

const KEPT = 10_000;
const SHOWN_VALUE = 80;

/** Gathers problems; beyond ten thousand it only counts, so a hopeless file stays answerable. */
export class Problems {
  readonly list: ImportProblem[] = [];
  total = 0;

  add(code: ProblemCode, place: Place, blanks: Readonly<Record<string, string | Words>> = {}): void {
    this.total += 1;
    if (this.list.length >= KEPT) return;
    const { file, row = null, column = null, value = null } = place;
    const shown = value !== null && value.length > SHOWN_VALUE ? `${value.slice(0, SHOWN_VALUE)}…` : value;
    this.list.push({ file, row, column, value: shown, code, ...messageOf(code, blanks) });
  }
}
