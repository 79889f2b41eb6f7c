/** The counts at the four control points: how many customers, and how far. */
import type { ControlPointCount } from './funnel.ts';
import type { Journey } from './journey.ts';
import { controlPoints } from './stages.ts';
import type { Stage } from './stages.ts';

/** One count for each control point that a stage is mapped to, in their order. */
export function countControlPoints(journeys: readonly Journey[], stages: readonly Stage[]): ControlPointCount[] {
  return controlPoints.flatMap((controlPoint) => {
    const places = stages.flatMap((stage, place) => (stage.controlPoint === controlPoint ? [place] : []));
    if (places.length === 0) return [];
    const open = journeys.filter(({ outcome, current }) => outcome === 'open' && places.includes(current));
    const reached = journeys.filter(({ entered }) => places.some((place) => (entered[place] ?? null) !== null));
    return [
      {
        ...{ controlPoint, open: open.length, reached: reached.length },
        openCustomers: customersOf(open),
        reachedCustomers: customersOf(reached),
      },
    ];
  });
}

function customersOf(journeys: readonly Journey[]): number | null {
  const ids = journeys.map(({ customerId }) => customerId);
  return ids.includes(null) ? null : new Set(ids).size;
}
