import { CalendarError } from '@milepost/calendar';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RoutingError } from '../error.ts';
import { customer, east, problemFile, representative } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { startSearch } from '../search/start-search.ts';
import { compileProblem } from './compile-problem.ts';
import { initialRoutes } from './initial-routes.ts';
import { writePlan } from './write-plan.ts';

const week = [1, 2, 3, 4, 5];
const windows = [{ weekdays: week, from: '09:00', until: '12:00' }];
/** One of everything. */
const full = JSON.stringify(
  problemFile(
    [
      customer('a', {
        windows,
        frequency: { visits: 2, leastGapDays: 2, greatestGapDays: 4 },
        lastVisit: '2026-02-27',
        value: 7,
      }),
      customer('b', {
        promised: [{ date: '2026-03-03', from: '10:00', until: '11:00', representative: 'r' }],
        owner: 'r',
        skills: ['x'],
      }),
      customer('c', {
        patterns: [{ weekdays: [1] }, { dates: ['2026-03-05'] }],
        exceptions: [{ from: '2026-03-02', until: '2026-03-03', closed: true }],
      }),
      customer('d', { place: null, required: true, representatives: ['r', 's'], weekdays: [2, 'makeUp'] }),
    ],
    {
      representatives: [
        representative('r', {
          ...{ skills: ['x'], lunch: { from: '11:30', until: '13:30', minutes: 60 }, mostVisitsPerDay: 5, speedProfile: 'p' },
          appointments: [{ id: 'm', date: '2026-03-04', from: '10:00', until: '11:00', place: east(3) }],
          days: [{ date: '2026-03-06', hours: { from: '10:00', until: '15:00' }, start: east(1) }],
        }),
        representative('s', { daysOff: ['2026-03-02'] }),
      ],
      horizon: { from: '2026-03-02', until: '2026-03-07', frozenUntil: '2026-03-03' },
      speedProfiles: [
        {
          id: 'p',
          detourFactor: 1.2,
          bands: [{ uptoMetres: 5000, kilometresPerHour: 20 }, { kilometresPerHour: 60 }],
          startMinutes: 2,
        },
      ],
      published: [{ customer: 'a', date: '2026-03-02', representative: 'r', start: '09:30', pinned: true }],
      weights: { balance: 0.1 },
    },
  ),
);

type Node = Record<string, unknown>;

/** Every place in the file where a value stands. */
function slotsOf(value: unknown): [holder: Node, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [[value as Node, key] as [Node, string], ...slotsOf(child)]);
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 1e9, 0.5, '', 'x', true, [], {}, [null], [[]], '2027-02-30'),
  fc.jsonValue(),
);
const time = fc.integer({ min: 0, max: 24 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
const date = fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${String(day)}`);

/** Puts something of the same kind in place of a value; leaves lists and objects out. */
function like(value: unknown, [number, hour, day, text]: readonly [number, string, string, string]): unknown {
  if (typeof value === 'number') return number;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return undefined;
  if (/^\d{2}:/.test(value)) return hour;
  return /^\d{4}-/.test(value) ? day : text;
}

const kinds = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 180, noNaN: true })),
  time,
  date,
  fc.constantFrom('r', 's', 'a', 'x'),
);
const changes = fc.array(fc.tuple(fc.nat(), kinds), { maxLength: 4 });

function planOf(file: unknown): string {
  const problem = compileProblem(parseVisitProblem(file));
  const parts = problem.parts.map((part) => {
    const group = part.compile();
    return { group, solution: startSearch(group.instance, { seed: 1, initial: initialRoutes(group) }).best() };
  });
  return JSON.stringify(writePlan(problem, parts));
}

/** Planned, or refused as it should be. */
function isPlanned(file: unknown): boolean {
  try {
    // A number that is none becomes null in JSON; texts would show it.
    expect(planOf(file)).not.toMatch(
      /NaN|Infinity|undefined|\{\w+\}|"(?:total|travel|departure|start|arrival|homeMinutes)":null/,
    );
    return true;
  } catch (error) {
    if (!(error instanceof RoutingError) && !(error instanceof CalendarError)) throw error;
    expect(error.code).toMatch(/^(routing|calendar)\./);
    expect([error.texts.zh.length, error.texts.en.length].every((length) => length > 10)).toBe(true);
    return false;
  }
}

it('any value anywhere is refused with a code, or planned: nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.nat(), odd, (at, value) => {
      const file = JSON.parse(full) as unknown;
      const slots = slotsOf(file);
      const [holder, key] = slots[at % slots.length]!;
      holder[key] = value;
      isPlanned(file);
    }),
    { numRuns: 1_000 },
  );
});

it('other times, days, numbers and names, and fields left out, too', () => {
  let planned = 0;
  fc.assert(
    fc.property(changes, fc.option(fc.nat(), { freq: 2 }), (list, gone) => {
      const file = JSON.parse(full) as unknown;
      for (const [at, kind] of list) {
        const slots = slotsOf(file);
        const [holder, key] = slots[at % slots.length]!;
        holder[key] = like(holder[key], kind) ?? holder[key];
      }
      const slots = slotsOf(file).filter(([holder]) => !Array.isArray(holder));
      const [holder, key] = slots[(gone ?? 0) % slots.length]!;
      if (gone !== null) delete holder[key];
      if (isPlanned(file)) planned += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(planned).toBeGreaterThan(100);
});
