import type { CustomerType } from '@milepost/crm';
import type { DemoCalendar } from './calendar.ts';
import { monthIndex, weekday } from './days.ts';
import type { Day } from './days.ts';

/** Share of each category (tea, coffee, plant milk, syrup) in what a type of customer buys. */
export const mixByType: Readonly<Record<CustomerType, readonly number[]>> = {
  distributor: [0.34, 0.2, 0.22, 0.24],
  chain: [0.4, 0.28, 0.15, 0.17],
  retail: [0.17, 0.26, 0.39, 0.18],
  institution: [0.22, 0.14, 0.49, 0.15],
};

/** Demand by month for each category: tea and syrup peak in summer, coffee in autumn and winter, plant milk when school begins. */
const byMonth: readonly (readonly number[])[] = [
  [0.8, 0.82, 0.88, 0.98, 1.12, 1.3, 1.4, 1.34, 1.08, 0.92, 0.84, 0.8],
  [1.06, 0.98, 1, 0.96, 0.93, 0.9, 0.88, 0.92, 1.04, 1.1, 1.12, 1.1],
  [0.98, 0.92, 1.04, 1.02, 1, 0.94, 0.9, 0.98, 1.16, 1.08, 1, 0.98],
  [0.9, 0.88, 0.92, 0.98, 1.08, 1.18, 1.22, 1.2, 1.04, 0.94, 0.9, 0.9],
];

/** Schools are empty in July, August and around the winter break. */
const institutionByMonth = [0.8, 0.62, 1.1, 1.08, 1.08, 1.02, 0.52, 0.6, 1.22, 1.1, 1.06, 1];
const weekdayWeight = [1.25, 1.15, 1.05, 1, 0.82, 0.82, 0.82];

/** How strongly customers of each type order on each day of the history. */
export class Demand {
  private readonly first: Day;
  private readonly working: Uint8Array;
  private readonly weights: Readonly<Record<CustomerType, Float64Array>>;

  constructor(calendar: DemoCalendar, first: Day, last: Day) {
    this.first = first;
    const length = last - first + 1;
    this.working = new Uint8Array(length);
    this.weights = {
      distributor: new Float64Array(length),
      chain: new Float64Array(length),
      retail: new Float64Array(length),
      institution: new Float64Array(length),
    };
    for (let day = first; day <= last; day += 1) this.fill(day, calendar);
  }

  private fill(day: Day, calendar: DemoCalendar): void {
    const index = day - this.first;
    const offset = calendar.fromSpringFestival(day);
    const closed = offset >= -3 && offset <= 7;
    this.working[index] = calendar.isWorking(day) && !closed ? 1 : 0;
    for (const type of Object.keys(this.weights) as CustomerType[]) {
      const mix = mixByType[type];
      let weight = 0;
      for (let category = 0; category < mix.length; category += 1)
        weight += (mix[category] as number) * categoryWeight(category, day);
      if (type === 'institution') weight *= institutionByMonth[monthIndex(day)] as number;
      this.weights[type][index] = weight * festivalWeight(offset, type);
    }
  }

  /** Whether customers order and deliveries run: a working day outside the festival closure. */
  isOpen(day: Day): boolean {
    return this.working[day - this.first] === 1;
  }

  /** Demand of the day against an average day. */
  on(type: CustomerType, day: Day): number {
    return this.weights[type][day - this.first] as number;
  }
}

/** Demand for a category on a day of the year, around 1. */
export function categoryWeight(category: number, day: Day): number {
  return (byMonth[category] as readonly number[])[monthIndex(day)] as number;
}

/** How likely an order is put on this weekday; 1.25 at most. */
export function orderingWeight(day: Day): number {
  return weekdayWeight[weekday(day)] as number;
}

/** Stocking up in the four weeks before the lunar new year, nothing during it, a slow restart after it. */
function festivalWeight(offset: number, type: CustomerType): number {
  if (type === 'institution') return offset >= -18 && offset <= 14 ? 0.35 : 1;
  const strength = type === 'retail' ? 1.3 : 1;
  if (offset >= -30 && offset < -8) return 1 + 0.5 * strength;
  if (offset >= -8 && offset < -3) return 0.85;
  if (offset >= -3 && offset <= 7) return 0.3;
  if (offset > 7 && offset <= 20) return 0.5;
  if (offset > 20 && offset <= 32) return 0.82;
  return 1;
}
