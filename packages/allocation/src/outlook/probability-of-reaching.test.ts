import { createCalendar } from '@milepost/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityOfReaching } from './probability-of-reaching.ts';
import { simulateReaching } from './simulate-reaching.ts';
import type { ReachingInput } from './simulate-reaching.ts';
import { measuredStage } from './testing/measured-stage.ts';

const calendar = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });
const funnelOf = (...stages: ReturnType<typeof measuredStage>[]): NonNullable<ReachingInput['funnel']> => ({
  ...{ stages, dayStatus: 'official' },
});
const open = (id: string, amountMinor: number | null, stage = 'sign') => ({ id, stage, enteredOn: '2026-03-20', amountMinor });
/** From Friday the 20th eight working days of March are left. */
const march: ReachingInput = {
  ...{ targetMinor: 0, actualMinor: 0, period: '2026-03', today: '2026-03-20', calendar, seed: 1, runs: 20_000 },
  funnel: funnelOf(measuredStage('sign', 3, 7, [2])),
};

/** Every outcome of every opportunity, its amount and chance: independent of the simulation. */
function enumerate(deals: readonly { amount: number; chance: number }[], target: number): number {
  let sum = 0;
  for (let mask = 0; mask < 1 << deals.length; mask += 1) {
    let [amount, chance] = [0, 1];
    deals.forEach((deal, index) => {
      const won = (mask >> index) % 2 === 1;
      amount += won ? deal.amount : 0;
      chance *= won ? deal.chance : 1 - deal.chance;
    });
    if (amount >= target) sum += chance;
  }
  return sum;
}

/** Within four standard errors of the exact chance: a sound simulation fails this once in 16 000 seeds. */
function expectNear(input: ReachingInput, exact: number): void {
  const { probability } = probabilityOfReaching(input);
  const error = Math.sqrt((exact * (1 - exact)) / (input.runs ?? 10_000));
  expect(Math.abs(probability - exact)).toBeLessThanOrEqual(4 * error);
}

describe('the chance of reaching a target', () => {
  it('is binomial for equal opportunities: at least 4 of 10 at 0.3 is 0.3503892816', () => {
    const pipeline = Array.from({ length: 10 }, (_, index) => open(`o${index}`, 100));
    expectNear({ ...march, pipeline, targetMinor: 400 }, 0.3503892816);
  });

  it('is what enumerating every outcome of twelve unequal opportunities gives', () => {
    const amounts = [100, 250, 330, 70, 410, 90, 500, 260, 120, 180, 640, 75];
    const funnel = funnelOf(measuredStage('meet', 4, 1, [1]), measuredStage('sign', 3, 7, [2, 2, 20]));
    const deals = amounts.map((amount, index) => ({ amount, early: index % 2 === 0 }));
    const pipeline = deals.map(({ amount, early }, index) => open(`o${index}`, amount, early ? 'meet' : 'sign'));
    // Conversions 4/5 and 3/10; of those who sign two thirds take 2 days, one third 20, which is after March.
    const chances = deals.map(({ amount, early }) => ({ amount, chance: (early ? 0.8 : 1) * 0.3 * (2 / 3) }));
    for (const targetMinor of [300, 700, 1200]) {
      expectNear({ ...march, funnel, pipeline, targetMinor, seed: targetMinor }, enumerate(chances, targetMinor));
    }
  });

  it('is near the normal distribution for many: 400 at 0.3 of 1, at least 130', () => {
    const pipeline = Array.from({ length: 400 }, (_, index) => open(`o${index}`, 1));
    const answer = probabilityOfReaching({ ...march, pipeline, targetMinor: 130 });
    // Mean 120, deviation √84; with the half unit z = 9.5/9.165 = 1.0365, and 1 − Φ(z) = 0.1500.
    expect(Math.abs(answer.probability - 0.15)).toBeLessThan(4 * answer.standardError + 0.004);
    // Φ⁻¹(0.9) = 1.2816: 120 ∓ 11.75.
    expect(Math.abs(answer.p10Minor - 108)).toBeLessThanOrEqual(1);
    expect(answer.p50Minor).toBe(120);
    expect(Math.abs(answer.p90Minor - 132)).toBeLessThanOrEqual(1);
    expect(answer.standardError).toBeCloseTo(Math.sqrt((answer.probability * (1 - answer.probability)) / 20_000), 12);
  });

  it('carries past working-day rates over the days that are left', () => {
    const history = [
      { label: '2024', amountMinor: 200, workingDays: 20 },
      { label: '2025', amountMinor: 600, workingDays: 20 },
    ];
    // 8 days at 10 or at 30: 80 or 240, each in half of the runs.
    const at = (targetMinor: number): number =>
      probabilityOfReaching({ ...march, funnel: undefined, history, targetMinor, actualMinor: 20 }).probability;
    expect([at(100), at(261)]).toEqual([1, 0]);
    expectNear({ ...march, history, targetMinor: 260, actualMinor: 20 }, 0.5);
    const answer = probabilityOfReaching({ ...march, history, actualMinor: 20 });
    expect([answer.p10Minor, answer.p90Minor]).toEqual([100, 260]);
    expect(Math.abs(answer.madeOf.historyMeanMinor - 160)).toBeLessThan(4);
  });

  it('is wider with the uncertainty of few counts: 20 at 1 of 2 counted, Beta(1.5, 1.5)', () => {
    const pipeline = Array.from({ length: 20 }, (_, index) => open(`o${index}`, 1));
    const input: ReachingInput = { ...march, pipeline, funnel: funnelOf(measuredStage('sign', 1, 1, [0])), targetMinor: 18 };
    // Point: P(X ≥ 18 | 20, 0.5) = 211 / 2^20. Beta-binomial: Σ C(20,k) B(k+1.5, 21.5−k) / B(1.5, 1.5) for k = 18, 19, 20.
    expectNear(input, 211 / 2 ** 20);
    expectNear({ ...input, conversion: 'beta' }, betaBinomialTail(20, 18, 1.5, 1.5));
  });

  it('multiplies the drawn conversions: 3 of 4 and 1 of 2 have means 0.7 and 0.5, whatever they are in a run', () => {
    const funnel = funnelOf(measuredStage('meet', 3, 1, [1]), measuredStage('sign', 1, 1, [1]));
    expectNear({ ...march, funnel, conversion: 'beta', pipeline: [open('a', 9, 'meet')], targetMinor: 9 }, 0.35);
  });

  it('has a mean that is the sum of its parts', () => {
    const history = [{ label: 'x', amountMinor: 100, workingDays: 1 }];
    const { meanMinor, madeOf } = probabilityOfReaching({ ...march, history, pipeline: [open('a', 1000)], actualMinor: 7 });
    expect([madeOf.historyMeanMinor, meanMinor]).toEqual([800, 807 + madeOf.pipelineMeanMinor]);
  });

  it('names what counts nothing and what the mean is made of', () => {
    const pipeline = [open('good', 1000), open('blank', null), { ...open('stale', 50), enteredOn: '2026-03-02' }];
    const funnel = funnelOf(measuredStage('meet', 1, 0, [30]), measuredStage('sign', 3, 7, [2]));
    const { madeOf, explanation } = probabilityOfReaching({ ...march, funnel, pipeline: [...pipeline, open('late', 9, 'meet')] });
    expect(madeOf).toMatchObject({
      ...{ opportunities: 4, notValued: ['blank'], stale: ['stale'], late: ['late'], pipelineExpectedMinor: 300, stretches: 0 },
    });
    expect(Math.abs(madeOf.pipelineMeanMinor - 300)).toBeLessThan(4 * Math.sqrt((1000 * 1000 * 0.21) / 20_000));
    expect(explanation.map(({ zh }) => zh)[1]).toBe('在手商机 4 个，按实测转化率和流速期望 300 分；另有 3 个不计入。');
    expect(explanation.at(-1)?.en).toContain('No history');
  });

  it('takes a given chance over the measured one', () => {
    expectNear({ ...march, pipeline: [{ ...open('a', 5), winProbability: 0.9 }], targetMinor: 5 }, 0.9);
    const beta: ReachingInput = {
      ...march,
      conversion: 'beta',
      pipeline: [{ ...open('a', 5), winProbability: 0.9 }, open('b', 1)],
    };
    expectNear({ ...beta, targetMinor: 5 }, 0.9);
  });

  it('has nothing to hope for when the period is over, and says so for certain targets', () => {
    const over = { ...march, today: '2026-04-01', pipeline: [open('a', 100)], targetMinor: 100 };
    expect(probabilityOfReaching(over).probability).toBe(0);
    const done = probabilityOfReaching({ ...over, actualMinor: 100 });
    expect([done.probability, done.standardError, done.reached.low]).toEqual([1, 0, expect.closeTo(0.99981, 5)]);
  });

  it('says when the working days are not certain', () => {
    const far = probabilityOfReaching({ ...march, period: '2101-03', today: '2101-03-01', funnel: undefined, runs: 10 });
    expect([far.dayStatus, far.explanation.at(-1)?.zh]).toEqual(['unknown', '工作日数据为“未知”，正式放假安排公布后结果会变。']);
  });
});

describe('a simulation', () => {
  const pipeline = Array.from({ length: 30 }, (_, index) => open(`o${index}`, 100 + index * 7));
  const history = [10, 20, 30].map((amountMinor) => ({ label: String(amountMinor), amountMinor, workingDays: 1 }));
  const input: ReachingInput = { ...march, pipeline, history, targetMinor: 1200, runs: 1700, conversion: 'beta' };

  it('gives the same bytes for the same seed, in any order of input, and others for another seed', () => {
    const answer = JSON.stringify(probabilityOfReaching(input));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pipeline, { minLength: 30 }),
        fc.shuffledSubarray(history, { minLength: 3 }),
        (shuffled, past) => {
          expect(JSON.stringify(probabilityOfReaching({ ...input, pipeline: shuffled, history: past }))).toBe(answer);
        },
      ),
      { numRuns: 10 },
    );
    expect(JSON.stringify(probabilityOfReaching({ ...input, seed: 2 }))).not.toBe(answer);
  });

  it('reports as it goes and can be left', () => {
    const steps = [...simulateReaching(input)].map(({ done }) => done);
    expect(steps).toEqual([500, 1000, 1500, 1700]);
    const left = simulateReaching(input);
    left.next();
    left.return(undefined as never);
    expect(left.next().done).toBe(true);
  });

  it('a higher target is never likelier', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(2000), (low, more) => {
        const at = (targetMinor: number): number => probabilityOfReaching({ ...input, targetMinor, runs: 200 }).probability;
        expect(at(low + more)).toBeLessThanOrEqual(at(low));
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, Partial<ReachingInput>, string, string]>([
    ['NaN', { targetMinor: Number.NaN }, 'allocation.outlook.amount.invalid', 'targetMinor'],
    ['no runs', { runs: 0 }, 'allocation.outlook.runs.invalid', 'runs'],
    ['a broken seed', { seed: 0.5 }, 'allocation.outlook.seed.invalid', 'seed'],
    [
      'a stage twice',
      { funnel: funnelOf(measuredStage('sign', 1, 1), measuredStage('sign', 1, 1)) },
      'allocation.outlook.stage.duplicate',
      'funnel.stages.1.id',
    ],
    ['a pipeline without a funnel', { funnel: undefined }, 'allocation.outlook.stages.empty', 'funnel.stages'],
    [
      'a stretch without days',
      { history: [{ label: 'x', amountMinor: 1, workingDays: 0 }] },
      'allocation.outlook.days.missing',
      'history.0.workingDays',
    ],
    [
      'a sum beyond exact integers',
      { pipeline: [open('a', Number.MAX_SAFE_INTEGER), open('b', 1)] },
      'allocation.outlook.amount.range',
      'pipeline',
    ],
  ])('refuses %s', (_, change, code, path) => {
    expect(() => probabilityOfReaching({ ...input, ...change })).toThrow(expect.objectContaining({ code, path }));
  });
});

/** By the recurrence of the beta-binomial: p(k+1)/p(k) = (n−k)(k+α) / ((k+1)(n−k−1+β)), scaled to 1. */
function betaBinomialTail(n: number, from: number, alpha: number, beta: number): number {
  const weights = [1];
  for (let k = 0; k < n; k += 1) {
    weights.push(((weights[k] ?? 0) * (n - k) * (k + alpha)) / ((k + 1) * (n - k - 1 + beta)));
  }
  const whole = weights.reduce((sum, one) => sum + one, 0);
  return weights.slice(from).reduce((sum, one) => sum + one, 0) / whole;
}
