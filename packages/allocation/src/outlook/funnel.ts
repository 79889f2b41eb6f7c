/** What a measured funnel is: plain data, to be stored, shown and handed to the other calculations. */
import type { BusinessDate, DayStatus } from '@milepost/calendar';
import type { Proportion } from './proportion.ts';
import type { ControlPoint } from './stages.ts';
import type { TimeInStage } from './time-in-stage.ts';

/** One stage of a measured funnel. entered = advanced + lost + open. */
export interface StageMeasure {
  readonly stage: string;
  /** Opportunities that were in this stage or passed it on their way. */
  readonly entered: number;
  readonly advanced: number;
  readonly lost: number;
  /** Not advanced and not lost as of the day of measuring: nobody knows yet how they end. */
  readonly open: number;
  /** Among the entered: jumped over this stage. They count in the conversion and say nothing about time. */
  readonly skipped: number;
  /** advanced / (advanced + lost): those still open are in neither count. */
  readonly conversion: Proportion;
  /** advanced / entered, the cohort reading: too low while some are open, the same once all have ended. */
  readonly ofEntered: Proportion;
  /** In working days. */
  readonly time: TimeInStage;
}

/** How many stand at a control point, and how many ever reached it. Opportunities in several of its stages count once. */
export interface ControlPointCount {
  readonly controlPoint: ControlPoint;
  readonly open: number;
  readonly reached: number;
  /** Different customers among them; null when an opportunity names none. */
  readonly openCustomers: number | null;
  readonly reachedCustomers: number | null;
}

/** Wins with an amount; their mean is amountMinor / count, divided only where it is used. */
export interface DealValue {
  readonly count: number;
  readonly amountMinor: number;
}

/** 流速 = opportunities × mean value × win rate / cycle days, with its parts. */
export interface Velocity {
  readonly openOpportunities: number;
  readonly deal: DealValue;
  readonly winRate: Proportion;
  /** Working days from the first stage to the win, added up over the wins. */
  readonly cycleDays: { readonly sum: number; readonly wins: number };
  /** Minor units a working day, not rounded; null while a part is unknown or a cycle takes no day. */
  readonly amountMinorPerDay: number | null;
}

/** The measures of some of the opportunities. */
export interface FunnelMeasures {
  readonly opportunities: number;
  readonly stages: readonly StageMeasure[];
  readonly won: DealValue & { readonly withoutAmount: number };
  readonly velocity: Velocity;
}

/** The measures of one customer class or product category; null for opportunities that name none. */
export interface FunnelSegment extends FunnelMeasures {
  readonly key: string | null;
}

/** A funnel measured as of a day. Segments are measured on their own counts and add up to the whole's counts. */
export interface Funnel extends FunnelMeasures {
  readonly asOf: BusinessDate;
  readonly currency: string | null;
  /** How sure the working days are that times were measured in. */
  readonly dayStatus: DayStatus;
  readonly controlPoints: readonly ControlPointCount[];
  readonly byCustomerClass: readonly FunnelSegment[];
  readonly byProductCategory: readonly FunnelSegment[];
  readonly laterEvents: number;
  readonly withoutStage: number;
}
