import { createCalendar } from '@milepost/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StageEvent } from './journey.ts';
import { measureFunnel } from './measure-funnel.ts';
import { openOpportunities } from './open-opportunities.ts';
import type { Stage } from './stages.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const stages: Stage[] = [
  { id: 'meet', controlPoint: 'contact' },
  { id: 'offer', controlPoint: 'proposal' },
  { id: 'sign', controlPoint: 'closing' },
];
const options = { stages, asOf: '2026-03-20', calendar };

function way(
  opportunityId: string,
  customerClass: string,
  amountMinor: number | null,
  ...steps: [string, string][]
): StageEvent[] {
  return steps.map(([stage, day]) => ({
    ...{ opportunityId, customerClass, amountMinor, customerId: `customer of ${opportunityId}`, currency: 'CNY' },
    ...{ stage, enteredOn: `2026-03-${day}` },
  }));
}

/** March 2026 begins on a Sunday and has no holiday: working days are its weekdays. */
const history: StageEvent[] = [
  ...way('A', 'key', 100_00, ['meet', '02'], ['offer', '04'], ['sign', '09'], ['won', '10']),
  ...way('B', 'key', null, ['meet', '02'], ['offer', '06'], ['lost', '12']),
  ...way('C', 'small', 50_00, ['meet', '03'], ['lost', '05']),
  ...way('D', 'small', 300_00, ['meet', '09'], ['sign', '11'], ['won', '16']),
  ...way('E', 'small', null, ['meet', '16']),
];

describe('a measured funnel', () => {
  const funnel = measureFunnel(history, options);
  const [meet, offer, sign] = funnel.stages;

  it('counts who entered, advanced, was lost and is open; a jumped stage counts as passed', () => {
    expect(meet).toMatchObject({ entered: 5, advanced: 3, lost: 1, open: 1, skipped: 0 });
    expect(offer).toMatchObject({ entered: 3, advanced: 2, lost: 1, open: 0, skipped: 1 });
    expect(sign).toMatchObject({ entered: 2, advanced: 2, lost: 0, open: 0, skipped: 0 });
  });

  it('keeps numerator and denominator, without and with those still open', () => {
    expect(funnel.stages.map(({ conversion: { numerator, denominator } }) => [numerator, denominator])).toEqual([
      [3, 4],
      [2, 3],
      [2, 2],
    ]);
    expect([meet?.ofEntered.numerator, meet?.ofEntered.denominator, meet?.ofEntered.ratio]).toEqual([3, 5, 0.6]);
  });

  it('measures time in working days, the open one by what was seen of it', () => {
    // Stays at 'meet': A 2, B 4, D 2 advanced, C 2 lost, E 4 and still there. Day 2: 3 of 5 leave; day 4: 1 of 2.
    expect(meet?.time).toMatchObject({ observed: 4, censored: 1, median: 2, complete: false, longest: 4 });
    expect(meet?.time.mean).toBeCloseTo(2 + 2 * 0.4, 12);
    expect(meet?.time.advanceMean).toBeCloseTo(2 * (2 / 3) + 4 * (1 / 3), 12);
    // 'sign': A Monday to Tuesday, D Wednesday to Monday over a weekend.
    expect(sign?.time).toMatchObject({ median: 2, mean: 2, advanceMedian: 1 });
  });

  it('multiplies the parts of velocity: 1 open × 200 × 2/4 / 5.5 days', () => {
    expect(funnel.velocity).toMatchObject({
      openOpportunities: 1,
      deal: { count: 2, amountMinor: 400_00 },
      cycleDays: { sum: 11, wins: 2 },
    });
    expect(funnel.velocity.amountMinorPerDay).toBeCloseTo((20_000 * 0.5) / 5.5, 9);
  });

  it('counts customers at the control points once', () => {
    expect(funnel.controlPoints).toEqual([
      { controlPoint: 'contact', open: 1, reached: 5, openCustomers: 1, reachedCustomers: 5 },
      { controlPoint: 'proposal', open: 0, reached: 2, openCustomers: 0, reachedCustomers: 2 },
      { controlPoint: 'closing', open: 0, reached: 2, openCustomers: 0, reachedCustomers: 2 },
    ]);
  });

  it('measures classes on their own counts, which add up to the whole', () => {
    const pairs = funnel.byCustomerClass.map(({ key, stages: own }) => [key, own[0]?.advanced, own[0]?.entered]);
    expect(pairs).toEqual([
      ['key', 2, 2],
      ['small', 1, 3],
    ]);
    expect(funnel.byProductCategory.map(({ key, opportunities }) => [key, opportunities])).toEqual([[null, 5]]);
  });

  it('looks at a past day without knowing what came after', () => {
    const past = measureFunnel(history, { ...options, asOf: '2026-03-09' });
    expect(past.laterEvents).toBe(5);
    expect(past.stages.map(({ entered, open }) => [entered, open])).toEqual([
      [4, 1],
      [2, 1],
      [1, 1],
    ]);
  });

  it('can be asked about one cohort', () => {
    const cohort = measureFunnel(history, { ...options, cohort: { start: '2026-03-09', end: '2026-03-16' } });
    expect([cohort.opportunities, cohort.stages[0]?.advanced]).toEqual([1, 1]);
  });

  it('says how sure its working days are', () => {
    const far = history.map((event) => ({ ...event, enteredOn: event.enteredOn.replace('2026', '2101') }));
    expect(funnel.dayStatus).toBe('official');
    expect(measureFunnel(far, { ...options, asOf: '2101-03-20' }).dayStatus).toBe('unknown');
  });

  it('does not depend on the order of events', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(history, { minLength: history.length }), (events) => {
        expect(measureFunnel(events, options)).toEqual(funnel);
      }),
      { numRuns: 30 },
    );
  });

  it('takes an opportunity that moves on after its loss for open, and one that stepped back at its furthest stage', () => {
    const back = way('F', 'key', 7, ['meet', '02'], ['offer', '03'], ['lost', '04'], ['meet', '06']);
    expect(openOpportunities([...history, ...back], options).map(({ id, stage, enteredOn }) => [id, stage, enteredOn])).toEqual([
      ['E', 'meet', '2026-03-16'],
      ['F', 'offer', '2026-03-03'],
    ]);
  });

  it('leaves out the stages before the one an opportunity began in', () => {
    const late = measureFunnel([...history, ...way('G', 'key', 1, ['offer', '02'], ['sign', '03'])], options);
    expect(late.stages.map(({ entered, advanced }) => [entered, advanced])).toEqual([
      [5, 3],
      [4, 3],
      [3, 2],
    ]);
  });

  it('is empty without events, not wrong', () => {
    const empty = measureFunnel([], options);
    expect(empty.stages[0]?.conversion.ratio).toBeNull();
    expect(empty.velocity.amountMinorPerDay).toBeNull();
  });
});

describe('a funnel refuses', () => {
  const one = (change: Partial<StageEvent>): StageEvent[] => [{ ...history[0], ...change } as StageEvent];
  it.each([
    ['an unknown stage', one({ stage: 'dance' }), stages, 'allocation.outlook.stage.unknown', 'events.0.stage'],
    ['NaN', one({ amountMinor: Number.NaN }), stages, 'allocation.outlook.amount.invalid', 'events.0.amountMinor'],
    ['a day that is none', one({ enteredOn: '2026-02-30' }), stages, 'calendar.date.invalid', ''],
    ['a stage listed twice', [], [...stages, { id: 'meet' }], 'allocation.outlook.stage.duplicate', 'stages.3.id'],
    ['a stage called won', [], [{ id: 'won' }], 'allocation.outlook.stage.reserved', 'stages.0.id'],
    ['no stages', [], [], 'allocation.outlook.stages.empty', 'stages'],
    [
      'two ends on one day',
      way('X', 'key', 1, ['meet', '02'], ['won', '03'], ['lost', '03']),
      stages,
      'allocation.outlook.outcome.contradiction',
      '2026-03-03',
    ],
    [
      'two currencies',
      [...one({}), ...one({ opportunityId: 'Z', currency: 'USD' })],
      stages,
      'allocation.outlook.currency.mixed',
      'events',
    ],
  ])('%s', (_, events, list, code, path) => {
    expect(() => measureFunnel(events, { ...options, stages: list })).toThrow(expect.objectContaining({ code, path }));
  });
});
