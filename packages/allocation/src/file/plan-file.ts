/** A plan as a file: plain JSON, described for people in docs/reference/target-file.md and by target-plan.schema.json. */
import type { AxisKind } from '../axis.ts';
import type { Author, Fallback, JournalEntry } from '../journal.ts';
import type { Metric } from '../metric.ts';
import type { Plan } from '../plan.ts';
import type { PaddingSpec } from '../layers/padding.ts';
import type { Title, Titles } from '../words/titles.ts';
import type { Certificate } from './certificate.ts';
import type { PaddingFile } from './padding-file.ts';

/** The first line of every plan file. */
export const PLAN_FORMAT = 'milepost.target-plan/1';

/** The calendar behind the periods, and how far its data can be trusted. */
export interface CalendarStatement {
  /** Names the calendar and its overlays, for example 'CN' or 'CN+acme'. */
  readonly id: string;
  readonly status: 'official' | 'estimated' | 'unknown';
  readonly fiscalYearStartMonth?: number;
  readonly weekRule?: 'thursday' | 'workingDays';
}

/** A plan that was published: which one, by whom, when, and the hash of its certificate. */
export interface PublishedVersion extends Author {
  /** 1 for the first. */
  readonly number: number;
  readonly hash: string;
}

/** A plan with what people call its parts and what was published of it. */
export interface PlanDocument {
  readonly plan: Plan;
  readonly title: string | null;
  /** What people call members, by member id, by axis id. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What people call metrics and axes; ids when left out. */
  readonly titles?: Titles;
  readonly calendar: CalendarStatement | null;
  /** What people are given above the plan; done again whenever the plan is written. */
  readonly padding: readonly PaddingSpec[];
  readonly versions: readonly PublishedVersion[];
}

/** A member in a file. */
export interface MemberFile {
  readonly id: string;
  readonly parentId: string | null;
  readonly name?: string;
}

/** A list of amounts; null where nobody has said anything. */
export type AmountList = readonly (number | null)[];

/** Amounts of one metric: a list per row, one amount per leaf of the last axis. */
export interface CellsFile {
  readonly metric: string;
  readonly cells: readonly AmountList[];
}

/** A cell of any level: every axis named. */
export type CellFile = Readonly<Record<string, string>>;

/** A hold, with the amount that it holds. */
export interface HoldFile {
  readonly metric: string;
  readonly at: CellFile;
  readonly amount: number | null;
}

/** A division in columns, see `Division`. */
export interface DivisionFile {
  /** Cell numbers: member numbers in mixed radix, the last axis fastest. */
  readonly cells: readonly number[];
  readonly before: AmountList;
  readonly after: AmountList;
  readonly weights: AmountList;
  readonly reserved?: AmountList;
  /** What growth asked of each cell above its base, in percent, and the rail it stands at: -1 the lower, 1 the upper. */
  readonly asked?: { readonly percent: AmountList; readonly rail: readonly number[] };
  readonly pool: readonly number[];
  readonly pools: readonly {
    readonly total: number;
    readonly of: number;
    readonly fallback: Fallback | null;
    readonly method: string;
  }[];
}

/** A journal entry. */
export interface EntryFile extends Author {
  readonly seq: number;
  readonly action: JournalEntry['action'];
  readonly metric: string;
  readonly target: CellFile;
  readonly before: number | null;
  readonly after: number | null;
  /** Of a fit: the totals it had to meet. */
  readonly given?: readonly { readonly at: CellFile; readonly total: number }[];
  readonly divisions: readonly DivisionFile[];
}

/** See the head of this file. */
export interface PlanFile {
  readonly format: typeof PLAN_FORMAT;
  readonly title?: string;
  readonly metrics: readonly (Metric & { readonly name?: Title })[];
  readonly calendar?: CalendarStatement;
  /** Members stand depth first: a member's number is its place in the list. */
  readonly axes: readonly {
    readonly id: string;
    readonly kind: AxisKind;
    readonly name?: Title;
    readonly members: readonly MemberFile[];
  }[];
  /** Leaf ids for each axis but the last. */
  readonly rows: readonly (readonly string[])[];
  /** Leaf cells that do not belong to the plan: row, first leaf of the last axis, and the one after the last. */
  readonly absent?: readonly (readonly number[])[];
  readonly values: readonly CellsFile[];
  readonly holds: readonly HoldFile[];
  readonly padding?: readonly PaddingFile[];
  readonly journal?: readonly EntryFile[];
  readonly versions?: readonly PublishedVersion[];
  readonly certificate?: Certificate;
}
