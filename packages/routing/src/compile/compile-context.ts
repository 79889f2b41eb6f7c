import type { BusinessDate } from '@milepost/calendar';
import type { Customer, Representative, VisitProblem } from '../problem/visit-problem.ts';
import type { HorizonDay } from './horizon-days.ts';
import type { PersonDay } from './person-day.ts';

/** What the parts of a group are compiled with. People are numbered within the group. */
export interface CompileContext {
  readonly problem: VisitProblem;
  readonly days: readonly HorizonDay[];
  readonly dayOf: ReadonlyMap<BusinessDate, number>;
  readonly people: readonly Representative[];
  readonly personOf: ReadonlyMap<string, number>;
  /** `[person][day]`, null when it is not worked. */
  readonly workdays: readonly (readonly (PersonDay | null)[])[];
  readonly customers: readonly Customer[];
  /** Mean of the values stated above 0 in the whole problem; 1 when there are none. */
  readonly meanValue: number;
}
