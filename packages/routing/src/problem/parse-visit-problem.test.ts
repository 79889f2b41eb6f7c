import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { messages } from '../messages.ts';
import { customer, HOME, problemFile, representative } from './fixtures/small-problem.ts';
import { parseVisitProblem, readVisitProblem } from './parse-visit-problem.ts';
import month from '../../../../docs/examples/visits/month.json' with { type: 'json' };
import schemaFile from './visit-problem.schema.json' with { type: 'json' };

const schema = new Ajv({ allErrors: true, strict: false }).compile(schemaFile);

const withCustomer = (change: object): unknown => problemFile([customer('a', change as Record<string, unknown>)]);
const withPerson = (change: object): unknown =>
  problemFile([customer('a')], { representatives: [representative('r', change as Record<string, unknown>)] });
const matrix = (minutes: unknown): unknown =>
  problemFile([customer('a')], { travel: { kind: 'matrix', ids: ['r', 'a'], minutes } });

describe('parseVisitProblem', () => {
  it('fills in what is left out', () => {
    const { customers, representatives, travel, unknownDays, windowRule, weights } = parseVisitProblem(
      problemFile([customer('a')]),
    );
    expect(customers[0]).toMatchObject({
      name: 'a',
      windows: null,
      owner: null,
      required: false,
      value: null,
      frequency: { visits: 1 },
    });
    expect(representatives[0]).toMatchObject({
      start: { point: HOME },
      lunch: null,
      hours: [{ fromMinute: 540, untilMinute: 1020 }],
    });
    expect([travel.kind, unknownDays, windowRule, weights.valueMinutes]).toEqual(['coordinates', 'refuse', 'finish', 600]);
  });

  it('reads the example, and so does its schema', () => {
    expect(parseVisitProblem(month).customers).toHaveLength(36);
    expect(schema(month), JSON.stringify(schema.errors)).toBe(true);
  });

  it('keeps null apart from 0', () => {
    expect(parseVisitProblem(withCustomer({ value: 0 })).customers[0]!.value).toBe(0);
    expect(parseVisitProblem(withCustomer({ value: null })).customers[0]!.value).toBeNull();
  });

  it('takes customers without a place: they are listed, not refused', () => {
    expect(parseVisitProblem(withCustomer({ place: null })).customers[0]!.place).toBeNull();
    expect(parseVisitProblem(withCustomer({ place: { lng: null, lat: null, datum: 'gcj02' } })).customers[0]!.place).toBeNull();
  });

  it('names the customer beside the position, unless the id itself is wrong', () => {
    const textsOf = (file: unknown): unknown => {
      try {
        return parseVisitProblem(file);
      } catch (error) {
        return (error as { texts: object }).texts;
      }
    };
    expect(textsOf(withCustomer({ required: 1 }))).toEqual({
      zh: '客户“a”：这里只能写 true 或 false，收到的是 1。',
      en: 'Customer "a": Write true or false here, got 1.',
    });
    expect(textsOf(withCustomer({ owner: 'x' }))).toMatchObject({ zh: expect.stringMatching(/^客户“a”：/) as string });
    expect(textsOf(problemFile([customer('a'), customer('a')]))).toMatchObject({
      zh: expect.not.stringMatching(/^客户/) as string,
    });
    expect(textsOf(withPerson({ hours: 1 }))).toMatchObject({ zh: expect.not.stringMatching(/^客户/) as string });
  });

  /** Refused by parser and schema alike. */
  it.each<[what: string, file: unknown, code: string, path: string]>([
    ['no object', [], 'routing.problem.object', ''],
    ['another version', problemFile([], { format: 'milepost.visit-problem/2' }), 'routing.problem.format', 'format'],
    ['no calendar', problemFile([], { calendar: undefined }), 'routing.problem.calendar', 'calendar'],
    ['a misspelt field', withCustomer({ owners: 'r' }), 'routing.problem.field', 'customers.0.owners'],
    ['no representatives', problemFile([], { representatives: [] }), 'routing.problem.empty', 'representatives'],
    [
      'a time that is none',
      withPerson({ hours: [{ weekdays: [1], from: '9:00', until: '17:00' }] }),
      'routing.problem.time',
      'representatives.0.hours.0.from',
    ],
    [
      'an hour too late',
      withPerson({ hours: [{ weekdays: [1], from: '09:00', until: '24:30' }] }),
      'routing.problem.time',
      'representatives.0.hours.0.until',
    ],
    [
      'no weekdays',
      withPerson({ hours: [{ weekdays: [], from: '09:00', until: '17:00' }] }),
      'routing.problem.empty',
      'representatives.0.hours.0.weekdays',
    ],
    ['an eighth weekday', withCustomer({ weekdays: [8] }), 'routing.problem.choice', 'customers.0.weekdays.0'],
    [
      'a latitude of 121',
      withCustomer({ place: { lng: 31, lat: 121, datum: 'wgs84' } }),
      'routing.point.invalid',
      'customers.0.place',
    ],
    [
      'an unknown datum',
      withCustomer({ place: { lng: 121, lat: 31, datum: 'cgcs2000' } }),
      'routing.datum.invalid',
      'customers.0.place.datum',
    ],
    ['minutes below 0', withCustomer({ serviceMinutes: -1 }), 'routing.problem.number', 'customers.0.serviceMinutes'],
    ['minutes as text', withCustomer({ serviceMinutes: '30' }), 'routing.problem.number', 'customers.0.serviceMinutes'],
    [
      'a frequency that says nothing',
      withCustomer({ frequency: { leastGapDays: 3 } }),
      'routing.problem.frequency',
      'customers.0.frequency',
    ],
    ['half a visit', withCustomer({ frequency: { visits: 1.5 } }), 'routing.problem.number', 'customers.0.frequency.visits'],
    [
      'a promise with half a time',
      withCustomer({ promised: [{ date: '2026-03-03', from: '10:00' }] }),
      'routing.problem.time',
      'customers.0.promised.0.until',
    ],
    [
      'a travel time below 0',
      matrix([
        [0, 5],
        [-5, 0],
      ]),
      'routing.problem.travelTime',
      'travel.minutes.1.0',
    ],
    [
      'a travel time as text',
      matrix([
        [0, '5'],
        [5, 0],
      ]),
      'routing.problem.travelTime',
      'travel.minutes.0.1',
    ],
    [
      'a road shorter than straight',
      problemFile([], { speedProfiles: [{ id: 's', detourFactor: 0.8, bands: [{ kilometresPerHour: 30 }], startMinutes: 1 }] }),
      'routing.problem.number',
      'speedProfiles.0.detourFactor',
    ],
    ['a weight below 0', problemFile([], { weights: { travel: -1 } }), 'routing.problem.number', 'weights.travel'],
    ['a flag as number', withCustomer({ required: 1 }), 'routing.problem.flag', 'customers.0.required'],
    [
      'neither closed nor hours',
      withCustomer({ exceptions: [{ from: '2026-03-02', until: '2026-03-03' }] }),
      'routing.problem.empty',
      'customers.0.exceptions.0.windows',
    ],
  ])('refuses %s', (_, file, code, path) => {
    expect(() => parseVisitProblem(file)).toThrow(expect.objectContaining({ code, path }));
    expect(schema(file)).toBe(false);
  });

  /** What a schema cannot see. */
  it.each<[what: string, file: unknown, code: string, path: string]>([
    [
      '30 February',
      problemFile([], { horizon: { from: '2026-02-30', until: '2026-03-07' } }),
      'routing.problem.date',
      'horizon.from',
    ],
    [
      'a horizon of no days',
      problemFile([], { horizon: { from: '2026-03-02', until: '2026-03-02' } }),
      'routing.problem.horizon',
      'horizon.until',
    ],
    [
      'a horizon of a year',
      problemFile([], { horizon: { from: '2026-01-01', until: '2027-01-01' } }),
      'routing.problem.horizon',
      'horizon.until',
    ],
    [
      'hours that end before they begin',
      withPerson({ hours: [{ weekdays: [1], from: '17:00', until: '09:00' }] }),
      'routing.problem.range',
      'representatives.0.hours.0.until',
    ],
    [
      'two hours for one weekday',
      withPerson({ hours: [{ weekdays: [1, 1], from: '09:00', until: '17:00' }] }),
      'routing.problem.duplicate',
      'representatives.0.hours',
    ],
    [
      'a least gap above the greatest',
      withCustomer({ frequency: { greatestGapDays: 3, leastGapDays: 4 } }),
      'routing.problem.frequency',
      'customers.0.frequency',
    ],
    ['a customer twice', problemFile([customer('a'), customer('a')]), 'routing.problem.duplicate', 'customers.1.id'],
    ['an owner who is nobody', withCustomer({ owner: 'x' }), 'routing.problem.reference', 'customers.0.owner'],
    [
      'a speed profile that is none',
      withPerson({ speedProfile: 'x' }),
      'routing.problem.reference',
      'representatives.0.speedProfile',
    ],
    [
      'two promises on one day',
      withCustomer({ promised: [{ date: '2026-03-03' }, { date: '2026-03-03' }] }),
      'routing.problem.duplicate',
      'customers.0.promised.1',
    ],
    ['a home nobody can find', withPerson({ home: {} }), 'routing.problem.place', 'representatives.0.home'],
    [
      'a home without a row',
      withPerson({ home: { travelId: 'x' } }),
      'routing.problem.reference',
      'representatives.0.home.travelId',
    ],
    ['a matrix with a row too few', matrix([[0, 5]]), 'routing.problem.matrix', 'travel.minutes'],
    ['a matrix with a short row', matrix([[0, 5], [5]]), 'routing.problem.matrix', 'travel.minutes.1'],
    [
      'lunch longer than its time',
      withPerson({ lunch: { from: '12:00', until: '12:30', minutes: 60 } }),
      'routing.problem.number',
      'representatives.0.lunch.minutes',
    ],
    [
      'a published visit of nobody',
      problemFile([], { published: [{ customer: 'x', date: '2026-03-03', representative: 'r' }] }),
      'routing.problem.reference',
      'published.0.customer',
    ],
  ])('refuses %s', (_, file, code, path) => {
    expect(() => parseVisitProblem(file)).toThrow(expect.objectContaining({ code, path }));
  });

  it('names what is wrong with the calendar', () => {
    expect(() => parseVisitProblem(problemFile([], { calendar: {} }))).toThrow(
      expect.objectContaining({ name: 'CalendarError' }),
    );
  });
});

describe('readVisitProblem', () => {
  it('reads text, also with the mark Excel begins it with', () => {
    expect(readVisitProblem(`\uFEFF${JSON.stringify(problemFile([]))}`).id).toBe('p');
  });

  it('refuses what is no JSON', () => {
    expect(() => readVisitProblem('{"format":')).toThrow(expect.objectContaining({ code: 'routing.problem.json' }));
  });
});

it('every message has a remedy in both languages', () => {
  for (const { zh, en } of Object.values(messages)) {
    expect(zh).toMatch(/[，。；：:].*[。…]$/);
    expect(en).toMatch(/[.;,].+\.$/);
  }
});
