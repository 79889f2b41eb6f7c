/** From opportunities to visits per customer class, and whether the people can make them. */
import { outlookError } from './outlook-error.ts';
import { checkCount, checkIds, checkNumber } from './check.ts';
import { ceilDivide } from './integer-ratio.ts';
import { obstacle } from './obstacle.ts';
import type { Obstacle } from './obstacle.ts';
import type { ValuedOpportunity } from './pipeline.ts';
import type { RemainingWindow } from './remaining-window.ts';
import type { StageNeed } from './required-stages.ts';

/** Effective visits counted in a stage, on all its opportunities, for so many that advanced. */
export interface VisitEffort {
  readonly stage: string;
  readonly effectiveVisits: number;
  readonly advanced: number;
}

/** How a class of customers is worked, measured. */
export interface ClassEffort {
  readonly customerClass: string;
  /** Its part of the opportunities as a count, for example its wins so far: parts are weights, not percentages. */
  readonly weight: number;
  readonly effort: readonly VisitEffort[];
  /** 有效拜访率 as its counts: effective of completed. */
  readonly effective: { readonly effective: number; readonly completed: number };
}

/** What people can do. */
export interface VisitCapacity {
  readonly visitsPerPersonDay: number;
  readonly people: number;
  /** Visits promised to other purposes in the same days. */
  readonly reservedVisits?: number;
}

/** Visits of one class. null: an effort is unmeasured, and an obstacle says which. */
export interface ClassVisits {
  readonly customerClass: string;
  /** Rounded up stage by stage, first stage first. */
  readonly stages: readonly { readonly stage: string; readonly effectiveVisits: number | null }[];
  readonly effectiveVisits: number | null;
  /** Visits to complete so that enough of them are effective, rounded up. */
  readonly visits: number | null;
}

/** The demand for visits against what can be done. */
export interface VisitDemand {
  readonly classes: readonly ClassVisits[];
  /** Over all classes that are known; `complete` says whether that is all. */
  readonly visits: number;
  readonly complete: boolean;
  readonly available: number | null;
  readonly missing: number | null;
}

/** What the demand is made of. */
export interface VisitContext {
  readonly classes: readonly ClassEffort[];
  readonly needs: readonly StageNeed[];
  readonly wins: number | null;
  readonly pipeline: readonly ValuedOpportunity[];
  readonly capacity: VisitCapacity | null;
  readonly window: RemainingWindow;
}

/** Visits for the opportunities still to be found and for those in the pipeline that can still close in time. */
export function requiredVisits(context: VisitContext): { demand: VisitDemand; obstacles: Obstacle[] } {
  checkEffort(context);
  const obstacles: Obstacle[] = [];
  const whole = context.classes.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) obstacles.push(obstacle('effort.noClass', true, { classes: context.classes.length }));
  const classes = context.classes.map((one) => classVisits(one, whole, context, obstacles));
  const visits = classes.reduce((sum, one) => sum + (one.visits ?? 0), 0);
  const complete = whole > 0 && classes.every((one) => one.visits !== null);
  const available = availableVisits(context);
  const missing = available === null ? null : Math.max(visits - available, 0);
  if (missing !== null && missing > 0) obstacles.push(shortage(visits, missing, available ?? 0, context));
  return { demand: { classes, visits, complete, available, missing }, obstacles };
}

function classVisits(one: ClassEffort, whole: number, context: VisitContext, obstacles: Obstacle[]): ClassVisits {
  const { customerClass } = one;
  const stages = context.needs.map(({ stage }, place) => {
    const advancing = place + 1 < context.needs.length ? (context.needs[place + 1]?.entered.count ?? null) : context.wins;
    const existing = pipelineAdvances(customerClass, place, context);
    if (advancing === null) return { stage, effectiveVisits: null };
    if (advancing === 0 && existing === 0) return { stage, effectiveVisits: 0 };
    const effort = one.effort.find((row) => row.stage === stage);
    if (effort === undefined || effort.advanced === 0) {
      obstacles.push(obstacle('effort.unmeasured', false, { customerClass, stage }));
      return { stage, effectiveVisits: null };
    }
    const fresh = whole === 0 ? 0n : BigInt(advancing) * BigInt(one.weight) * BigInt(effort.effectiveVisits);
    const forNew = ceilDivide(fresh, BigInt(Math.max(whole, 1)) * BigInt(effort.advanced));
    // A product of chances misses a whole number by a last bit; that must not become another visit.
    const forOpen = Math.ceil((existing * effort.effectiveVisits) / effort.advanced - 1e-9);
    return { stage, effectiveVisits: forNew + Math.max(forOpen, 0) };
  });
  const effectiveVisits = stages.reduce((sum: number | null, row) => {
    return sum === null || row.effectiveVisits === null ? null : sum + row.effectiveVisits;
  }, 0);
  return { customerClass, stages, effectiveVisits, visits: completedFor(one, effectiveVisits, obstacles) };
}

function completedFor(one: ClassEffort, effectiveVisits: number | null, obstacles: Obstacle[]): number | null {
  if (effectiveVisits === null || effectiveVisits === 0) return effectiveVisits;
  const { effective, completed } = one.effective;
  if (effective > 0) return ceilDivide(BigInt(effectiveVisits) * BigInt(completed), BigInt(effective));
  obstacles.push(obstacle('effective.unmeasured', false, { customerClass: one.customerClass, effective, completed }));
  return null;
}

/** Expected number of the class's open opportunities that leave this stage upwards. */
function pipelineAdvances(customerClass: string, place: number, context: VisitContext): number {
  let sum = 0;
  for (const one of context.pipeline) {
    if (one.customerClass !== customerClass || one.place > place || one.inTime === 0 || one.inTime === null) continue;
    let chance = 1;
    for (let at = one.place; at <= place; at += 1) chance *= context.needs[at]?.conversion.ratio ?? 0;
    sum += chance;
  }
  return sum;
}

function availableVisits({ capacity, window }: VisitContext): number | null {
  if (capacity === null) return null;
  const made = capacity.visitsPerPersonDay * capacity.people * window.remaining;
  // 5.1 × 10 is 50.99999999999999 in doubles.
  return Math.max(Math.floor(made + 1e-9) - (capacity.reservedVisits ?? 0), 0);
}

function shortage(needed: number, missing: number, available: number, { capacity, window }: VisitContext): Obstacle {
  const perPerson = (capacity?.visitsPerPersonDay ?? 0) * window.remaining;
  const asked = needed + (capacity?.reservedVisits ?? 0);
  const peopleNeeded = perPerson > 0 ? Math.ceil(asked / perPerson - 1e-9) : null;
  return obstacle('capacity.short', true, { needed, available, missing, remainingDays: window.remaining, peopleNeeded });
}

function checkEffort({ classes, capacity }: VisitContext): void {
  checkIds(
    classes.map(({ customerClass }) => customerClass),
    'visits.classes',
  );
  classes.forEach(({ weight, effort, effective }, index) => {
    const path = `visits.classes.${index}`;
    checkCount(weight, `${path}.weight`);
    effort.forEach((row, at) => {
      checkCount(row.effectiveVisits, `${path}.effort.${at}.effectiveVisits`);
      checkCount(row.advanced, `${path}.effort.${at}.advanced`);
    });
    checkCount(effective.effective, `${path}.effective.effective`);
    if (checkCount(effective.completed, `${path}.effective.completed`) < effective.effective) {
      const counts = `${effective.effective}/${effective.completed}`;
      throw outlookError('allocation.outlook.fraction.invalid', counts, `${path}.effective`);
    }
  });
  if (capacity === null) return;
  checkNumber(capacity.visitsPerPersonDay, 'visits.capacity.visitsPerPersonDay');
  checkNumber(capacity.people, 'visits.capacity.people');
  checkCount(capacity.reservedVisits ?? 0, 'visits.capacity.reservedVisits');
}
