import { startSearch } from '@milepost/routing';
import { compileProblem, initialRoutes, parseVisitProblem, writePlan } from '@milepost/routing/problem';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRoutes } from '../check-routes.ts';
import { Unreadable } from '../unreadable.ts';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-call -- files are taken apart and put together wrongly here */

/**
 * Monday 2026-03-02 to Wednesday. Li works from 9 to 17, lunch of half an hour between 12 and 13, a call on Monday from 15:00 to 15:30, a
 * meeting at b's on Tuesday from 10 to 11. From home 10 minutes to a, 20 on to b, 30 back home. a is open from 9:30 to 12 and wants two
 * visits at least a day apart, b one; b has a promise on Monday between 14 and 15 o'clock.
 */
const problem = () =>
  ({
    ...{ format: 'milepost.visit-problem/1', id: 'two-days', horizon: { from: '2026-03-02', until: '2026-03-04' } },
    calendar: { calendarVersion: 1, id: 'c', zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, weekRule: 'thursday', base: 'CN' },
    travel: { kind: 'matrix', ids: ['li', 'a', 'b'], minutes: [[0, 10, 30], [10, 0, 20], [30, 20, 0]] },
    representatives: [
      {
        ...{ id: 'li', home: { travelId: 'li' }, hours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }] },
        lunch: { from: '12:00', until: '13:00', minutes: 30 },
        appointments: [
          { id: 'call', date: '2026-03-02', from: '15:00', until: '15:30' },
          { id: 'meeting', date: '2026-03-03', from: '10:00', until: '11:00', place: { travelId: 'b' } },
        ],
        mostVisitsPerDay: 2,
      },
    ],
    customers: [
      { id: 'a', place: { travelId: 'a' }, serviceMinutes: 60, owner: 'li', windows: [{ weekdays: [1, 2], from: '09:30', until: '12:00' }], frequency: { visits: 2, leastGapDays: 1 } },
      { id: 'b', place: { travelId: 'b' }, serviceMinutes: 30, promised: [{ date: '2026-03-02', from: '14:00', until: '15:00' }] },
    ],
  }) as any; // prettier-ignore

const stop = (customer: string, start: string, end: string, travelMinutes: number) => ({
  customer,
  appointment: null,
  start,
  end,
  travelMinutes,
});

/** Monday: a from 10:00, lunch at its place, b from 14:20, the call there, home at 16:00. Tuesday: the meeting, then a, home at 12:30. */
const plan = () =>
  ({
    format: 'milepost.visit-plan/1',
    days: [
      {
        ...{ representative: 'li', date: '2026-03-02', departure: '09:50', return: '16:00', homeMinutes: 30 },
        visits: [stop('a', '10:00', '11:00', 10), stop('b', '14:20', '14:50', 20)],
        pauses: [{ kind: 'lunch', from: '12:30', until: '13:00' }, { kind: 'busy', from: '15:00', until: '15:30' }],
      },
      {
        ...{ representative: 'li', date: '2026-03-03', departure: '09:30', return: '12:30', homeMinutes: 10, pauses: [] },
        visits: [{ customer: null, appointment: 'meeting', start: '10:00', end: '11:00', travelMinutes: 30 }, stop('a', '11:20', '12:20', 20)],
      },
    ],
    ...{ unserved: [], notDue: [], notices: [] },
    cost: { lostValue: 0, cadence: 0, travel: 120, fixed: 0, balance: 0, changes: 0, total: 120 },
  }) as any; // prettier-ignore

type Change = (plan: any, problem: any) => void;

function broken(change: Change): string[] {
  const [draft, whole] = [plan(), problem()];
  change(draft, whole);
  const { broken: found } = checkRoutes(JSON.stringify(whole), JSON.stringify(draft));
  return found.map(({ code, day, vehicle, client }) => [code, day ?? '-', vehicle ?? '-', client ?? '-'].join(' '));
}

/** a closes at 12:30, so that the visit on Tuesday ends in time. */
const later: Change = (_, whole) => (whole.customers[0].windows[0].until = '12:30');

it('names the visit that ends after closing, and nothing else', () => {
  expect(broken(() => undefined)).toEqual(['stop.closed 2026-03-03 li a']);
  expect(broken(later)).toEqual([]);
  // Where visits only have to begin before closing, noon is late enough.
  expect(broken((_, whole) => (whole.windowRule = 'start'))).toEqual([]);
});

describe('a plan that was tampered with', () => {
  it.each<[string, Change, string[]]>([
    [
      'a visit dropped',
      (draft) => draft.days[1].visits.pop(),
      ['stop.travel 2026-03-03 li -', 'rhythm.silent - - a', 'plan.cost - - -'],
    ],
    ['a visit listed as missing instead', (draft) => { draft.days[1].visits.pop(); draft.unserved.push({ customer: 'a', missing: 1 }); }, ['stop.travel 2026-03-03 li -', 'plan.cost - - -']], // prettier-ignore
    ['a promise not kept', (draft) => (draft.days[0].visits[1].start = '13:55'), ['stop.length 2026-03-02 li b', 'promise.missing 2026-03-02 - b']], // prettier-ignore
    ['a promise kept by nobody', (draft) => draft.days[0].visits.pop(), ['promise.missing 2026-03-02 - b', 'rhythm.silent - - b', 'plan.cost - - -']], // prettier-ignore
    ['an appointment moved', (draft) => Object.assign(draft.days[1].visits[0], { start: '10:05', end: '11:05' }), ['stop.early 2026-03-03 li a', 'appointment.missing 2026-03-03 li meeting']], // prettier-ignore
    ['an unknown customer', (draft) => (draft.days[1].visits[1].customer = 'x'), ['stop.unknown 2026-03-03 li x', 'stop.travel 2026-03-03 li -', 'rhythm.silent - - a']], // prettier-ignore
    ['a customer twice a day', (draft) => draft.days[1].visits.push(stop('a', '12:20', '13:20', 0)), ['stop.twice 2026-03-03 - a', 'day.arrival 2026-03-03 li -', 'stop.closed 2026-03-03 li a']], // prettier-ignore
    ['a start before it can be there', (draft) => (draft.days[0].departure = '09:55'), ['stop.early 2026-03-02 li a']],
    ['a stop that is too short', (draft) => (draft.days[1].visits[1].end = '12:19'), ['stop.length 2026-03-03 li a']],
    ['a way that is too short', (draft) => (draft.days[0].visits[0].travelMinutes = 9), ['stop.travel 2026-03-02 li a', 'plan.cost - - -']], // prettier-ignore
    ['a way home that is too short', (draft) => (draft.days[0].homeMinutes = 29), ['stop.travel 2026-03-02 li -', 'plan.cost - - -']], // prettier-ignore
    ['a way during the call', (draft) => (draft.days[0].return = '15:59'), ['day.arrival 2026-03-02 li -']],
    ['a visit during the call', (draft) => Object.assign(draft.days[0].visits[1], { start: '14:40', end: '15:10' }), ['stop.pause 2026-03-02 li b']], // prettier-ignore
    ['no lunch', (draft) => draft.days[0].pauses.shift(), ['day.lunch 2026-03-02 li -']],
    ['lunch before its time', (draft) => (draft.days[0].pauses[0] = { kind: 'lunch', from: '11:50', until: '12:20' }), ['day.lunch 2026-03-02 li -']], // prettier-ignore
    ['lunch after its time', (draft) => (draft.days[0].pauses[0] = { kind: 'lunch', from: '12:31', until: '13:01' }), ['day.lunch 2026-03-02 li -']], // prettier-ignore
    ['a lunch that is too short', (draft) => (draft.days[0].pauses[0].from = '12:31'), ['day.lunch 2026-03-02 li -']],
    ['a departure before work', (draft) => (draft.days[0].departure = '08:59'), ['day.departure 2026-03-02 li -']],
    ['a return after work', (draft) => (draft.days[0].return = '17:01'), ['day.return 2026-03-02 li -']],
    ['a day outside of the horizon', (draft) => (draft.days[0].date = '2026-03-04'), ['day.date 2026-03-04 li -', 'stop.closed 2026-03-04 li a', 'promise.missing 2026-03-02 - b']], // prettier-ignore
    ['a representative twice a day', (draft) => draft.days.push({ ...draft.days[1], visits: [], homeMinutes: 0 }), ['day.twice 2026-03-03 li -']], // prettier-ignore
    ['an unknown representative', (draft) => (draft.days[1].representative = 'x'), ['day.representative 2026-03-03 x -', 'stop.unknown 2026-03-03 x meeting', 'appointment.missing 2026-03-03 li meeting']], // prettier-ignore
    ['a cost that is too low', (draft) => (draft.cost.travel = 119), ['plan.cost - - -', 'plan.cost - - -']],
    ['a total that is no sum', (draft) => (draft.cost.total = 100), ['plan.cost - - -']],
  ])('%s is named with its place', (_, change, expected) => {
    const both: Change = (draft, whole) => {
      later(draft, whole);
      change(draft, whole);
    };
    expect(broken(both)).toEqual(expected);
  });

  it.each<[string, Change, string[]]>([
    ['a day off', (_, whole) => (whole.representatives[0].daysOff = ['2026-03-03']), ['day.off 2026-03-03 li -']],
    ['another representative’s customer', (_, whole) => { whole.representatives.push({ ...whole.representatives[0], id: 'wang' }); whole.customers[0].owner = 'wang'; }, ['stop.person 2026-03-02 li a', 'stop.person 2026-03-03 li a', 'appointment.missing 2026-03-03 wang meeting']], // prettier-ignore
    ['a skill that is missing', (_, whole) => (whole.customers[1].skills = ['cold']), ['stop.person 2026-03-02 li b']],
    ['a weekday that is not wanted', (_, whole) => (whole.customers[0].weekdays = [1]), ['stop.weekday 2026-03-03 li a']],
    ['an exception', (_, whole) => (whole.customers[0].exceptions = [{ from: '2026-03-02', until: '2026-03-03', closed: true }]), ['stop.closed 2026-03-02 li a']], // prettier-ignore
    [
      'more visits a day than allowed',
      (_, whole) => (whole.representatives[0].mostVisitsPerDay = 1),
      ['day.most 2026-03-02 li -'],
    ],
    ['a gap that is too small', (_, whole) => (whole.customers[0].frequency.leastGapDays = 2), ['rhythm.least 2026-03-03 - a']],
    ['a last visit too near', (_, whole) => Object.assign(whole.customers[0], { lastVisit: '2026-02-28', frequency: { visits: 2, leastGapDays: 3 } }), ['rhythm.least 2026-03-02 - a', 'rhythm.least 2026-03-03 - a']], // prettier-ignore
    ['a gap that is too wide', (_, whole) => Object.assign(whole.customers[0], { lastVisit: '2026-02-25', frequency: { visits: 2, greatestGapDays: 4 } }), ['rhythm.greatest 2026-03-02 - a']], // prettier-ignore
    ['more visits than wanted', (_, whole) => (whole.customers[0].frequency.visits = 1), ['rhythm.often - - a']],
    ['fewer than the greatest gap takes', (_, whole) => (whole.customers[1].frequency = { greatestGapDays: 1 }), ['rhythm.silent - - b']], // prettier-ignore
    ['a pattern', (_, whole) => (whole.customers[0].patterns = [{ weekdays: [1, 3] }]), ['rhythm.pattern - - a']],
    ['a frozen day', (_, whole) => { whole.horizon.frozenUntil = '2026-03-03'; whole.published = [{ customer: 'a', date: '2026-03-02', representative: 'li' }]; }, ['frozen.changed 2026-03-02 li -']], // prettier-ignore
    ['a promise by somebody else', (_, whole) => { whole.representatives.push({ ...whole.representatives[0], id: 'wang', appointments: [] }); whole.customers[1].promised[0].representative = 'wang'; }, ['promise.missing 2026-03-02 - b']], // prettier-ignore
    ['a long time after the last visit', (_, whole) => { whole.horizon.until = '2026-03-09'; whole.customers[0].frequency.greatestGapDays = 5; }, ['rhythm.greatest 2026-03-03 - a']], // prettier-ignore
    ['a week that is not its own', (_, whole) => { whole.horizon.until = '2026-03-11'; whole.customers[0].patterns = [{ weekdays: [1, 2], everyWeeks: 2, firstWeek: 2 }]; }, ['rhythm.pattern - - a']], // prettier-ignore
    ['a pinned visit', (_, whole) => (whole.published = [{ customer: 'b', date: '2026-03-03', representative: 'li', pinned: true }]), ['promise.missing 2026-03-03 - b']], // prettier-ignore
  ])('a problem that says otherwise: %s', (_, change, expected) => {
    const both: Change = (draft, whole) => {
      later(draft, whole);
      change(draft, whole);
    };
    expect(broken(both)).toEqual(expected);
  });
});

it('lets a frozen day that cannot be kept to move a promised time when the plan names the day', () => {
  const frozen: Change = (draft, whole) => {
    later(draft, whole);
    whole.horizon.frozenUntil = '2026-03-03';
    whole.published = ['a', 'b'].map((customer) => ({ customer, date: '2026-03-02', representative: 'li' }));
    Object.assign(draft.days[0].visits[1], { start: '15:20', end: '15:50' });
  };
  expect(broken(frozen)).toEqual(['promise.missing 2026-03-02 - b']);
  const named: Change = (draft, whole) => {
    frozen(draft, whole);
    draft.notices = [{ code: 'day.late', customer: null, representative: 'li', date: '2026-03-02' }];
  };
  expect(broken(named)).toEqual([]);
});

it('wants the visits of the longest pattern listed of somebody who has none', () => {
  const none: Change = (draft, whole) => {
    later(draft, whole);
    whole.customers.push({ id: 'c', serviceMinutes: 10, patterns: [{ weekdays: [1, 2] }] });
  };
  expect(broken(none)).toEqual(['rhythm.silent - - c']);
  const listed: Change = (draft, whole) => {
    none(draft, whole);
    draft.unserved = [{ customer: 'c', missing: 2 }];
  };
  expect(broken(listed)).toEqual([]);
});

it('makes a day longer for a stop outside of working hours, by the way there', () => {
  const early: Change = (draft, whole) => {
    later(draft, whole);
    Object.assign(whole.representatives[0].appointments[1], { from: '09:00', until: '10:00' });
    Object.assign(draft.days[1].visits[0], { start: '09:00', end: '10:00' });
    draft.days[1].departure = '08:30';
  };
  expect(broken(early)).toEqual([]);
  const earlier: Change = (draft, whole) => {
    early(draft, whole);
    draft.days[1].departure = '08:29';
  };
  expect(broken(earlier)).toEqual(['day.departure 2026-03-03 li -']);
});

it('knows the hours of a Saturday that is worked for a holiday', () => {
  // 2026-02-28 is worked for the Spring Festival; a opens then at 9:30, and at 11 on Saturdays.
  const saturday: Change = (draft, whole) => {
    whole.horizon = { from: '2026-02-28', until: '2026-03-02' };
    whole.representatives[0].appointments = [];
    whole.customers.length = 1;
    whole.customers[0].frequency = null;
    whole.customers[0].windows = [{ weekdays: ['makeUp'], from: '09:30', until: '12:00' }, { weekdays: [6], from: '11:00', until: '12:00' }];
    draft.days = [{ ...draft.days[0], date: '2026-02-28', visits: [draft.days[0].visits[0]], return: '11:10', homeMinutes: 10, pauses: [] }];
    Object.assign(draft.cost, { travel: 20, total: 20 });
  };
  expect(broken(saturday)).toEqual([]);
  const usual: Change = (draft, whole) => {
    saturday(draft, whole);
    whole.customers[0].windows.shift();
  };
  expect(broken(usual)).toEqual(['stop.closed 2026-02-28 li a']);
}); // prettier-ignore

it('estimates ways without a table as the reference says', () => {
  // 10 km along a meridian are 13.5 km of road: 3 minutes, 2 km at 18, 8 at 30 and 3.5 at 50 km/h: 3 + 6.67 + 16 + 4.2 = 29.87.
  const whole = problem();
  delete whole.travel;
  Object.assign(whole.representatives[0], { home: { lng: 120, lat: 30, datum: 'wgs84' }, appointments: [], lunch: null });
  whole.customers = [{ id: 'a', place: { lng: 120, lat: 30 + 10 / 111.19508, datum: 'wgs84' }, serviceMinutes: 60 }];
  const check = (minutes: number): string[] => {
    const draft = plan();
    draft.days = [{ ...draft.days[0], visits: [stop('a', '10:20', '11:20', minutes)], pauses: [], homeMinutes: 30 }];
    Object.assign(draft.cost, { travel: minutes + 30, total: minutes + 30 });
    return checkRoutes(JSON.stringify(whole), JSON.stringify(draft)).broken.map(({ code, expected }) => `${code} ${expected}`);
  };
  expect(check(30)).toEqual([]);
  expect(check(29)).toEqual(['stop.travel 30']);
});

it('refuses what is no problem and no plan', () => {
  const refused = (instance: string, solution: unknown): string => {
    try {
      checkRoutes(instance, JSON.stringify(solution));
    } catch (error) {
      if (error instanceof Unreadable) return `${error.code} ${error.path}`;
      throw error;
    }
    return 'read';
  };
  expect(refused('{', plan())).toBe('routes.instance.json ');
  expect(refused('{"format":"x"}', plan())).toBe('routes.instance.kind format');
  expect(refused(JSON.stringify({ ...problem(), calendar: {} }), plan())).toBe('routes.instance.shape calendar');
  expect(refused(JSON.stringify({ ...problem(), customers: [{ id: 'a' }] }), plan())).toBe(
    'routes.instance.shape customers.0.serviceMinutes',
  );
  expect(refused(JSON.stringify(problem()), { format: 'milepost.visit-plan/2' })).toBe('routes.solution.format format');
  expect(refused(JSON.stringify(problem()), { format: 'milepost.routes/1' })).toBe('routes.solution.kind ');
  expect(refused(JSON.stringify(problem()), { ...plan(), days: [{}] })).toBe('routes.solution.shape days.0.representative');
});

it('never ends otherwise than with an answer or a typed error, whatever stands in the files', () => {
  const places = (value: any, path: (string | number)[] = []): (string | number)[][] =>
    typeof value !== 'object' || value === null
      ? [path]
      : [path, ...Object.keys(value as object).flatMap((key) => places(value[key], [...path, key]))];
  const put = (value: any, path: readonly (string | number)[], what: unknown): any => {
    if (path.length === 0) return what;
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[path[0]!] = put(copy[path[0]!], path.slice(1), what);
    return copy;
  };
  const all = [...places(problem()).map((path) => ({ of: 0, path })), ...places(plan()).map((path) => ({ of: 1, path }))];
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.jsonValue({ maxDepth: 1 }), ({ of, path }, what) => {
      const files = [problem(), plan()].map((file, index) => (index === of ? put(file, path, what) : file));
      try {
        // Whatever is put in: without a format the first file has to look like JSON of a problem.
        checkRoutes(JSON.stringify(files[0]), JSON.stringify(files[1]), 'json');
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    }),
    { numRuns: 600 },
  );
});

it('agrees with the solver on a problem with everything in it', () => {
  const whole = problem();
  later(null, whole);
  whole.horizon = { from: '2026-03-02', until: '2026-03-14', frozenUntil: '2026-03-03' };
  whole.published = [{ customer: 'a', date: '2026-03-02', representative: 'li', start: '10:00' }];
  whole.customers.push(
    { id: 'c', place: { travelId: 'b' }, serviceMinutes: 45, patterns: [{ weekdays: [2, 4] }, { weekdays: [1, 3] }] },
    { id: 'd', place: { travelId: 'a' }, serviceMinutes: 20, frequency: { greatestGapDays: 5 }, lastVisit: '2026-02-27' },
    { id: 'e', serviceMinutes: 20 },
  );
  whole.customers[1].promised = [{ date: '2026-03-05', from: '14:00', until: '15:00' }];
  const compiled = compileProblem(parseVisitProblem(whole));
  const parts = compiled.parts.map((part) => {
    const group = part.compile();
    const search = startSearch(group.instance, { seed: 5, initial: initialRoutes(group) });
    for (const event of search.run({ iterations: 300 })) void event;
    return { group, solution: search.best() };
  });
  const found = writePlan(compiled, parts);
  expect(found.unserved.map(({ customer }) => customer)).toEqual(['e']);
  expect(checkRoutes(JSON.stringify(whole), JSON.stringify(found)).broken).toEqual([]);
});
