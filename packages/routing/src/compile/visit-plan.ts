import type { BusinessDate, DayStatus } from '@milepost/calendar';
import type { CostParts } from '../solution.ts';
import type { Excluded } from './excluded.ts';
import type { Notice } from './notice.ts';

/** The version of the plan file this package writes. */
export const PLAN_FORMAT = 'milepost.visit-plan/1';

/** A visit or an appointment on a route. Times are 'HH:MM'. */
export interface PlannedVisit {
  /** One of the two is null. */
  readonly customer: string | null;
  readonly appointment: string | null;
  readonly arrival: string;
  /** Start of service: `arrival` + waiting + pauses in between. */
  readonly start: string;
  readonly end: string;
  /** From the place before. Metres are null where only times are stated. */
  readonly travelMinutes: number;
  readonly travelMetres: number | null;
  readonly waitMinutes: number;
  readonly promised: boolean;
}

/** One day of one representative. */
export interface PlannedDay {
  readonly representative: string;
  readonly date: BusinessDate;
  readonly departure: string;
  readonly visits: readonly PlannedVisit[];
  readonly pauses: readonly { readonly kind: 'lunch' | 'busy'; readonly from: string; readonly until: string }[];
  /** The way to the end place, and when it is reached. */
  readonly homeMinutes: number;
  readonly homeMetres: number | null;
  readonly return: string;
  readonly travelMinutes: number;
  readonly serviceMinutes: number;
  readonly waitMinutes: number;
}

/** A plan as a file. */
export interface VisitPlan {
  readonly format: typeof PLAN_FORMAT;
  readonly problem: string;
  readonly horizon: { readonly from: BusinessDate; readonly until: BusinessDate };
  readonly dayStatus: DayStatus;
  /** By date, then representative. */
  readonly days: readonly PlannedDay[];
  readonly unserved: readonly Excluded[];
  /** Customers of whom nothing is wanted within the horizon. */
  readonly notDue: readonly string[];
  readonly notices: readonly Notice[];
  readonly cost: CostParts;
}
