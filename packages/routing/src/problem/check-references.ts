import { RoutingError } from '../error.ts';
import { refuseTwice } from './read.ts';
import type { Place, VisitProblem } from './visit-problem.ts';

/** What single values do not show: ids that occur once, and references to what is there. */
export function checkReferences(problem: VisitProblem): void {
  const { representatives, customers, speedProfiles, published } = problem;
  refuseTwice(
    representatives.map(({ id }) => id),
    (index) => `representatives.${index}.id`,
  );
  refuseTwice(
    customers.map(({ id }) => id),
    (index) => `customers.${index}.id`,
  );
  refuseTwice(
    speedProfiles.map(({ id }) => id),
    (index) => `speedProfiles.${index}.id`,
  );
  const people = new Set(representatives.map(({ id }) => id));
  const profiles = new Set(speedProfiles.map(({ id }) => id));
  const known = new Set(customers.map(({ id }) => id));

  checkPlaces(problem);
  representatives.forEach(({ speedProfile, appointments }, index) => {
    need(profiles, speedProfile, `representatives.${index}.speedProfile`);
    refuseTwice(
      appointments.map(({ id }) => id),
      (at) => `representatives.${index}.appointments.${at}.id`,
    );
  });
  customers.forEach(({ owner, representatives: some, promised }, index) => {
    need(people, owner, `customers.${index}.owner`);
    some?.forEach((id, at) => need(people, id, `customers.${index}.representatives.${at}`));
    promised.forEach((promise, at) => need(people, promise.representative, `customers.${index}.promised.${at}.representative`));
  });
  published?.forEach((visit, index) => {
    need(known, visit.customer, `published.${index}.customer`);
    need(people, visit.representative, `published.${index}.representative`);
  });
  refuseTwice(
    (published ?? []).map(({ customer, date }) => `${customer} ${date}`),
    (index) => `published.${index}`,
  );
}

function need(ids: ReadonlySet<string>, id: string | null, path: string): void {
  if (id !== null && !ids.has(id)) throw new RoutingError('routing.problem.reference', id, path);
}

/** Places of representatives must be found: without them there is no route. Those of customers may be missing. */
function checkPlaces({ representatives, travel }: VisitProblem): void {
  const rows = new Set(travel.kind === 'matrix' ? travel.ids : []);
  const found = (place: Place | null, path: string, ownId: string | null = null): void => {
    if (place === null || place.point !== null || rows.has(place.travelId ?? ownId ?? '')) return;
    throw new RoutingError('routing.problem.reference', place.travelId, `${path}.travelId`);
  };
  representatives.forEach(({ id, home, start, end, days, appointments }, index) => {
    const path = `representatives.${index}`;
    found(home, `${path}.home`, id);
    if (start !== home) found(start, `${path}.start`);
    if (end !== home) found(end, `${path}.end`);
    days.forEach((day, at) => {
      found(day.start, `${path}.days.${at}.start`);
      found(day.end, `${path}.days.${at}.end`);
    });
    appointments.forEach(({ place }, at) => found(place, `${path}.appointments.${at}.place`));
  });
}
