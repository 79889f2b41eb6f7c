import { readInstance, solutionFile } from '@milepost/routing/formats';
import { startSearch } from '@milepost/routing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRoutes } from './check-routes.ts';
import type { RoutesCheck } from './check-routes.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Depot at the origin, open from 0 to 60; a at (3, 0), b at (3, 4): legs of 3, 4 and 5. Two days, two vehicles a day, load up to 10,
 * routes up to 18. a is visited on both days, begun between 10 and 12, and takes 2; b once, between 20 and 22, and takes 2.
 */
const instance = `5 2 2 2
18 10
18 10
0 0 0 0 0 0 0 0 60
1 3 0 2 4 2 1 3 10 12
2 3 4 2 6 1 2 1 2 20 22
`;

/** On day 2 the vehicle leaves at 9, serves a at 12 and, after waiting, b at 20, and is back at 27, eighteen later. The way is 6 + 12. */
const plan = () => ({
  format: 'milepost.routes/1',
  distances: 'exact',
  cost: 18,
  routes: [
    { day: 1, vehicle: 1, departure: 7, arrival: 15, visits: [{ client: '1', start: 10 }] },
    {
      day: 2,
      vehicle: 2,
      departure: 9,
      arrival: 27,
      visits: [{ client: '1', start: 12 }, { client: '2', start: 20 }],
    },
  ],
}); // prettier-ignore

type Draft = ReturnType<typeof plan>;

function check(change: (draft: Draft) => void = () => undefined, text = instance): RoutesCheck {
  const draft = plan();
  change(draft);
  return checkRoutes(text, JSON.stringify(draft));
}

/** Everything broken, on one line each: code, day, vehicle, customer. */
function broken(change: (draft: Draft) => void, text = instance): string[] {
  return check(change, text).broken.map(({ code, day, vehicle, client }) =>
    [code, day ?? '-', vehicle ?? '-', client ?? '-'].join(' '),
  );
}

const second = (draft: Draft): Draft['routes'][number] => draft.routes[1]!;

it('finds nothing in a plan that keeps everything, up to the last minute of each limit', () => {
  expect(check()).toEqual({ ...{ broken: [], days: 2, clients: 2, visits: 3, routes: 2 }, cost: 18, statedCost: 18, distances: 'exact' }); // prettier-ignore
});

describe('a plan that was tampered with', () => {
  it.each<[string, (draft: Draft) => void, string[]]>([
    ['a customer dropped', (draft) => second(draft).visits.pop(), ['client.days - - 2', 'plan.cost - - -']],
    ['a visit moved to another day', (draft) => draft.routes[0]!.visits.push(second(draft).visits.pop()!), ['route.arrival 1 1 -']], // prettier-ignore
    ['two visits exchanged', (draft) => second(draft).visits.reverse(), ['visit.early 2 2 1']],
    ['a visit doubled', (draft) => draft.routes[0]!.visits.push({ client: '1', start: 12 }), ['client.twice 1 - 1', 'route.arrival 1 1 -']], // prettier-ignore
    ['an unknown customer', (draft) => second(draft).visits.push({ client: '9', start: 25 }), ['client.unknown 2 - 9']],
    ['a start before the window', (draft) => (draft.routes[0]!.visits[0]!.start = 9.9), ['visit.early 1 1 1', 'visit.window 1 1 1']], // prettier-ignore
    ['a start after the window', (draft) => (draft.routes[0]!.visits[0]!.start = 12.1), ['route.arrival 1 1 -', 'visit.window 1 1 1']], // prettier-ignore
    ['a start before it can be there', (draft) => (second(draft).departure = 9.5), ['visit.early 2 2 1']],
    ['a return before it can be there', (draft) => (second(draft).arrival = 26), ['route.arrival 2 2 -']],
    ['a departure too early for the duration', (draft) => (second(draft).departure = 8.9), ['route.duration 2 2 -']],
    ['a departure before the depot opens', (draft) => (draft.routes[0]!.departure = -1), ['route.departure 1 1 -']],
    ['a return after the depot closes', (draft) => (draft.routes[0]!.arrival = 61), ['route.return 1 1 -', 'route.duration 1 1 -']], // prettier-ignore
    ['a day outside of the period', (draft) => (second(draft).day = 3), ['route.day 3 2 -', 'client.days - - 1', 'client.days - - 2', 'plan.cost - - -']], // prettier-ignore
    ['a vehicle that is not there', (draft) => (second(draft).vehicle = 3), ['route.vehicle 2 3 -', 'plan.cost - - -']],
    ['one vehicle twice on a day', (draft) => draft.routes.push({ ...second(draft), visits: [] }), ['route.twice 2 2 -']],
    ['a cost that is too low', (draft) => (draft.cost = 17.99), ['plan.cost - - -']],
  ])('%s is named with its place', (_, change, expected) => {
    expect(broken(change)).toEqual(expected);
  });

  it('a load beyond the capacity is named with its place', () => {
    expect(broken(() => undefined, instance.replace('1 3 0 2 4', '1 3 0 2 4.1'))).toEqual(['route.capacity 2 2 -']);
  });

  it('whatever single number is changed, something is found or the plan still holds by itself', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: -50, max: 80, noNaN: true }), (at, value) => {
        const draft = plan();
        const visits = draft.routes.flatMap((route) => route.visits);
        const visit = visits[at % visits.length]!;
        visit.start = value;
        // Only these starts leave time for the ways before and after, and lie in the windows.
        const least = { 0: 10, 1: 12, 2: 20 }[at % 3]!;
        const most = { 0: 10, 1: 12, 2: 20 }[at % 3]!;
        const holds = value >= least - 1e-5 && value <= most + 1e-5;
        expect(checkRoutes(instance, JSON.stringify(draft)).broken.length === 0).toBe(holds);
      }),
    );
  });
});

it('finds times itself where the plan states none, leaving as late as the windows allow', () => {
  const strip = (draft: Draft): void => {
    for (const route of draft.routes as Partial<Draft['routes'][number]>[]) {
      delete route.departure;
      delete route.arrival;
      for (const visit of route.visits as { start?: number }[]) delete visit.start;
    }
  };
  expect(broken(strip)).toEqual([]);
  // 18 is the shortest that day 2 can take.
  expect(broken(strip, instance.replaceAll('18 10', '17.9 10'))).toEqual(['route.duration 2 2 -']);
  expect(broken(strip, instance.replace('20 22', '12 13'))).toEqual(['visit.window 2 2 2', 'route.duration 2 2 -']);
});

describe('other formats', () => {
  const solomon = 'T\nVEHICLE\nNUMBER CAPACITY\n1 9\nCUSTOMER\nCUST NO.\n0 0 0 0 0 9.9 0\n5 1 1 1 7.5 20 1\n';
  const tour = 'TYPE: TSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 1 1\n3 0 1\nEOF\n';
  const one = (stops: string[], stated: object): string =>
    JSON.stringify({ format: 'milepost.routes/1', routes: [{ day: 1, vehicle: 1, visits: stops.map((client) => ({ client })) }], ...stated }); // prettier-ignore

  it('checks a plan in distances cut after one decimal by those', () => {
    // 1.4 there and back; at 7.5 a minute of service, back at 9.9 where doubles would be late.
    expect(checkRoutes(solomon, one(['5'], { cost: 2.8, distances: 'truncated' })).broken).toEqual([]);
    const { broken: found } = checkRoutes(solomon, one(['5'], { cost: 2 * Math.SQRT2, distances: 'exact' }));
    expect(found.map(({ code }) => code)).toEqual(['route.return']);
  });

  it('checks a tour by the whole distances of TSPLIB', () => {
    expect(checkRoutes(tour, one(['2', '3'], { cost: 3, distances: 'stated' })).broken).toEqual([]);
    const { broken: found } = checkRoutes(tour, one(['2', '2'], { cost: 2, distances: 'stated' }));
    expect(found.map(({ code }) => code)).toEqual(['client.twice', 'client.days']);
  });

  it.each([
    // √8 = 2.83, √5 = 2.24 and √(90 / 10) = 3; a degree of the equator is 111.3 km.
    ['EUC_2D', '2 2', 6],
    ['EUC_2D', '2 1', 4],
    ['CEIL_2D', '2 1', 6],
    ['MAN_2D', '2 1.4', 6],
    ['MAX_2D', '2 1', 4],
    ['ATT', '9 3', 6],
    ['ATT', '10 0', 8],
    ['GEO', '0.00 1.00', 224],
  ])('measures by %s as TSPLIB does (%s)', (rule, point, cost) => {
    const text = `TYPE: TSP\nDIMENSION: 2\nEDGE_WEIGHT_TYPE: ${rule}\nNODE_COORD_SECTION\n1 0 0\n2 ${point}\nEOF\n`;
    expect(checkRoutes(text, one(['2'], { cost, distances: 'stated' })).broken).toEqual([]);
  });

  it('checks a tour through an asymmetric matrix in its direction', () => {
    const text = 'TYPE: ATSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 1 2\n3 0 4\n5 6 0\n'; // prettier-ignore
    expect(checkRoutes(text, one(['2', '3'], { cost: 10, distances: 'stated' })).broken).toEqual([]);
    expect(checkRoutes(text, one(['3', '2'], { cost: 11, distances: 'stated' })).broken).toEqual([]);
  });
});

describe('what cannot be checked', () => {
  const refused = (text: string, solution: string): string => {
    try {
      checkRoutes(text, solution);
    } catch (error) {
      if (error instanceof Unreadable) return `${error.code} ${error.path}`;
      throw error;
    }
    return 'read';
  };

  it.each([
    ['a plan that is no JSON', instance, '{', 'routes.solution.json '],
    ['a plan of another format', instance, '{"format":"other/1"}', 'routes.solution.format format'],
    ['a cost that is a text', instance, JSON.stringify({ ...plan(), cost: '18' }), 'routes.solution.shape cost'],
    ['a customer that is a number', instance, JSON.stringify({ ...plan(), routes: [{ day: 1, vehicle: 1, visits: [{ client: 1 }] }] }), 'routes.solution.shape routes.0.visits.0.client'], // prettier-ignore
    ['an empty instance', '', JSON.stringify(plan()), 'routes.instance.format '],
    ['an instance that ends early', instance.slice(0, instance.indexOf('2 3 4')), JSON.stringify(plan()), 'routes.instance.end '],
    [
      'an instance of another kind',
      instance.replace('5 2 2 2', '6 2 2 2'),
      JSON.stringify(plan()),
      'routes.instance.kind line 1',
    ],
    ['a line that is no numbers', instance.replace('3 4 2 6', '3 x 2 6'), JSON.stringify(plan()), 'routes.instance.line line 6'],
  ])('%s is refused', (_, text, solution, expected) => {
    expect(refused(text, solution)).toBe(expected);
  });

  it('never ends otherwise than with an answer or a typed error', () => {
    const text = JSON.stringify(plan());
    const cut = fc.tuple(fc.nat(text.length), fc.string({ maxLength: 4, unit: 'binary' }), fc.nat(12)).map(([at, put, over]) => text.slice(0, at) + put + text.slice(at + over)); // prettier-ignore
    fc.assert(
      fc.property(cut, (solution) => void refused(instance, solution)),
      { numRuns: 300 },
    );
    const bent = fc.tuple(fc.nat(instance.length), fc.string({ maxLength: 4, unit: 'binary' }), fc.nat(12)).map(([at, put, over]) => instance.slice(0, at) + put + instance.slice(at + over)); // prettier-ignore
    fc.assert(
      fc.property(bent, (file) => void refused(file, text)),
      { numRuns: 300 },
    );
  });
});

it('agrees with the solver on generated instances, whose plans it finds whole', () => {
  const customer = fc.record({ x: fc.integer({ min: -20, max: 20 }), y: fc.integer({ min: -20, max: 20 }), open: fc.nat(100) });
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1, maxLength: 8 }), (customers) => {
      const rows = customers.map(({ x, y, open }, index) => `${index + 1} ${x} ${y} 1 1 1 2 1 2 ${open} ${open + 30}`);
      const text = `5 8 ${rows.length} 2\n300 3\n300 3\n0 0 0 0 0 0 0 0 400\n${rows.join('\n')}\n`;
      const named = readInstance(text, 'cordeau');
      const search = startSearch(named.instance, { seed: 7 });
      for (const event of search.run({ iterations: 200 })) void event;
      const found = solutionFile(named, search.best(), 'generated');
      expect(found.unserved).toEqual([]);
      expect(checkRoutes(text, JSON.stringify(found)).broken).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
