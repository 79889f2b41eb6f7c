import { Unreadable } from '../unreadable.ts';
import { Fields } from './fields.ts';
import { readSpan } from './hours.ts';
import type { Span } from './hours.ts';

/** A visit plan as its file states it. Times are minutes after midnight. */
export interface VisitPlan {
  readonly days: readonly PlanDay[];
  readonly unserved: readonly Missing[];
  readonly notDue: ReadonlySet<string>;
  /** Customers about whose gaps or waiting the plan says something. */
  readonly named: ReadonlySet<string>;
  /** Frozen days, as `date representative`, that the plan names as going on for too long to be kept to. */
  readonly late: ReadonlySet<string>;
  readonly travelCost: number;
  readonly total: number;
  /** The parts that make up the total, added up. */
  readonly parts: number;
}

/** One representative's day. */
export interface PlanDay {
  readonly person: string;
  readonly date: string;
  readonly departure: number;
  readonly back: number;
  readonly visits: readonly PlanVisit[];
  readonly pauses: readonly (Span & { readonly lunch: boolean })[];
  readonly homeMinutes: number;
}

/** A stop: a customer or an appointment, the other one null. */
export interface PlanVisit {
  readonly customer: string | null;
  readonly appointment: string | null;
  readonly start: number;
  readonly end: number;
  readonly travelMinutes: number;
}

/** Visits that the plan says are missing. */
export interface Missing {
  readonly customer: string | null;
  readonly appointment: string | null;
  readonly count: number;
  readonly promisedDate: string | null;
}

const PARTS = ['lostValue', 'cadence', 'travel', 'fixed', 'balance', 'changes'];

/** Reads the JSON of a visit plan. Throws `Unreadable`. */
export function readVisitPlan(json: unknown): VisitPlan {
  const root = new Fields(json, '', 'routes.solution.shape');
  if (root.raw('format') !== 'milepost.visit-plan/1')
    throw new Unreadable('routes.solution.format', 'format', root.raw('format'));
  const cost = root.object('cost');
  const about = root.objects('notices').filter((notice) => /^(frequency\.|customer\.overdue$)/.test(notice.text('code')));
  return {
    days: root.objects('days').map(readDay),
    unserved: root.objects('unserved').map((one) => ({
      customer: one.has('customer') ? one.text('customer') : null,
      appointment: one.has('appointment') ? one.text('appointment') : null,
      count: one.number('missing'),
      promisedDate: one.has('promisedDate') ? one.date('promisedDate') : null,
    })),
    notDue: new Set(root.texts('notDue')),
    named: new Set(about.flatMap((notice) => (notice.has('customer') ? [notice.text('customer')] : []))),
    late: new Set(
      root.objects('notices').flatMap((notice) => {
        const named = notice.raw('code') === 'day.late' && notice.has('date') && notice.has('representative');
        return named ? [`${notice.date('date')} ${notice.text('representative')}`] : [];
      }),
    ),
    ...{ travelCost: cost.number('travel'), total: cost.number('total') },
    parts: PARTS.reduce((sum, name) => sum + cost.number(name), 0),
  };
}

function readDay(day: Fields): PlanDay {
  return {
    ...{
      person: day.text('representative'),
      date: day.date('date'),
      departure: day.clock('departure'),
      back: day.clock('return'),
    },
    visits: day.objects('visits').map((visit) => ({
      customer: visit.has('customer') ? visit.text('customer') : null,
      appointment: visit.has('appointment') ? visit.text('appointment') : null,
      ...{ start: visit.clock('start'), end: visit.clock('end'), travelMinutes: visit.number('travelMinutes') },
    })),
    pauses: day.objects('pauses').map((pause) => ({ ...readSpan(pause), lunch: pause.raw('kind') === 'lunch' })),
    homeMinutes: day.number('homeMinutes'),
  };
}
