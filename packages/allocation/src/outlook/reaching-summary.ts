/** The answer of a simulation: the chance, how exact it is, and what it is made of. */
import type { DayStatus } from '@milepost/calendar';
import type { ComparableRate } from './comparable-rates.ts';
import { phrase } from './phrases.ts';
import type { Texts } from './phrases.ts';
import type { ValuedOpportunity } from './pipeline.ts';
import { proportion } from './proportion.ts';
import type { Proportion } from './proportion.ts';
import type { RemainingWindow } from './remaining-window.ts';

/** A simulated outlook. Amounts are minor units at the end of the period. */
export interface Reaching {
  /** Share of the runs that reached the target. */
  readonly probability: number;
  /** √(p(1−p)/runs): how far the simulation itself may be off. Not how uncertain the input is. */
  readonly standardError: number;
  /** The counts of runs with their Wilson interval, which also says something when all or no runs reached it. */
  readonly reached: Proportion;
  /** 10, 50 and 90 % of the runs ended at or below these amounts. */
  readonly p10Minor: number;
  readonly p50Minor: number;
  readonly p90Minor: number;
  /** Mean of the runs, nearest minor unit. */
  readonly meanMinor: number;
  readonly madeOf: ReachingParts;
  readonly remainingDays: number;
  readonly dayStatus: DayStatus;
  readonly seed: number;
  /** The same in sentences. */
  readonly explanation: readonly Texts[];
}

/** What the mean is made of. */
export interface ReachingParts {
  readonly actualMinor: number;
  readonly pipelineMeanMinor: number;
  readonly historyMeanMinor: number;
  /** Exact expectation of the pipeline by the measured conversions; the mean of the runs lies near it. */
  readonly pipelineExpectedMinor: number;
  readonly opportunities: number;
  /** Left out: no amount, or no measured chance or time. */
  readonly notValued: readonly string[];
  /** Counted with a chance of 0: longer in their stage than any that ever advanced. */
  readonly stale: readonly string[];
  /** Counted with a chance of 0: by the measured times they close outside the period. */
  readonly late: readonly string[];
  readonly stretches: number;
}

/** What a finished simulation hands over. */
export interface Simulated {
  readonly input: {
    readonly actualMinor: number;
    readonly targetMinor: number;
    readonly seed: number;
    readonly history?: readonly ComparableRate[];
  };
  readonly window: RemainingWindow;
  readonly valued: readonly ValuedOpportunity[];
  readonly dayStatus: DayStatus;
  readonly totals: Float64Array;
  readonly reached: number;
  readonly parts: { readonly pipeline: number; readonly history: number };
}

const TEXTS = {
  chance: {
    zh: '{runs} 次模拟中有 {reached} 次达到目标，概率 {p:probability}（模拟误差 ±{p:standardError}）。',
    en: '{reached} of {runs} runs reached the target: {p:probability}, give or take {p:standardError} from simulating.',
  },
  pipeline: {
    zh: '在手商机 {opportunities} 个，按实测转化率和流速期望 {pipelineExpectedMinor} 分；另有 {left} 个不计入。',
    en: '{opportunities} open opportunities bring {pipelineExpectedMinor} minor units in expectation by measured conversion and velocity; {left} count nothing.',
  },
  history: {
    zh: '其余业务按 {stretches} 段历史的日均折算到剩余 {remainingDays} 个工作日，平均 {historyMeanMinor} 分。',
    en: 'Other business follows the daily rates of {stretches} past stretches over the {remainingDays} working days left: {historyMeanMinor} minor units on average.',
  },
  noHistory: {
    zh: '没有给出历史，商机以外的业务按 0 计。',
    en: 'No history was given: business outside opportunities counts as 0.',
  },
  days: {
    zh: '工作日数据为“{w:dayStatus}”，正式放假安排公布后结果会变。',
    en: 'The working days are "{w:dayStatus}": the answer will move when the arrangement is published.',
  },
} as const satisfies Record<string, Texts>;

/** Sorts the runs and reads the answer off them. */
export function summarise(done: Simulated): Reaching {
  const { totals, reached, input, window } = done;
  const runs = totals.length;
  const probability = reached / runs;
  const sorted = totals.toSorted();
  const madeOf = partsOf(done);
  const at = (share: number): number => sorted[Math.max(Math.ceil(share * runs) - 1, 0)] ?? 0;
  const standardError = Math.sqrt((probability * (1 - probability)) / runs);
  return {
    ...{ probability, standardError, reached: proportion(reached, runs), madeOf },
    ...{ p10Minor: at(0.1), p50Minor: at(0.5), p90Minor: at(0.9) },
    meanMinor: Math.round(input.actualMinor + (done.parts.pipeline + done.parts.history) / runs),
    ...{ remainingDays: window.remaining, dayStatus: done.dayStatus, seed: input.seed },
    explanation: explain(done, madeOf, { runs, reached, probability, standardError }),
  };
}

function partsOf({ valued, parts, totals, input }: Simulated): ReachingParts {
  const ids = (test: (one: ValuedOpportunity) => boolean): string[] => valued.filter(test).map(({ id }) => id);
  const unvalued = (one: ValuedOpportunity): boolean => one.amountMinor === null || one.win === null || one.inTime === null;
  return {
    actualMinor: input.actualMinor,
    pipelineMeanMinor: Math.round(parts.pipeline / totals.length),
    historyMeanMinor: Math.round(parts.history / totals.length),
    pipelineExpectedMinor: Math.round(
      valued.reduce((sum, { amountMinor, win, inTime }) => sum + (amountMinor ?? 0) * (win ?? 0) * (inTime ?? 0), 0),
    ),
    opportunities: valued.length,
    notValued: ids(unvalued),
    stale: ids(({ stale }) => stale),
    late: ids((one) => !unvalued(one) && !one.stale && one.inTime === 0),
    stretches: input.history?.length ?? 0,
  };
}

function explain(done: Simulated, madeOf: ReachingParts, chance: Record<string, number>): Texts[] {
  const left = madeOf.notValued.length + madeOf.stale.length + madeOf.late.length;
  const { pipelineExpectedMinor, opportunities, stretches, historyMeanMinor } = madeOf;
  const texts = [
    phrase(TEXTS.chance, chance),
    phrase(TEXTS.pipeline, { opportunities, pipelineExpectedMinor, left }),
    stretches === 0
      ? TEXTS.noHistory
      : phrase(TEXTS.history, { stretches, historyMeanMinor, remainingDays: done.window.remaining }),
  ];
  if (done.dayStatus !== 'official') texts.push(phrase(TEXTS.days, { dayStatus: done.dayStatus }));
  return texts;
}
