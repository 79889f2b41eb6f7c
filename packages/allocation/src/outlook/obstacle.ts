/** What stands in the way of a target, with its figures: an answer, not an error. */
import { phrase } from './phrases.ts';
import type { Figures, Texts } from './phrases.ts';

const TEXTS = {
  'period.over': {
    zh: '期间已没有工作日，仍差 {needMinor} 分；请改期间或目标。',
    en: 'The period has no working day left and {needMinor} minor units are missing; change the period or the target.',
  },
  'deal.unmeasured': {
    zh: '没有带金额的赢单，算不出平均单额；请补录赢单金额或直接给出平均单额。',
    en: 'No win has an amount, so there is no average deal; record the amounts of wins or give the average.',
  },
  'conversion.unmeasured': {
    zh: '阶段“{stage}”还没有商机走完，转化率未知；请扩大历史范围。',
    en: 'Nothing has left the stage "{stage}" yet, so its conversion is unknown; measure a longer history.',
  },
  'conversion.zero': {
    zh: '阶段“{stage}”的 {denominator} 个商机没有一个进入下一步，再多商机也达不到；请先改善这一阶段。',
    en: 'Of {denominator} opportunities in the stage "{stage}" none advanced: no number of them is enough; mend the stage first.',
  },
  'velocity.unmeasured': {
    zh: '阶段“{stage}”到赢单的时间未知，无法判断来不来得及；请补录阶段日期。',
    en: 'The time from the stage "{stage}" to a win is unknown, so nobody can say whether it suffices; record the days.',
  },
  'time.short': {
    zh: '从“{stage}”到赢单需 {leadDays} 个工作日，最迟应在 {enterBy} 进入，现在只剩 {remainingDays} 个工作日；今天新开的商机即使赢单，也只有 {p:inTimeShare} 能赶在期内，{lateMinor} 分会落在期后。',
    en: 'From "{stage}" to the win takes {leadDays} working days, so entry was due by {enterBy}; {remainingDays} are left. Of the wins of opportunities begun today {p:inTimeShare} come in time; {lateMinor} minor units come after the period.',
  },
  'pipeline.late': {
    zh: '{count} 个在手商机按实测流速已来不及在期内赢单（{amountMinor} 分），未计入：{ids}。',
    en: '{count} open opportunities can no longer close in the period by the measured times ({amountMinor} minor units) and are not counted: {ids}.',
  },
  'pipeline.stale': {
    zh: '{count} 个在手商机停留时间超过历史上所有成功推进者（{amountMinor} 分），未计入：{ids}。',
    en: '{count} open opportunities have stayed longer than any that ever advanced ({amountMinor} minor units) and are not counted: {ids}.',
  },
  'pipeline.unvalued': {
    zh: '{count} 个在手商机没有金额或无法估计，未计入：{ids}。',
    en: '{count} open opportunities have no amount or no measured chance and are not counted: {ids}.',
  },
  'effort.unmeasured': {
    zh: '客户等级“{customerClass}”在阶段“{stage}”的拜访投入没有数据，拜访需求未算全。',
    en: 'There is no measured visit effort for the class "{customerClass}" in the stage "{stage}"; the demand for visits is not complete.',
  },
  'effort.noClass': {
    zh: '没有任何客户等级的权重，无法把商机分到客户等级。',
    en: 'No customer class has a weight, so opportunities cannot be divided among the classes.',
  },
  'effective.unmeasured': {
    zh: '客户等级“{customerClass}”没有有效拜访（{effective}/{completed}），算不出需要多少次拜访。',
    en: 'The class "{customerClass}" has no effective visits ({effective} of {completed}), so the visits needed are unknown.',
  },
  'capacity.short': {
    zh: '需要 {needed} 次拜访，剩余 {remainingDays} 个工作日只能完成 {available} 次，缺 {missing} 次；按现有强度需 {peopleNeeded} 人。',
    en: '{needed} visits are needed, {remainingDays} working days allow {available}: {missing} are missing; at the present rate it takes {peopleNeeded} people.',
  },
} as const satisfies Record<string, Texts>;

/** Stable codes of what stands in the way. */
export type ObstacleCode = keyof typeof TEXTS;

/** One thing in the way. */
export interface Obstacle {
  readonly code: ObstacleCode;
  /** The target cannot be met as it stands; otherwise it is only told. */
  readonly blocking: boolean;
  readonly figures: Figures;
  readonly texts: Texts;
}

/** Makes an obstacle and its sentence. */
export function obstacle(code: ObstacleCode, blocking: boolean, figures: Figures): Obstacle {
  return { code, blocking, figures, texts: phrase(TEXTS[code], figures) };
}
