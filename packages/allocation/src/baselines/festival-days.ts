/**
 * Which day of the past a day of the plan is compared with, when both are seen from 春节.
 *
 * Within a window around the festival it is the day at the same distance from the festival of that year. Beyond the window
 * the difference to the plain date fades out evenly over the hand-over days, so that no day of the past is skipped at once
 * and time never runs backwards. Further away it is the same date.
 */
import { fromEpochDay, springFestival, toEpochDay } from '@milepost/calendar';
import { shiftYears } from './time-map.ts';
import { baselineError } from './baseline-error.ts';

/** How far around 春节 days are compared by their distance from it. Whole days, 0 to 120. */
export interface FestivalWindow {
  /** Days before 初一 at the same distance; 30 when left out: the rush before the holiday. */
  readonly beforeDays?: number;
  /** Days after it; 20 when left out: until after 元宵. */
  readonly afterDays?: number;
  /** Over which the plain date takes over again on either side, at least as long as the festival moves; 30 when left out. */
  readonly handOverDays?: number;
}

/** A festival of the plan and the one it is compared with. */
export interface FestivalPair {
  readonly festival: string;
  readonly past: string;
  /** Days it comes later in the plan's year than in the past one; negative when earlier. */
  readonly movedDays: number;
}

/** The mapping of days for one distance in years. Epoch days. */
export interface FestivalDays {
  readonly pairs: readonly FestivalPair[];
  /** The same date in the past. */
  plainDay(day: number): number;
  /** The day of the past to compare with. */
  alignedDay(day: number): number;
}

/**
 * Prepares the mapping for the days from `start` up to `end`. Throws `allocation.festival.unknown` for years outside 1990 to
 * 2100, `allocation.festival.days`, and `allocation.festival.handOver` when the festival moves by more than the hand-over.
 */
export function festivalDays(start: number, end: number, yearsBack: number, window: FestivalWindow = {}): FestivalDays {
  const { before, after, handOver } = daysOfWindow(window);
  const plainDay = (day: number): number => toEpochDay(shiftYears(fromEpochDay(day), -yearsBack));
  const reach = Math.max(before, after) + handOver;
  const found: FestivalSpan[] = [];
  for (let year = yearOf(start - reach); year <= yearOf(end + reach); year += 1) {
    const [festival, past] = [festivalOf(year), festivalOf(year - yearsBack)];
    const [at, pastAt] = [toEpochDay(festival), toEpochDay(past)];
    if (at + after + handOver < start || at - before - handOver >= end) continue;
    const pair = { festival, past, movedDays: plainDay(at) - pastAt };
    const [plainStart, plainEnd] = [plainDay(at - before - handOver), plainDay(at + after + handOver)];
    if (plainStart > pastAt - before || plainEnd < pastAt + after) {
      throw baselineError('allocation.festival.handOver', Math.abs(pair.movedDays), 'window.handOverDays');
    }
    found.push({ at, pastAt, plainStart, plainEnd, pair });
  }
  const alignedDay = (day: number): number => {
    for (const { at, pastAt, plainStart, plainEnd } of found) {
      const [early, late] = [at - before - day, day - at - after];
      if (early <= 0 && late <= 0) return pastAt + day - at;
      if (early > 0 && early < handOver) return between(pastAt - before, plainStart, early / handOver);
      if (late > 0 && late < handOver) return between(pastAt + after, plainEnd, late / handOver);
    }
    return plainDay(day);
  };
  return { pairs: found.map(({ pair }) => pair), plainDay, alignedDay };
}

interface FestivalSpan {
  readonly at: number;
  readonly pastAt: number;
  /** Where the plain date is reached on either side. */
  readonly plainStart: number;
  readonly plainEnd: number;
  readonly pair: FestivalPair;
}

function between(from: number, to: number, part: number): number {
  return from + Math.round((to - from) * part);
}

function daysOfWindow({ beforeDays = 30, afterDays = 20, handOverDays = 30 }: FestivalWindow) {
  for (const [name, days] of Object.entries({ beforeDays, afterDays, handOverDays })) {
    if (!Number.isInteger(days) || days < 0 || days > 120)
      throw baselineError('allocation.festival.days', days, `window.${name}`);
  }
  return { before: beforeDays, after: afterDays, handOver: handOverDays };
}

function festivalOf(year: number): string {
  const festival = springFestival(year);
  if (festival === null) throw baselineError('allocation.festival.unknown', year, 'target');
  return festival;
}

function yearOf(day: number): number {
  return Number(fromEpochDay(day).slice(0, 4));
}
