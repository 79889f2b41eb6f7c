/** A target before it is published, with what its makers know about it, and what is asked of it. */
import type { BusinessDate, PeriodId } from '@milepost/calendar';
import type { Reaching } from '../reaching-summary.ts';

/** The levels a target is split down to. Weeks are named as the caller names them. */
export type SplitLevel = 'quarter' | 'month' | 'week' | 'day';

/** A target as its makers wrote it. null everywhere: nobody said. */
export interface TargetDraft {
  readonly metric: {
    readonly id: string;
    /** For example 元, 家, 单. */
    readonly unit: string | null;
    readonly kind: 'money' | 'count';
    /** Asked of money. */
    readonly currency?: string | null;
  } | null;
  readonly ownerId: string | null;
  /** Minor units, or a count. */
  readonly targetMinor: number | null;
  /** Where the actuals come from, for example 'orders'. */
  readonly source: string | null;
  readonly period: PeriodId | null;
  /** Amounts by period of each level. */
  readonly splits: Readonly<Partial<Record<SplitLevel, Readonly<Record<string, number | null>>>>>;
  /** What the target was foreseen from: existing customers, new customers, and a word on competition. */
  readonly forecast: {
    readonly existingMinor: number | null;
    readonly newMinor: number | null;
    readonly competition: string | null;
  } | null;
  /** One direction for each fiscal quarter, by quarter. */
  readonly focus: Readonly<Record<PeriodId, string | null>>;
  /** Actuals of the same period in earlier years, oldest first. */
  readonly history: readonly { readonly period: PeriodId; readonly amountMinor: number }[];
  /** From `probabilityOfReaching`; null when it was not simulated. */
  readonly outlook: Pick<Reaching, 'probability' | 'standardError' | 'p50Minor'> | null;
}

/** What is asked. All may be set; the defaults are ours and no law. */
export interface LintOptions {
  readonly today: BusinessDate;
  readonly fiscalYearStartMonth: number;
  /** Below this chance a target counts as out of reach. 0.3: two of three such targets are missed. */
  readonly leastProbability?: number;
  /** Above it a target asks nothing. 0.95. */
  readonly mostProbability?: number;
  /** How far growth may exceed the best of the history, as a fraction of last year. 0.1: ten points above the best. */
  readonly growthMargin?: number;
  /** Levels that must be there. Month, week and day. */
  readonly levels?: readonly SplitLevel[];
}

/** The options with every threshold set. */
export type LintRules = Required<LintOptions>;
