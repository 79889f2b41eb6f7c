import { RoutingError } from '../error.ts';
import type { Appointment, Place } from '../problem/visit-problem.ts';
import type { CompileContext } from './compile-context.ts';
import { PlaceTable } from './place-table.ts';

/** The places of a group and their numbers. */
export interface GroupPlaces {
  readonly table: PlaceTable;
  /** One per customer; null where nobody knows the place. */
  readonly places: readonly (number | null)[];
  placeOf(appointment: Appointment): number | null;
  startOf(person: number, workday: { readonly start: Place }): number;
  endOf(person: number, workday: { readonly end: Place }): number;
}

/** Numbers the places of a group: those where days begin and end and of appointments first, then customers. Always in the same order. */
export function placesOfGroup({ problem, people, customers, workdays }: CompileContext): GroupPlaces {
  const table = new PlaceTable(problem);
  // Only the home is known by the id of its representative: a start elsewhere is not at home.
  const number = (place: Place, person: number): number => {
    const { id, home } = people[person]!;
    return requiredPlace(table.add(place, place === home ? id : ''), id);
  };
  const placeOf = (appointment: Appointment): number | null => table.add(appointment.place, '');
  const startOf: GroupPlaces['startOf'] = (person, { start }) => number(start, person);
  const endOf: GroupPlaces['endOf'] = (person, { end }) => number(end, person);
  workdays.forEach((list, person) => {
    for (const workday of list) {
      if (workday === null) continue;
      startOf(person, workday);
      endOf(person, workday);
      workday.appointments.forEach(placeOf);
    }
  });
  return { table, placeOf, startOf, endOf, places: customers.map(({ id, place }) => table.add(place, id)) };
}

/** A place that the parser has made sure of. Throws `routing.problem.place` for data that did not come from it. */
export function requiredPlace(place: number | null, name: string): number {
  if (place === null) throw new RoutingError('routing.problem.place', name);
  return place;
}
