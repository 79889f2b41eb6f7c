import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import { clock } from '../clock.ts';
import type { CheckedDay } from '../day.ts';
import { joined, left } from '../hours.ts';
import type { Span } from '../hours.ts';
import type { Spot } from '../travel.ts';

/** Nobody is anywhere before the way there, in one piece between pauses, is over; stops last as long as they have to. */
export function ways({ stated, stops, workday, way }: CheckedDay): Broken[] {
  const pauses = joined([...workday.busy, ...stated.pauses]);
  const at = { day: stated.date, vehicle: stated.person };
  let [place, free]: [Spot, number] = [workday.start, stated.departure];
  const found = stops.flatMap(({ visit, customer, appointment, place: next }) => {
    const spot = { ...at, client: visit.customer ?? visit.appointment ?? '' };
    const minutes = way(place, next);
    const earliest = arrivalOf(free, minutes, pauses);
    const length = customer?.service ?? appointment!.until - appointment!.from;
    [place, free] = [next, visit.end];
    return [
      ...(visit.travelMinutes < minutes ? [breaks('stop.travel', spot, visit.travelMinutes, minutes)] : []),
      ...(visit.start < earliest ? [breaks('stop.early', spot, clock(visit.start), clock(earliest))] : []),
      ...(visit.end === visit.start + length ? [] : [breaks('stop.length', spot, clock(visit.end), clock(visit.start + length))]),
      ...pauses
        .filter(({ from, until }) => from < visit.end && visit.start < until)
        .map(({ from }) => breaks('stop.pause', spot, clock(visit.start), clock(from))),
    ];
  });
  const minutes = way(place, workday.end);
  const home = arrivalOf(free, minutes, pauses);
  return [
    ...found,
    ...(stated.homeMinutes < minutes ? [breaks('stop.travel', at, stated.homeMinutes, minutes)] : []),
    ...(stated.back < home ? [breaks('day.arrival', at, clock(stated.back), clock(home))] : []),
  ];
}

/** The first moment at which a way of so many minutes can be behind one, none of it during a pause. */
function arrivalOf(free: number, minutes: number, pauses: readonly Span[]): number {
  const ahead = pauses.filter(({ until }) => until > free);
  const room = left({ from: free, until: Infinity }, ahead).find(({ from, until }) => until - from >= minutes);
  return room === undefined ? Infinity : room.from + minutes;
}
