import { effectivenessBy, ruleFor } from './summary.ts';
import type { Settings } from './settings.ts';
import type { DistanceBand, Visit, VisitPurpose, VisitStatus, VisitSummary } from './types.ts';

/**
 * Where a visit may be found after a write. Steps may be skipped: a phone without a network sends start and completion in
 * one write. A completed visit stays completed and a cancelled one cancelled.
 */
export const reachable: Readonly<Record<VisitStatus, readonly VisitStatus[]>> = {
  planned: ['planned', 'inProgress', 'completed', 'cancelled'],
  inProgress: ['inProgress', 'completed', 'cancelled'],
  completed: ['completed'],
  cancelled: ['cancelled'],
};

/** A visit on a day, with nothing done yet. */
export function plannedVisit(plan: {
  readonly dayOn: string;
  readonly routeOrder: number;
  readonly area: string;
  readonly purpose: VisitPurpose;
  readonly time?: string | null;
  readonly content?: string;
  readonly placedBy?: Visit['placedBy'];
}): Visit {
  return {
    dayOn: plan.dayOn,
    routeOrder: plan.routeOrder,
    time: plan.time ?? null,
    area: plan.area.slice(0, 60),
    purpose: plan.purpose,
    content: plan.content ?? '',
    placedBy: plan.placedBy ?? 'person',
    status: 'planned',
    startedAt: null,
    completedAt: null,
    distance: null,
    summary: null,
    effective: null,
    cancelReason: null,
    moves: [],
    amendments: [],
  };
}

/** Begins a visit; `at` is an instant. A visit begun on another day than planned counts for the day it happens. */
export function start(visit: Visit, at: string, today: string, distance: DistanceBand | null = null): Visit {
  const moves = visit.dayOn === today ? visit.moves : [...visit.moves, { from: visit.dayOn, to: today, reason: '' }].slice(-20);
  return { ...visit, dayOn: today, moves, status: 'inProgress', startedAt: at, distance };
}

/** Ends a visit with its summary; whether it was effective follows from the rule in force. */
export function complete(visit: Visit, summary: VisitSummary, at: string, settings: Settings): Visit {
  const done: Visit = { ...visit, status: 'completed', completedAt: at, summary };
  return { ...done, effective: effectivenessBy(done, ruleFor(visit.purpose, settings)) };
}

/** Changes a completed summary, saying why. The rule of the day it was completed goes on to hold. */
export function amend(visit: Visit, summary: VisitSummary, amendment: Visit['amendments'][number]): Visit {
  const next: Visit = { ...visit, summary, amendments: [...visit.amendments, amendment] };
  return visit.effective ? { ...next, effective: effectivenessBy(next, visit.effective.rule) } : next;
}

/** Takes a visit off the plan. */
export function cancel(visit: Visit, reason: string): Visit {
  return { ...visit, status: 'cancelled', cancelReason: reason };
}

/** Puts a visit on another day, keeping where it was and why. A place chosen by a person is a person's from then on. */
export function moveTo(visit: Visit, dayOn: string, routeOrder: number, reason: string): Visit {
  if (visit.dayOn === dayOn) return { ...visit, routeOrder, placedBy: 'person' };
  const moves = [...visit.moves, { from: visit.dayOn, to: dayOn, reason }];
  return { ...visit, dayOn, routeOrder, placedBy: 'person', moves: moves.slice(-20) };
}
