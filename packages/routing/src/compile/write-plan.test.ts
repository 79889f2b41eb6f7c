import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customer, east, problemFile, representative } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { startSearch } from '../search/start-search.ts';
import { compileProblem } from './compile-problem.ts';
import { faultsInPlan } from './fixtures/faults-in-plan.ts';
import type { VisitPlan } from './visit-plan.ts';
import { writePlan } from './write-plan.ts';

type Json = Readonly<Record<string, unknown>>;

function planOf(file: Json, iterations = 200): VisitPlan {
  const problem = compileProblem(parseVisitProblem(file));
  const parts = problem.parts.map((part) => {
    const group = part.compile();
    const search = startSearch(group.instance, { seed: 1 });
    for (const event of search.run({ iterations })) if (event.iteration > iterations) throw new Error('ran too long');
    return { group, solution: search.best() };
  });
  return writePlan(problem, parts);
}

const fast = { speedProfiles: [{ id: 'fast', detourFactor: 1, bands: [{ kilometresPerHour: 60 }], startMinutes: 0 }] };
const person = (change: Json = {}): Json => representative('r', { speedProfile: 'fast', ...change });
const monday = { horizon: { from: '2026-03-02', until: '2026-03-03' }, ...fast };

describe('writePlan', () => {
  it('tells a day by the clock: 10 minutes there, a promise at 10, lunch, an afternoon, 20 minutes home', () => {
    const plan = planOf(
      problemFile(
        [
          customer('a', { place: east(9.9), promised: [{ date: '2026-03-02', from: '10:00', until: '10:01' }] }),
          customer('b', { place: east(19.8), serviceMinutes: 40, windows: [{ weekdays: [1], from: '14:00', until: '15:00' }] }),
        ],
        { ...monday, representatives: [person({ lunch: { from: '12:00', until: '13:00', minutes: 60 } })] },
      ),
    );
    const [day] = plan.days;
    expect(day).toMatchObject({ representative: 'r', date: '2026-03-02', departure: '09:50', return: '15:00', homeMinutes: 20 });
    expect(day!.pauses).toEqual([{ kind: 'lunch', from: '12:00', until: '13:00' }]);
    expect(day!.visits).toMatchObject([
      { customer: 'a', arrival: '10:00', start: '10:00', end: '10:30', travelMinutes: 10, waitMinutes: 0, promised: true },
      { customer: 'b', start: '14:00', end: '14:40', travelMinutes: 10, promised: false },
    ]);
    expect(day!.visits[0]!.travelMetres).toBeCloseTo(9_900, -2);
    expect([day!.travelMinutes, day!.serviceMinutes, plan.unserved, plan.cost.travel]).toEqual([40, 70, [], 40]);
    // From 10:30 to 14:00 there are a journey of 10 minutes, an hour of lunch, and the rest is waiting.
    expect(day!.waitMinutes).toBe(140);
  });

  it('counts lunch before a journey as no waiting: done at 12, lunch to 13, there at 13:10', () => {
    const plan = planOf(
      problemFile(
        [
          customer('a', { place: east(9.9), promised: [{ date: '2026-03-02', from: '11:30', until: '11:31' }] }),
          customer('b', { place: east(19.7), windows: [{ weekdays: [1], from: '12:30', until: '13:40' }] }),
        ],
        { ...monday, representatives: [person({ lunch: { from: '12:00', until: '13:00', minutes: 60 } })] },
      ),
    );
    expect(plan.days[0]!.visits[1]).toMatchObject({ customer: 'b', arrival: '13:10', start: '13:10', waitMinutes: 0 });
  });

  it('names promises that cannot be kept: outside of the horizon, on a day off, when closed, with somebody who may not, at once', () => {
    const promise = (change: Json): Json[] => [{ date: '2026-03-03', ...change }];
    const at = { from: '10:00', until: '10:05' };
    const plan = planOf(
      problemFile(
        [
          customer('outside', { promised: promise({ date: '2026-03-09' }) }),
          customer('off', { promised: promise({ date: '2026-03-04' }) }),
          customer('weekend', { promised: promise({ date: '2026-03-07' }) }),
          customer('closed', { promised: promise({}), windows: [{ weekdays: [1], from: '09:00', until: '17:00' }] }),
          customer('other', { promised: promise({ representative: 's' }), owner: 'r' }),
          customer('x1', { promised: promise(at), place: east(1) }),
          customer('x2', { promised: promise(at), place: east(30) }),
        ],
        {
          horizon: { from: '2026-03-02', until: '2026-03-09' },
          representatives: [
            person({ daysOff: ['2026-03-04'] }),
            representative('s', { hours: [{ weekdays: [7], from: '09:00', until: '10:00' }] }),
          ],
          ...fast,
        },
      ),
    );
    const broken = plan.unserved.filter(({ promisedDate }) => promisedDate !== null);
    expect(broken.map(({ customer: id, reason, promisedDate }) => [id, reason, promisedDate]).sort()).toMatchObject([
      ['closed', 'promise.closed', '2026-03-03'],
      ['off', 'promise.noSlot', '2026-03-04'],
      ['other', 'promise.representative', '2026-03-03'],
      ['outside', 'promise.outside', '2026-03-09'],
      ['weekend', 'promise.noSlot', '2026-03-07'],
      [expect.stringMatching(/x1|x2/) as string, 'promise.broken', '2026-03-03'],
    ]);
    expect(plan.cost.brokenPromises).toBe(6);
  });

  it('measures the last gap to the day after the horizon, also over a weekend: a Wednesday is five days before Monday', () => {
    const late = customer('a', { weekdays: [3], frequency: { greatestGapDays: 4 }, lastVisit: '2026-03-01' });
    const plan = planOf(problemFile([late], { horizon: { from: '2026-03-02', until: '2026-03-09' }, ...fast }));
    expect(plan.days.map(({ date }) => date)).toEqual(['2026-03-04']);
    expect(plan.notices.map(({ code }) => code)).toContain('frequency.impossible');
  });

  it('keeps to the most visits a day where an appointment and a promise are at one time: one customer, whichever of the two stands', () => {
    const there = [{ id: 'm', date: '2026-03-02', from: '10:00', until: '11:00', place: east(20) }];
    const promised = [{ date: '2026-03-02', from: '10:00', until: '10:10' }];
    const plan = planOf(
      problemFile([customer('a', { promised }), customer('b', { place: east(6) })], {
        ...monday,
        representatives: [person({ mostVisitsPerDay: 1, appointments: there })],
      }),
    );
    const visited = plan.days.flatMap(({ visits }) => visits.filter((visit) => visit.customer !== null));
    expect(visited).toHaveLength(1);
    expect([plan.unserved.length, plan.cost.brokenPromises]).toEqual([1, 1]);
  });

  it('counts required visits that nobody can plan as missed, two of a customer without a place and one that was promised', () => {
    const required = customer('nowhere', { place: null, required: true, frequency: { visits: 2 } });
    const promised = [{ date: '2026-03-14' }];
    const both = customer('both', { place: null, required: true, frequency: { visits: 2 }, promised });
    const plan = planOf(problemFile([required, both, customer('other', { place: null })]));
    expect([plan.cost.missedRequired, plan.cost.brokenPromises]).toEqual([4, 1]);
  });

  it('lists more work than days, with words and the figures', () => {
    const many = Array.from({ length: 30 }, (_, n) => customer(`c${String(n)}`, { place: east(n), serviceMinutes: 60 }));
    const plan = planOf(problemFile(many, { ...monday, representatives: [person()] }), 50);
    const planned = plan.days.flatMap(({ visits }) => visits).length;
    expect(planned).toBeGreaterThan(3);
    expect(planned + plan.unserved.length).toBe(30);
    expect(plan.notices.find(({ code }) => code === 'capacity.short')?.texts.zh).toBe(
      'r 需要 30 小时拜访，可用上班时间只有 8 小时（未计路程），部分客户排不进去。',
    );
    for (const { texts } of plan.unserved) expect([texts.zh.length > 8, texts.en.length > 8]).toEqual([true, true]);
  });

  it('is empty and says why where nobody works: no crash over a week of holidays', () => {
    const plan = planOf(
      problemFile([customer('a', { patterns: [{ weekdays: [1] }] }), customer('b')], {
        horizon: { from: '2026-02-16', until: '2026-02-20' },
      }),
    );
    expect(plan.days).toEqual([]);
    expect(plan.unserved.map(({ customer: id, missing }) => [id, missing])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(plan.notices.map(({ code }) => code)).toContain('days.none');
  });

  it('names who waits too long although late visits are allowed, and who was overdue before', () => {
    const frequency = { visits: 1, greatestGapDays: 3, lateAllowed: true };
    const closed = [{ from: '2026-03-02', until: '2026-03-06', closed: true }];
    const late = customer('late', { frequency, lastVisit: '2026-03-01', exceptions: closed });
    const overdue = customer('overdue', { frequency, lastVisit: '2026-02-20' });
    const plan = planOf(problemFile([late, overdue], { representatives: [person()], ...fast }));
    expect(plan.notices.flatMap(({ code, customer: id, texts }) => (id === null ? [] : [[code, id, texts.en]]))).toEqual([
      ['frequency.late', 'late', 'One gap of "late" is 5 days, more than the 3 wanted.'],
      ['customer.overdue', 'overdue', '"overdue" is 7 days overdue when the horizon begins and is planned early.'],
    ]);
  });
});

const clockTime = (least: number, most: number) =>
  fc
    .integer({ min: least * 4, max: most * 4 })
    .map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
const place = fc.record({
  lng: fc.double({ min: 119.7, max: 120.3, noNaN: true }),
  lat: fc.double({ min: 29.8, max: 30.2, noNaN: true }),
  datum: fc.constantFrom('wgs84', 'gcj02', 'bd09'),
});
const window = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
  from: clockTime(8, 12),
  until: clockTime(13, 18),
});
const promise = fc
  .record(
    {
      date: fc.constantFrom('2026-03-03', '2026-03-05', '2026-03-10', '2026-03-14'),
      from: fc.constant('10:00'),
      until: fc.constant('12:00'),
    },
    { requiredKeys: ['date'] },
  )
  .map(({ date, from, until }) => (from === undefined || until === undefined ? { date } : { date, from, until }));
const aCustomer = fc.record({
  serviceMinutes: fc.integer({ min: 5, max: 120 }),
  ...{ place: fc.option(place, { freq: 10 }), windows: fc.option(fc.array(window, { maxLength: 2 })) },
  frequency: fc.record({ visits: fc.integer({ min: 1, max: 3 }), leastGapDays: fc.integer({ min: 1, max: 6 }) }),
  ...{
    owner: fc.constantFrom('r', 's', null),
    promised: fc.array(promise, { maxLength: 1 }),
    value: fc.option(fc.integer({ min: 0, max: 900 })),
  },
});
const aPerson = fc.record({
  ...{ home: place, daysOff: fc.uniqueArray(fc.constantFrom('2026-03-03', '2026-03-09'), { maxLength: 1 }) },
  hours: fc.constantFrom(...['16:00', '18:00'].map((until) => [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', until }])),
  lunch: fc.option(fc.constant({ from: '11:30', until: '13:30', minutes: 45 })),
  mostVisitsPerDay: fc.option(fc.integer({ min: 1, max: 4 })),
});

it('whatever the problem: every hard rule holds, every promise is kept or named, every visit planned or listed', () => {
  fc.assert(
    fc.property(fc.array(aCustomer, { maxLength: 12 }), aPerson, aPerson, (customers, r, s) => {
      const file = problemFile(
        customers.map((one, index) => ({ id: `c${index}`, ...one })),
        {
          horizon: { from: '2026-03-02', until: '2026-03-14' },
          representatives: [
            { id: 'r', ...r },
            { id: 's', ...s },
          ],
        },
      );
      expect(faultsInPlan(file, planOf(file, 60))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
