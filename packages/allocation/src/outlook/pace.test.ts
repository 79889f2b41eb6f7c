import { createCalendar } from '@milepost/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AllocationError } from '../error.ts';
import { pace, paceVerdict } from './pace.ts';
import type { PaceInput } from './pace.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
/** November 2026 has 21 working days; 14 of them lie before Friday the 20th. */
const november: PaceInput = {
  ...{ period: '2026-11', today: '2026-11-20', actualMinor: 1300, calendar },
  plan: { kind: 'even', targetMinor: 2100 },
};
const year = (months: Record<string, number | null>, actualMinor: number): PaceInput => ({
  ...{ ...november, period: '2026', plan: { kind: 'months', months }, actualMinor },
});

describe('the pace of a period', () => {
  it('counts today among the days that are left: 800 missing on 7 days are 115 each, and 110 on the last', () => {
    expect(pace(november)).toMatchObject({
      ...{ elapsedDays: 14, remainingDays: 7, totalDays: 21, dayStatus: 'official', state: 'running' },
      ...{ expectedMinor: 1400, gapMinor: 800, requiredPerDayMinor: 115, requiredLastDayMinor: 110, reached: false },
      // 1300 / 14 = 92.86
      broughtPerDayMinor: 93,
    });
    expect(paceVerdict(pace(november))).toBe('behind');
  });

  it('reads as ahead or behind from three points away, or as many as are asked', () => {
    // 1400 of 2100 are expected: 1337 is three points less, 1463 three more.
    const verdict = (actualMinor: number, tolerance?: number): string =>
      paceVerdict(pace({ ...november, actualMinor }), tolerance);
    expect([1336, 1338, 1400, 1462, 1464].map((actual) => verdict(actual))).toEqual([
      ...['behind', 'onTrack', 'onTrack', 'onTrack', 'ahead'],
    ]);
    expect(verdict(1336, 0.05)).toBe('onTrack');
  });

  it('follows the months of the plan, not the line: January in full, November by its days', () => {
    const answer = pace(year({ '2026-01': 100, '2026-11': 2100, '2026-12': null }, 100));
    expect([answer.targetMinor, answer.expectedMinor]).toEqual([2200, 1500]);
  });

  it('follows the days of the plan', () => {
    const days = { '2026-11-19': 500, '2026-11-20': 300, '2026-11-30': 200 };
    const answer = pace({ ...november, plan: { kind: 'days', days } });
    expect([answer.targetMinor, answer.expectedMinor]).toEqual([1000, 500]);
  });

  it('follows a cumulative plan to the end of yesterday', () => {
    const at = (today: string): unknown =>
      pace({
        ...{ ...november, today },
        plan: {
          kind: 'cumulative',
          points: [
            { day: '2026-11-10', amountMinor: 400 },
            { day: '2026-11-20', amountMinor: 900 },
            { day: '2026-11-30', amountMinor: 1000 },
          ],
        },
      }).expectedMinor;
    expect(['2026-11-10', '2026-11-11', '2026-11-20', '2026-11-21', '2026-12-01'].map(at)).toEqual([0, 400, 400, 900, 1000]);
  });

  it('tells no target from a target of 0, and both from one that is reached', () => {
    const none = pace({ ...november, plan: { kind: 'even', targetMinor: null } });
    expect(none).toMatchObject({ targetMinor: null, attainment: null, expectedMinor: null, gapMinor: null, reached: null });
    expect([none.requiredPerDayMinor, paceVerdict(none)]).toEqual([null, 'none']);
    expect(pace(year({ '2026-01': null }, 0)).targetMinor).toBeNull();
    const zero = pace({ ...november, plan: { kind: 'even', targetMinor: 0 } });
    expect(zero).toMatchObject({ targetMinor: 0, attainment: null, expectedMinor: 0, gapMinor: -1300, reached: true });
    const reached = pace({ ...november, actualMinor: 2100 });
    expect([reached.reached, reached.gapMinor, reached.requiredPerDayMinor]).toEqual([true, 0, null]);
  });

  it('knows periods that are over, have not begun, or have only a weekend left', () => {
    expect(pace({ ...november, today: '2026-12-01' })).toMatchObject({
      state: 'over',
      expectedMinor: 2100,
      requiredPerDayMinor: null,
    });
    const before = pace({ ...november, today: '2026-10-20' });
    expect(before).toMatchObject({ state: 'before', expectedMinor: 0, broughtPerDayMinor: null, remainingDays: 21 });
    expect(paceVerdict(before)).toBe('before');
    // 31 January 2026 is a Saturday.
    expect(pace({ ...november, period: '2026-01', today: '2026-01-31' }).state).toBe('over');
  });

  it('stands for weeks and days too; a day off with a target is due when it is over', () => {
    // 16 to 22 November 2026: Monday to Thursday of five working days are over.
    const week = pace({ ...november, period: '2026-W47', plan: { kind: 'even', targetMinor: 500 }, actualMinor: 300 });
    expect(week).toMatchObject({ elapsedDays: 4, remainingDays: 1, expectedMinor: 400, requiredPerDayMinor: 200 });
    const saturday = (today: string): unknown =>
      pace({ ...november, period: '2026-11-21', today, plan: { kind: 'even', targetMinor: 100 } }).expectedMinor;
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map(saturday)).toEqual([0, 0, 100]);
  });

  it('says when the calendar is a guess or knows nothing', () => {
    const status = (period: string, today: string): unknown => pace({ ...november, period, today }).dayStatus;
    expect([status('2027-03', '2027-03-10'), status('2101-03', '2101-03-10')]).toEqual(['estimated', 'unknown']);
  });

  it('is exact where doubles are not: a third of 9007199254740991', () => {
    const answer = pace({ ...november, actualMinor: 0, plan: { kind: 'even', targetMinor: Number.MAX_SAFE_INTEGER } });
    // × 14/21 and / 7, by hand: 6004799503160660.67 and 1286742750677284.43.
    expect([answer.expectedMinor, answer.requiredPerDayMinor]).toEqual([6004799503160661, 1286742750677285]);
  });

  it('asks of the days what is missing, never less and at most one unit a day more', () => {
    fc.assert(
      fc.property(
        fc.nat(10 ** 12),
        fc.integer({ min: -1_000_000, max: 10 ** 12 }),
        fc.nat(29),
        (targetMinor, actualMinor, day) => {
          const today = `2026-11-${String(day + 1).padStart(2, '0')}`;
          const answer = pace({ ...november, today, actualMinor, plan: { kind: 'even', targetMinor } });
          const perDay = answer.requiredPerDayMinor;
          if (perDay === null || answer.gapMinor === null || answer.requiredLastDayMinor === null) {
            expect(answer.reached).toBe(true);
            return;
          }
          expect(perDay * answer.remainingDays - answer.gapMinor).toBeLessThan(answer.remainingDays);
          expect(perDay * answer.remainingDays).toBeGreaterThanOrEqual(answer.gapMinor);
        },
      ),
    );
  });
});

describe('a pace refuses', () => {
  it.each<[string, Partial<PaceInput>, string, string]>([
    ['NaN', { actualMinor: Number.NaN }, 'allocation.outlook.amount.invalid', 'actualMinor'],
    [
      'a target below 0',
      { plan: { kind: 'months', months: { '2026-11': -1 } } },
      'allocation.outlook.number.invalid',
      'plan.months.2026-11',
    ],
    ['half a unit', { plan: { kind: 'even', targetMinor: 0.5 } }, 'allocation.outlook.amount.invalid', 'plan.targetMinor'],
    [
      'a month of another period',
      { plan: { kind: 'months', months: { '2026-10': 1 } } },
      'allocation.outlook.plan.outside',
      'plan.months.2026-10',
    ],
    [
      'a day of another period',
      { plan: { kind: 'days', days: { '2026-10-31': 1 } } },
      'allocation.outlook.plan.outside',
      'plan.days.2026-10-31',
    ],
    [
      'days that do not rise',
      {
        plan: {
          kind: 'cumulative',
          points: [
            { day: '2026-11-10', amountMinor: 1 },
            { day: '2026-11-10', amountMinor: 2 },
          ],
        },
      },
      'allocation.outlook.days.order',
      'plan.points.1.day',
    ],
    ['a day that is none', { today: '2026-11-31' }, 'calendar.date.invalid', ''],
  ])('%s', (_, change, code, path) => {
    expect(() => pace({ ...november, ...change })).toThrow(expect.objectContaining({ code, path }));
  });
});

describe('a malformed question', () => {
  it.each([
    [null, 'allocation.object.expected at '],
    [{ ...november, period: 202611 }, 'allocation.text.expected at period'],
    [{ ...november, today: undefined }, 'allocation.text.expected at today'],
    [{ ...november, calendar: undefined }, 'allocation.object.expected at calendar'],
    [{ ...november, plan: undefined }, 'allocation.object.expected at plan'],
    [{ ...november, plan: { kind: 'weeks' } }, 'allocation.choice.unknown at plan.kind'],
    [{ ...november, plan: { kind: 'even' } }, 'allocation.outlook.amount.invalid at plan.targetMinor'],
    [{ ...november, plan: { kind: 'months', months: null } }, 'allocation.object.expected at plan.months'],
    [{ ...november, plan: { kind: 'days', days: [5] } }, 'allocation.object.expected at plan.days'],
    [{ ...november, plan: { kind: 'cumulative' } }, 'allocation.list.expected at plan.points'],
    [{ ...november, plan: { kind: 'cumulative', points: [null] } }, 'allocation.object.expected at plan.points.0'],
    [
      { ...november, plan: { kind: 'cumulative', points: [{ amountMinor: 5 }] } },
      'allocation.text.expected at plan.points.0.day',
    ],
  ])('%# is an error with its place', (input, problem) => {
    let thrown = 'nothing';
    try {
      pace(input as PaceInput);
    } catch (error) {
      if (!(error instanceof AllocationError)) throw error;
      thrown = `${error.code} at ${error.path}`;
    }
    expect(thrown).toBe(problem);
  });
});
