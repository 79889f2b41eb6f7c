import { createCalendar } from '@milepost/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requiredFunnel } from './required-funnel.ts';
import type { RequiredFunnelInput } from './required-funnel.ts';
import { measuredStage } from './testing/measured-stage.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const stages = [measuredStage('meet', 3, 1, [5]), measuredStage('offer', 2, 1, [3]), measuredStage('sign', 1, 1, [2])];
const funnel = {
  stages,
  won: { count: 2, amountMinor: 400_00, withoutAmount: 0 },
  dayStatus: 'official' as const,
};
/** March 2026: 22 working days, from Monday the 2nd to Tuesday the 31st. */
const march: RequiredFunnelInput = {
  ...{ targetMinor: 1000_00, actualMinor: 200_00, period: '2026-03', today: '2026-03-02', calendar, funnel },
  pipeline: [{ id: 'open', stage: 'sign', enteredOn: '2026-03-02', amountMinor: 200_00 }],
};
const counts = (input: RequiredFunnelInput): (number | null)[] =>
  requiredFunnel(input).stages.map(({ entered }) => entered.count);
const codes = (input: RequiredFunnelInput): string[] => requiredFunnel(input).obstacles.map(({ code }) => code);

describe('a required funnel', () => {
  it('goes from the missing amount back to opportunities, rounded up at each stage', () => {
    const answer = requiredFunnel(march);
    // 800 missing, the pipeline brings 200 × 1/2: 700 by deals of 200 are 3.5 wins.
    expect([answer.missingMinor, answer.pipeline.expectedMinor, answer.needMinor]).toEqual([800_00, 100_00, 700_00]);
    expect(answer.wins).toEqual({ count: 4, unrounded: 3.5 });
    // 4 ÷ 1/2 = 8; 8 ÷ 2/3 = 12; 12 ÷ 3/4 = 16. Unrounded 7; 10.5; 14.
    expect(answer.stages.map(({ entered }) => entered.count)).toEqual([16, 12, 8]);
    expect(answer.stages.map(({ entered }) => entered.unrounded)).toEqual([
      expect.closeTo(14, 9),
      expect.closeTo(10.5, 9),
      expect.closeTo(7, 9),
    ]);
    expect([answer.state, answer.feasible, answer.obstacles]).toEqual(['open', true, []]);
  });

  it('rounds up at each stage: 5 wins ÷ 3/7 are 12, ÷ 5/8 are 20, and not 18.67', () => {
    const odd = { ...funnel, stages: [measuredStage('offer', 5, 3), measuredStage('sign', 3, 4)] };
    const answer = requiredFunnel({ ...march, targetMinor: 1000_00, actualMinor: 0, pipeline: [], funnel: odd });
    expect(answer.stages.map(({ entered }) => entered)).toEqual([
      { count: 20, unrounded: expect.closeTo(18.6667, 4) },
      { count: 12, unrounded: expect.closeTo(11.6667, 4) },
    ]);
  });

  it('gives an open opportunity the days it has waited: 10 needed, 5 waited, 8 left', () => {
    const slow = { ...funnel, stages: [measuredStage('sign', 1, 1, [10])] };
    const at = (enteredOn: string): number =>
      requiredFunnel({
        ...{ ...march, today: '2026-03-20', funnel: slow },
        pipeline: [{ id: 'a', stage: 'sign', enteredOn, amountMinor: 100 }],
      }).pipeline.expectedMinor;
    // From the 13th five working days have passed; from the 18th two, and eight more are one too many.
    expect([at('2026-03-13'), at('2026-03-18')]).toEqual([50, 0]);
  });

  it('says by which day each stage has to be filled: 10, 5 and 2 working days before the 31st', () => {
    const answer = requiredFunnel(march);
    expect(answer.stages.map(({ leadDays, enterBy, late }) => [leadDays, enterBy, late])).toEqual([
      [10, '2026-03-17', false],
      [5, '2026-03-24', false],
      [2, '2026-03-27', false],
    ]);
  });

  it('takes the lead time that the asked share of wins keeps: of 1 and 9 days half keep 1, four fifths need 9', () => {
    const slow = { ...funnel, stages: [measuredStage('sign', 2, 0, [1, 9])] };
    const lead = (leadTimeQuantile?: number): unknown =>
      requiredFunnel({ ...march, pipeline: [], funnel: slow, leadTimeQuantile }).stages[0]?.leadDays;
    expect([lead(0.5), lead()]).toEqual([1, 9]);
  });

  it('names what comes too late: on Friday the 20th ten working days no longer fit', () => {
    const answer = requiredFunnel({ ...march, today: '2026-03-20', pipeline: [] });
    expect(answer.stages.map(({ late, inTimeShare }) => [late, inTimeShare])).toEqual([
      [true, 0],
      [false, 1],
      [false, 1],
    ]);
    expect(answer.feasible).toBe(false);
    expect(answer.obstacles[0]?.texts.zh).toBe(
      '从“meet”到赢单需 10 个工作日，最迟应在 2026-03-17 进入，现在只剩 8 个工作日；今天新开的商机即使赢单，也只有 0% 能赶在期内，80000 分会落在期后。',
    );
    expect(answer.obstacles[0]).toMatchObject({
      code: 'time.short',
      figures: { stage: 'meet', leadDays: 10, enterBy: '2026-03-17', remainingDays: 8, inTimeShare: 0, lateMinor: 800_00 },
    });
  });

  it('leaves out of the pipeline what can no longer close, what is stale, and what has no amount, by name', () => {
    const pipeline = [
      { id: 'late', stage: 'meet', enteredOn: '2026-03-20', amountMinor: 100 },
      { id: 'stale', stage: 'sign', enteredOn: '2026-03-02', amountMinor: 200 },
      { id: 'blank', stage: 'sign', enteredOn: '2026-03-20', amountMinor: null },
      { id: 'good', stage: 'offer', enteredOn: '2026-03-20', amountMinor: 300 },
    ];
    const answer = requiredFunnel({ ...march, today: '2026-03-20', pipeline });
    // 300 × 2/3 × 1/2; 'stale' has been at 'sign' for 14 working days, all who advanced took 2.
    expect(answer.pipeline).toEqual({ opportunities: 4, amountMinor: 600, expectedMinor: 100 });
    const told = answer.obstacles.filter(({ code }) => code.startsWith('pipeline'));
    expect(told.map(({ code, figures }) => [code, figures['ids'], figures['amountMinor']])).toEqual([
      ['pipeline.late', 'late', 100],
      ['pipeline.stale', 'stale', 200],
      ['pipeline.unvalued', 'blank', 0],
    ]);
  });

  it('asks nothing when there is no target, and tells that from a target of 0', () => {
    const none = requiredFunnel({ ...march, targetMinor: null });
    expect([none.state, none.feasible, none.needMinor, none.wins.count]).toEqual(['noTarget', null, null, null]);
    const zero = requiredFunnel({ ...march, targetMinor: 0 });
    expect([zero.state, zero.feasible, zero.needMinor, zero.wins.count]).toEqual(['reached', true, 0, 0]);
    expect(zero.stages.map(({ entered }) => entered.count)).toEqual([0, 0, 0]);
  });

  it('cannot be solved through a stage that nothing passes, and says which', () => {
    const dead = [measuredStage('meet', 3, 1), measuredStage('offer', 0, 7), measuredStage('sign', 1, 1)];
    const answer = requiredFunnel({ ...march, pipeline: [], funnel: { ...funnel, stages: dead } });
    expect(answer.stages.map(({ entered }) => entered.count)).toEqual([null, null, 8]);
    expect(answer.feasible).toBe(false);
    expect(answer.obstacles[0]).toMatchObject({ code: 'conversion.zero', figures: { stage: 'offer', denominator: 7 } });
    const unseen = [measuredStage('meet', 0, 0), measuredStage('sign', 1, 1)];
    expect(codes({ ...march, pipeline: [], funnel: { ...funnel, stages: unseen } })).toContain('conversion.unmeasured');
  });

  it('needs an average deal, and no working day left is no time', () => {
    const unpaid = { ...funnel, won: { count: 0, amountMinor: 0, withoutAmount: 3 } };
    expect(codes({ ...march, funnel: unpaid })).toContain('deal.unmeasured');
    const reached = requiredFunnel({ ...march, funnel: unpaid, actualMinor: 1000_00, pipeline: [] });
    expect([reached.feasible, reached.wins]).toEqual([true, { count: 0, unrounded: 0 }]);
    const over = requiredFunnel({ ...march, today: '2026-04-01', pipeline: [] });
    expect([over.state, over.feasible, over.obstacles.at(-1)?.code]).toEqual(['over', false, 'period.over']);
  });

  it('counts on no win before its period begins', () => {
    // Seen from February, what is at 'sign' closes in two working days, which is before March.
    const early = requiredFunnel({
      ...march,
      today: '2026-02-09',
      pipeline: [{ id: 'soon', stage: 'sign', enteredOn: '2026-02-09', amountMinor: 200_00 }],
    });
    expect([early.pipeline.expectedMinor, early.obstacles[0]?.code]).toEqual([0, 'pipeline.late']);
  });

  it('carries the status of a calendar without data', () => {
    const far = requiredFunnel({ ...march, period: '2101-03', today: '2101-03-01', pipeline: [] });
    expect(far.dayStatus).toBe('unknown');
    expect(requiredFunnel({ ...march, period: '2027-03' }).dayStatus).toBe('estimated');
  });
});

describe('for any required funnel', () => {
  const stage = fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.nat(50))
    .map(([advanced, lost]) => measuredStage(String(advanced), advanced, lost));
  const lists = fc.uniqueArray(stage, { minLength: 1, maxLength: 6, selector: ({ stage: id }) => id });

  it('a higher target never needs fewer opportunities', () => {
    fc.assert(
      fc.property(lists, fc.nat(10 ** 9), fc.nat(10 ** 9), fc.integer({ min: 1, max: 10 ** 6 }), (list, low, more, deal) => {
        const at = (targetMinor: number): (number | null)[] =>
          counts({
            ...{ ...march, targetMinor, actualMinor: 0, pipeline: [], averageDeal: { count: 1, amountMinor: deal } },
            funnel: { ...funnel, stages: list },
          });
        const higher = at(low + more);
        at(low).forEach((count, place) => expect(higher[place]).toBeGreaterThanOrEqual(count ?? Number.NaN));
      }),
      { numRuns: 60 },
    );
  });

  it('counts never fall towards the first stage, and are equal where everything advances', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 10 ** 9 }), (list, targetMinor) => {
        const input = { ...march, targetMinor, actualMinor: 0, pipeline: [], averageDeal: { count: 3, amountMinor: 1000 } };
        const back = counts({ ...input, funnel: { ...funnel, stages: list } });
        back.slice(1).forEach((count, place) => expect(back[place]).toBeGreaterThanOrEqual(count ?? Number.NaN));
        const sure = list.map(({ stage: id, advanced }) => measuredStage(id, advanced, 0));
        expect(new Set(counts({ ...input, funnel: { ...funnel, stages: sure } }))).toEqual(
          new Set([Math.ceil((targetMinor * 3) / 1000)]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the pipeline does not matter', () => {
    const pipeline = Array.from({ length: 12 }, (_, index) => ({
      ...{ id: `o${index}`, stage: stages[index % 3]?.stage ?? '', amountMinor: 1000 + 137 * index },
      enteredOn: `2026-03-${10 + index}`,
    }));
    const input = { ...march, today: '2026-03-23' };
    const answer = requiredFunnel({ ...input, pipeline });
    fc.assert(
      fc.property(fc.shuffledSubarray(pipeline, { minLength: 12 }), (shuffled) => {
        expect(requiredFunnel({ ...input, pipeline: shuffled })).toEqual(answer);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a required funnel refuses', () => {
  const open = { id: 'a', stage: 'sign', enteredOn: '2026-03-02', amountMinor: 1 };
  it.each<[string, Partial<RequiredFunnelInput>, string, string]>([
    ['NaN', { targetMinor: Number.NaN }, 'allocation.outlook.amount.invalid', 'targetMinor'],
    ['a negative target', { targetMinor: -1 }, 'allocation.outlook.number.invalid', 'targetMinor'],
    ['10^16 minor units', { targetMinor: 1e16 }, 'allocation.outlook.amount.invalid', 'targetMinor'],
    ['an unknown stage', { pipeline: [{ ...open, stage: 'x' }] }, 'allocation.outlook.stage.unknown', 'pipeline.0.stage'],
    ['an id twice', { pipeline: [open, open] }, 'allocation.outlook.id.duplicate', 'pipeline.1.id'],
    [
      'a negative amount',
      { pipeline: [{ ...open, amountMinor: -5 }] },
      'allocation.outlook.number.invalid',
      'pipeline.0.amountMinor',
    ],
    ['a later day', { pipeline: [{ ...open, enteredOn: '2026-03-03' }] }, 'allocation.outlook.day.later', 'pipeline.0.enteredOn'],
    [
      'a chance of 2',
      { pipeline: [{ ...open, winProbability: 2 }] },
      'allocation.outlook.share.invalid',
      'pipeline.0.winProbability',
    ],
    [
      'a chance that is none',
      { pipeline: [{ ...open, winProbability: Number.NaN }] },
      'allocation.outlook.share.invalid',
      'pipeline.0.winProbability',
    ],
    ['a quantile of 2', { leadTimeQuantile: 2 }, 'allocation.outlook.share.invalid', 'leadTimeQuantile'],
    [
      'a funnel without stages',
      { funnel: { ...funnel, stages: [] }, pipeline: [] },
      'allocation.outlook.stages.empty',
      'funnel.stages',
    ],
    ['a period that is none', { period: '2026-13' }, expect.stringMatching(/^calendar\..*invalid$/) as string, ''],
  ])('%s', (_, change, code, path) => {
    expect(() => requiredFunnel({ ...march, ...change })).toThrow(expect.objectContaining({ code, path }));
  });
});
