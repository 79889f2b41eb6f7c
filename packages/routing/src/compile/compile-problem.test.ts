import { describe, expect, it } from 'vitest';
import { customer, east, HOME, problemFile, representative } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import type { CompiledGroup } from './compile-group.ts';
import { compileProblem } from './compile-problem.ts';
import type { CompiledProblem } from './compile-problem.ts';

type Change = Readonly<Record<string, unknown>>;

const compile = (customers: readonly Change[], change: Change = {}): CompiledProblem =>
  compileProblem(parseVisitProblem(problemFile(customers, change)));
const only = (customers: readonly Change[], change: Change = {}): CompiledGroup => compile(customers, change).parts[0]!.compile();
const reasons = (customers: readonly Change[], change: Change = {}): unknown[] => {
  const problem = compile(customers, change);
  const list = [...problem.excluded, ...problem.parts.flatMap((part) => part.compile().excluded)];
  return list.map(({ customer: id, reason, missing, promisedDate }) => [id, reason, missing, promisedDate]);
};
const notices = (customers: readonly Change[], change: Change = {}): unknown[] => {
  const problem = compile(customers, change);
  const list = [...problem.notices, ...problem.parts.flatMap((part) => part.compile().notices)];
  return list.filter(({ code }) => code !== 'travel.assumed').map(({ code, customer: id }) => (id === null ? code : [code, id]));
};
const week = [1, 2, 3, 4, 5];
/** Straight on at 60 km/h without setting off: a kilometre is a minute. */
const fast = {
  speedProfiles: [{ id: 'fast', detourFactor: 1, bands: [{ kilometresPerHour: 60 }], startMinutes: 0 }],
  representatives: [representative('r', { speedProfile: 'fast' })],
};

describe('travel', () => {
  it('is whole minutes, rounded up: 5.4 km at a kilometre a minute are 6', () => {
    const { instance, metres } = only([customer('a', { place: east(5.4) })], fast);
    expect([...instance.duration]).toEqual([0, 6, 6, 0]);
    expect(metres(0, 1)).toBeCloseTo(5_400, -1);
  });

  it('counts one place once, and converts datums before it compares', () => {
    expect(only([customer('a'), customer('b'), customer('c', { place: HOME })]).instance.places).toBe(2);
    expect(only([customer('a', { place: { ...HOME, datum: 'gcj02' } })], fast).instance.places).toBe(2);
  });

  it('follows a stated matrix, both ways apart, and estimates what it lacks', () => {
    const travel = {
      kind: 'matrix',
      ids: ['r', 'a', 'b'],
      minutes: [
        [0, 10, null],
        [20, 0, 7],
        [30, 8.2, 0],
      ],
      metres: [
        [0, 9, 9],
        [8, 0, 9],
        [9, 9, 0],
      ],
    };
    const { instance, metres } = only([customer('a'), customer('b', { place: east(1.9) })], { ...fast, travel });
    expect([...instance.duration]).toEqual([0, 10, 2, 20, 0, 7, 30, 9, 0]);
    expect(metres(1, 0)).toBe(8);
    expect(notices([customer('a'), customer('b', { place: east(1.9) })], { ...fast, travel })).toEqual(['travel.missing']);
  });

  it('says so when nothing is known between two places, or nothing is between places apart', () => {
    const travel = {
      kind: 'matrix',
      ids: ['r', 'a'],
      minutes: [
        [0, null],
        [0, 0],
      ],
    };
    expect(notices([customer('a', { place: null })], { travel })).toEqual(['travel.unreachable', 'travel.zero']);
  });

  it('is taken from a provider that was asked for the points of a part, with the pairs it did not know named', () => {
    const part = compile([customer('a'), customer('b', { place: east(9) })], fast).parts[0]!;
    const points = part.points();
    expect(points.map((point) => point!.lng)).toEqual([120, (east(5) as typeof HOME).lng, (east(9) as typeof HOME).lng]);
    const asked = {
      ...{ size: 3, minutes: Float64Array.of(0, 4.2, 5, 6, 0, 7, 8, 9, 0), metres: Float64Array.of(0, 1, 2, 3, 0, 5, 6, 7, 0) },
      ...{ sources: { same: 3, estimate: 1, stored: 0, provider: 5, stated: 0 }, requests: 1 },
      estimated: [{ reason: 'no-way' as const, detail: '', pairs: [5] }],
    };
    const { instance, metres, notices: said } = part.compile(asked);
    expect([...instance.duration]).toEqual([0, 5, 5, 6, 0, 7, 8, 9, 0]);
    expect([metres(1, 2), said.map(({ code, texts }) => [code, texts.en.includes('a → b')])]).toEqual([
      5,
      [['travel.missing', true]],
    ]);
    expect(() => part.compile({ ...asked, size: 2 })).toThrow(expect.objectContaining({ code: 'routing.problem.matrix' }));
  });

  it('takes the slower of two who share customers, and says so', () => {
    const two = { ...fast, representatives: [...fast.representatives, representative('s')] };
    expect(notices([customer('a')], two)).toEqual(['profile.mixed']);
    expect(only([customer('a')], two).instance.duration[1]).toBeGreaterThan(5);
  });

  it('refuses more places than fit, and fits them once customers have owners', () => {
    const file = (owners: boolean): Change[] =>
      Array.from({ length: 8 }, (_, n) => customer(`c${n}`, { place: east(n + 1), owner: owners ? ['r', 's'][n % 2] : null }));
    const people = { representatives: [representative('r'), representative('s')] };
    const parts = (owners: boolean) =>
      compileProblem(parseVisitProblem(problemFile(file(owners), people)), { mostPlaces: 5 }).parts;
    expect(() => parts(false)[0]!.compile()).toThrow(expect.objectContaining({ code: 'routing.compile.tooLarge' }));
    expect(parts(true).map((part) => part.compile().instance.places)).toEqual([5, 5]);
  });
});

describe('days', () => {
  const spring = { horizon: { from: '2026-02-09', until: '2026-03-02' } };

  it('leave out the Spring Festival, work the Saturdays before and after it, and end with the last day although nobody works on it', () => {
    const { context } = only([], spring);
    expect(context.days.map(({ date }) => date.slice(5)).join(' ')).toBe(
      '02-09 02-10 02-11 02-12 02-13 02-14 02-24 02-25 02-26 02-27 02-28 03-01',
    );
    expect(context.days.find(({ date }) => date === '2026-02-14')).toMatchObject({ makeUp: true, number: 5 });
    // A Saturday worked has Monday's hours where nothing else is said.
    expect(only([], spring).slots.find(({ spec }) => spec.day === 5)?.spec).toMatchObject({ earliest: 540, latest: 1020 });
  });

  it('are an error where the calendar knows nothing, or a notice when that is wanted', () => {
    const far = { horizon: { from: '2150-03-02', until: '2150-03-07' } };
    expect(() => compile([], far)).toThrow(expect.objectContaining({ code: 'routing.problem.uncertainDays' }));
    expect(notices([], { ...far, unknownDays: 'plan' })).toEqual(['days.unknown']);
    expect(compile([], { ...far, unknownDays: 'plan' }).dayStatus).toBe('unknown');
    expect(notices([], { horizon: { from: '2027-03-01', until: '2027-03-06' } })).toEqual(['days.estimated']);
  });

  it('off, exceptions and half days make the hours of a representative', () => {
    const people = [
      representative('r', {
        daysOff: ['2026-03-03'],
        days: [
          { date: '2026-03-04', hours: { from: '10:00', until: '12:00' } },
          { date: '2026-03-07', hours: { from: '09:00', until: '11:00' } },
        ],
      }),
    ];
    const calendar = {
      ...(problemFile([])['calendar'] as Change),
      overlays: [{ id: 'o', workingDays: [{ date: '2026-03-05', fraction: 0.5 }] }],
    };
    const { slots, context } = only([], {
      representatives: people,
      calendar,
      horizon: { from: '2026-03-02', until: '2026-03-08' },
    });
    expect(slots.map(({ spec }) => [context.days[spec.day]!.date.slice(8), spec.earliest, spec.latest])).toEqual([
      ['02', 540, 1020],
      ['04', 600, 720],
      ['05', 540, 780],
      ['06', 540, 1020],
      ['07', 540, 660],
    ]);
  });
});

describe('windows', () => {
  const windowsOf = (change: Change, file: Change = {}): unknown => {
    const { windows } = only([customer('a', change)], file).instance;
    if (windows === null) return null;
    return Array.from({ length: 5 }, (_, day) => {
      const at = (array: Float64Array): number[] => [...array.slice(windows.from[day], windows.from[day + 1])];
      return at(windows.open).map((open, index) => [open, at(windows.close)[index]]);
    });
  };

  it('leave time for the visit before closing: open 9 to 12 and 14 to 16, half an hour', () => {
    const windows = [
      { weekdays: week, from: '09:00', until: '12:00' },
      { weekdays: [1], from: '14:00', until: '16:00' },
    ];
    expect(windowsOf({ windows })).toEqual([
      [
        [540, 690],
        [840, 930],
      ],
      ...Array.from({ length: 4 }, () => [[540, 690]]),
    ]);
    expect(windowsOf({ windows: windows.slice(0, 1) }, { windowRule: 'start' })).toEqual(
      Array.from({ length: 5 }, () => [[540, 719]]),
    );
  });

  it('are none at all for those who are always open', () => {
    expect(windowsOf({})).toBeNull();
  });

  it('follow exceptions and the weekdays visits are allowed on', () => {
    const change = {
      weekdays: [1, 3],
      exceptions: [{ from: '2026-03-04', until: '2026-03-06', windows: [{ from: '10:00', until: '11:00' }] }],
    };
    expect(windowsOf(change)).toEqual([[[-Infinity, Infinity]], [], [[600, 630]], [], []]);
  });

  it('of several exceptions for a day the last one decides', () => {
    const exceptions = [
      { from: '2026-03-02', until: '2026-03-09', closed: true },
      { from: '2026-03-03', until: '2026-03-04', windows: [{ from: '10:00', until: '11:00' }] },
    ];
    expect(windowsOf({ exceptions })).toEqual([[], [[600, 630]], [], [], []]);
  });

  it('that meet are one: nine to twelve and twelve to five', () => {
    const windows = [
      { weekdays: week, from: '09:00', until: '12:00' },
      { weekdays: week, from: '12:00', until: '17:00' },
    ];
    expect(windowsOf({ windows, serviceMinutes: 300 })).toEqual(Array.from({ length: 5 }, () => [[540, 720]]));
  });

  it('that never open, or shorter than the visit, are named', () => {
    expect(reasons([customer('a', { windows: [{ weekdays: [6], from: '09:00', until: '12:00' }] })])).toEqual([
      ['a', 'window.never', 1, null],
    ]);
    expect(reasons([customer('a', { windows: [{ weekdays: week, from: '09:00', until: '09:20' }] })])).toEqual([
      ['a', 'window.short', 1, null],
    ]);
  });
});

describe('who', () => {
  const people = { representatives: [representative('r', { skills: ['x'] }), representative('s'), representative('t')] };

  it('shares no customer is planned apart', () => {
    const parts = compile([customer('a', { representatives: ['r', 's'] }), customer('b', { owner: 't' })], people).parts;
    expect(parts.map((part) => [part.representatives.map(({ id }) => id), part.customers.map(({ id }) => id)])).toEqual([
      [['r', 's'], ['a']],
      [['t'], ['b']],
    ]);
  });

  it('may visit follows owner and skills; nobody is named', () => {
    expect(reasons([customer('a', { owner: 's', skills: ['x'], frequency: { visits: 2 } })], people)).toEqual([
      ['a', 'people.none', 2, null],
    ]);
    expect(
      compile([customer('a', { skills: ['x'] })], people).parts.find(({ customers }) => customers.length > 0)?.representatives,
    ).toHaveLength(1);
  });

  it('has customers nobody knows the place of: every visit and promise is listed', () => {
    const lost = customer('a', { place: null, frequency: { visits: 3 }, promised: [{ date: '2026-03-03' }] });
    expect(reasons([lost])).toEqual([
      ['a', 'place.missing', 1, '2026-03-03'],
      ['a', 'place.missing', 2, null],
    ]);
  });
});

describe('places that cannot be', () => {
  const near = Array.from({ length: 5 }, (_, n) => customer(`c${n}`, { place: east(n) }));

  it.each([
    ['place.zero', { lng: 0, lat: 0 }],
    ['place.swapped', { lng: 30, lat: 89.99 }],
    ['place.far', { lng: 150, lat: 30 }],
  ])('are asked about: %s', (code, at) => {
    // 120° has no latitude, so the swapped pair comes from a company near 90° east.
    const west =
      code === 'place.swapped'
        ? near.map((one, n) => ({ ...one, place: { lng: 89.9 + n / 50, lat: 30, datum: 'wgs84' } }))
        : near;
    expect(notices([...west, customer('x', { place: { ...at, datum: 'wgs84' } })])).toContainEqual([code, 'x']);
  });

  it('are not asked about within a large territory', () => {
    const wide = Array.from({ length: 9 }, (_, n) => customer(`c${n}`, { place: east(n * 150) }));
    expect(notices(wide)).toEqual([]);
  });

  it('twins are named, and planned all the same', () => {
    const twins = [customer('a', { name: '启明' }), customer('b', { name: '启明' })];
    expect(notices(twins)).toEqual([['customer.twin', 'b']]);
    expect(only(twins).origins).toHaveLength(2);
  });
});
