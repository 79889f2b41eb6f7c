import { createCalendar } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { measureVisitEffort } from './measure-visit-effort.ts';
import { requiredFunnel } from './required-funnel.ts';
import type { RequiredFunnelInput } from './required-funnel.ts';
import { measuredStage } from './testing/measured-stage.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const key = {
  ...{ customerClass: 'key', weight: 3, effective: { effective: 4, completed: 5 } },
  effort: [
    { stage: 'meet', effectiveVisits: 6, advanced: 4 },
    { stage: 'sign', effectiveVisits: 3, advanced: 1 },
  ],
};
const small = {
  ...{ customerClass: 'small', weight: 1, effective: { effective: 1, completed: 2 } },
  effort: [
    { stage: 'meet', effectiveVisits: 1, advanced: 1 },
    { stage: 'sign', effectiveVisits: 1, advanced: 2 },
  ],
};
const march: RequiredFunnelInput = {
  ...{ targetMinor: 400, actualMinor: 0, period: '2026-03', today: '2026-03-02', calendar },
  funnel: {
    stages: [measuredStage('meet', 1, 1, [5]), measuredStage('sign', 1, 1, [2])],
    won: { count: 1, amountMinor: 100, withoutAmount: 0 },
    dayStatus: 'official',
  },
  visits: { classes: [key, small], capacity: { visitsPerPersonDay: 0.5, people: 2 } },
};

describe('required visits', () => {
  it('follow from what advances, by class and stage, and from the share of visits that count', () => {
    const { wins, stages, visits } = requiredFunnel(march);
    expect([wins.count, ...stages.map(({ entered }) => entered.count)]).toEqual([4, 16, 8]);
    // key: 8 × 3/4 × 6/4 = 9 at 'meet', 4 × 3/4 × 3 = 9 at 'sign'; 18 effective are 22.5 visits at 4 of 5.
    // small: 8 × 1/4 × 1 = 2, 4 × 1/4 × 1/2 = 0.5; 3 effective are 6 visits at 1 of 2.
    expect(visits?.classes.map((one) => [one.stages.map((row) => row.effectiveVisits), one.effectiveVisits, one.visits])).toEqual(
      [
        [[9, 9], 18, 23],
        [[2, 1], 3, 6],
      ],
    );
    expect([visits?.visits, visits?.complete]).toEqual([29, true]);
  });

  it('are held against what people can do: 0.5 × 2 × 22 = 22 of 29, which takes three', () => {
    const { visits, obstacles, feasible } = requiredFunnel(march);
    expect([visits?.available, visits?.missing, feasible]).toEqual([22, 7, false]);
    expect(obstacles.find(({ code }) => code === 'capacity.short')?.figures).toEqual({
      ...{ needed: 29, available: 22, missing: 7, remainingDays: 22, peopleNeeded: 3 },
    });
    const promised = { visitsPerPersonDay: 1, people: 2, reservedVisits: 15 };
    const enough = requiredFunnel({ ...march, visits: { classes: [key, small], capacity: promised } });
    expect([enough.visits?.available, enough.visits?.missing, enough.feasible]).toEqual([29, 0, true]);
  });

  it('include those of open opportunities that can still close', () => {
    const pipeline = [{ id: 'a', stage: 'meet', enteredOn: '2026-03-02', amountMinor: 1600, customerClass: 'key' }];
    // Worth 1600 × 1/2 × 1/2 = 400: nothing new is needed. It passes 'meet' with 1/2, 'sign' with 1/4:
    // 1/2 × 6/4 and 1/4 × 3, both 0.75 and so one visit each.
    const { needMinor, visits } = requiredFunnel({ ...march, pipeline });
    expect(needMinor).toBe(0);
    expect(visits?.classes.map((one) => one.stages.map((row) => row.effectiveVisits))).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('ask none of the stages an open opportunity has behind it', () => {
    const pipeline = [{ id: 'a', stage: 'sign', enteredOn: '2026-03-02', amountMinor: 800, customerClass: 'key' }];
    const { visits } = requiredFunnel({ ...march, pipeline });
    expect(visits?.classes[0]?.stages.map((row) => row.effectiveVisits)).toEqual([0, 2]);
  });

  it('ask none of an open opportunity that can no longer close', () => {
    const stale = { id: 'a', stage: 'sign', enteredOn: '2026-02-02', amountMinor: 800, customerClass: 'key' };
    expect(requiredFunnel({ ...march, targetMinor: 0, pipeline: [stale] }).visits?.visits).toBe(0);
  });

  it('stay open where the effort was not measured, and say where', () => {
    const unmeasured = { ...key, effort: key.effort.slice(0, 1) };
    const { visits, obstacles } = requiredFunnel({ ...march, visits: { classes: [unmeasured, small] } });
    expect([visits?.classes[0]?.visits, visits?.complete, visits?.available]).toEqual([null, false, null]);
    expect(obstacles[0]).toMatchObject({ code: 'effort.unmeasured', figures: { customerClass: 'key', stage: 'sign' } });
    const never = { ...key, effective: { effective: 0, completed: 9 } };
    expect(requiredFunnel({ ...march, visits: { classes: [never] } }).obstacles[0]?.code).toBe('effective.unmeasured');
    const weightless = requiredFunnel({ ...march, visits: { classes: [{ ...key, weight: 0 }] } });
    expect([weightless.obstacles[0]?.code, weightless.feasible]).toEqual(['effort.noClass', false]);
  });

  it.each([
    [{ ...key, weight: -1 }, 'allocation.outlook.count.invalid', 'visits.classes.0.weight'],
    [{ ...key, effective: { effective: 3, completed: 2 } }, 'allocation.outlook.fraction.invalid', 'visits.classes.0.effective'],
  ])('refuse counts that are none', (one, code, path) => {
    expect(() => requiredFunnel({ ...march, visits: { classes: [one] } })).toThrow(expect.objectContaining({ code, path }));
  });
});

describe('measured visit effort', () => {
  it('counts a visit in the stage of its day, those of lost opportunities too, and tells what it cannot place', () => {
    const step = (opportunityId: string, stage: string, day: string): Parameters<typeof measureVisitEffort>[1][number] => ({
      ...{ opportunityId, stage, enteredOn: `2026-03-${day}`, customerClass: 'key' },
    });
    const events = [
      ...[step('a', 'meet', '02'), step('a', 'sign', '05'), step('a', 'won', '10')],
      ...[step('b', 'meet', '02'), step('b', 'lost', '06')],
    ];
    const visit = (opportunityId: string, day: string, effective = true) => ({ opportunityId, day: `2026-03-${day}`, effective });
    const measured = measureVisitEffort(
      [
        ...[visit('a', '03'), visit('a', '05'), visit('a', '06', false), visit('b', '04')],
        ...[visit('a', '11'), visit('b', '01'), visit('nobody', '04')],
      ],
      events,
      { stages: [{ id: 'meet' }, { id: 'sign' }], asOf: '2026-03-20' },
    );
    expect(measured.unplaced).toBe(3);
    expect(measured.classes).toEqual([
      {
        ...{ customerClass: 'key', weight: 1, effective: { effective: 3, completed: 4 } },
        effort: [
          { stage: 'meet', effectiveVisits: 2, advanced: 1 },
          { stage: 'sign', effectiveVisits: 1, advanced: 1 },
        ],
      },
    ]);
  });
});
