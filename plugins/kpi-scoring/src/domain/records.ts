import type { PersonResult, ScoreCard } from '@milepost/scoring';
import type { ResolvedTarget } from './target-origin.ts';

/** A version of a scorecard. Published once, never changed; a change is another record. */
export interface CardVersion {
  readonly card: ScoreCard;
  /** First month it scores, `YYYY-MM`. */
  readonly effectiveFrom: string;
  /** Whether members see whose points are whose in the ranking of their team. */
  readonly namesInTeam: boolean;
  /** What changed and why, in the words of who published it. */
  readonly note: string;
}

/** Where a target came from. */
export type TargetSource = 'entered' | 'pasted' | 'last-year' | 'team-average';

/** A person's own target of one indicator for one month. */
export interface PersonalTarget {
  readonly personId: string;
  /** `YYYY-MM`. */
  readonly period: string;
  readonly indicatorId: string;
  /** In the indicator's unit: 分 for money, 1 = 100 % for ratios. */
  readonly value: number;
  readonly source: TargetSource;
  /** What a suggestion was computed from, and the growth put on top (0.1 = 10 %). */
  readonly base?: number;
  readonly growth?: number;
}

/** How a person stands in their team, without names unless the company shows them. */
export interface Standing {
  readonly unitId: string;
  readonly rank: number | null;
  /** Members with a complete score. */
  readonly of: number;
  /** Their points (thousandths), highest first; names only where the card shows them. */
  readonly members: readonly { readonly points: number; readonly gradeId: string | null; readonly name?: string }[];
}

/** What a frozen month was scored from, once per freeze. */
export interface RunSnapshot {
  readonly kind: 'snapshot';
  readonly period: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly cardId: string;
  readonly cardVersion: string;
  /** Business day of the freeze. */
  readonly frozenOn: string;
  readonly people: number;
  /** Canonical JSON and its SHA-256. */
  readonly snapshot: string;
  readonly sha256: string;
}

/** The frozen score of one person; they own the record. */
export interface RunPerson {
  readonly kind: 'person';
  readonly runId: string;
  readonly period: string;
  readonly personId: string;
  readonly unitId: string;
  readonly cardId: string;
  readonly cardVersion: string;
  readonly frozenOn: string;
  readonly sha256: string;
  readonly result: PersonResult;
  readonly standing: Standing;
  /** The targets the score was computed with, each with its origin. */
  readonly targets: readonly ResolvedTarget[];
}

/** What everybody in the company may know of a freeze: that it happened, and its hash. No score stands in it. */
export type Seal = Omit<RunSnapshot, 'kind' | 'snapshot'> & { readonly runId: string };

/** The seal of a frozen unit and month; it has the id of its run. */
export function sealOf(
  runId: string,
  { period, unitId, unitName, cardId, cardVersion, frozenOn, people, sha256 }: RunSnapshot,
): Seal {
  return { runId, period, unitId, unitName, cardId, cardVersion, frozenOn, people, sha256 };
}

/** A record of the collection `runs`. */
export type RunRecord = RunSnapshot | RunPerson;

/** Ids are derived, so that a month cannot be frozen twice under two names. */
export const cardRecordId = (card: Pick<ScoreCard, 'id' | 'version'>): string => `${card.id}@${card.version}`;
export const targetRecordId = (t: Pick<PersonalTarget, 'period' | 'personId' | 'indicatorId'>): string =>
  `${t.period}.${t.personId}.${t.indicatorId}`;
export const runRecordId = (period: string, unitId: string, part = 1): string =>
  part === 1 ? `run.${period}.${unitId}` : `run.${period}.${unitId}.${part}`;
export const runPersonId = (period: string, personId: string): string => `person.${period}.${personId}`;
