import type { ScoreCard } from './card.ts';
import type { Fact, Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import type { IndicatorDefinition } from './indicators.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { ScoreResult } from './result.ts';
import { scoreCard } from './score-card.ts';

/** Version of the arithmetic. It changes when the same input could give other points. */
export const SCORING_VERSION = '1';

/** Everything a frozen period was scored from. */
export interface SnapshotInputs {
  /** 'YYYY', 'YYYY-Qn' or 'YYYY-MM'. */
  readonly period: string;
  readonly card: ScoreCard;
  readonly facts: readonly Fact[];
  readonly targets: readonly Target[];
  readonly people?: readonly string[];
  readonly indicators?: readonly IndicatorDefinition[];
  /** Version of the business calendar that was in force, if it mattered. */
  readonly calendarVersion?: string;
}

/** Computes SHA-256; in a browser and in Node `(bytes) => crypto.subtle.digest('SHA-256', bytes)`. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer | Uint8Array>;

/**
 * The frozen period as canonical JSON (sorted keys, no white space, numbers as ECMAScript prints them), with lists whose order
 * means nothing sorted: the same inputs give the same bytes everywhere, whatever order they were collected in.
 */
export function snapshot(inputs: SnapshotInputs): string {
  const { period, card, calendarVersion } = inputs;
  const facts = inputs.facts.map((fact) => (fact.factRefs ? { ...fact, factRefs: [...fact.factRefs].sort() } : fact));
  return canonicalJson({
    format: 'milepost/scoring-snapshot/v1',
    engine: SCORING_VERSION,
    period,
    calendarVersion,
    card,
    indicators: sorted(inputs.indicators ?? builtInIndicators),
    facts: sorted(facts),
    targets: sorted(inputs.targets),
    people: inputs.people && [...new Set(inputs.people)].sort(),
  });
}

/** SHA-256 of a snapshot in hexadecimal. */
export async function hashSnapshot(text: string, digest: Digest): Promise<string> {
  const bytes = new Uint8Array(await digest(new TextEncoder().encode(text)));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

/**
 * Scores a snapshot again.
 * @throws RangeError when the text is no snapshot or was frozen by another version of the arithmetic.
 */
export function replay(text: string): ScoreResult {
  const parsed: unknown = JSON.parse(text);
  if (!isSnapshot(parsed))
    throw new RangeError('At format: not a milepost/scoring-snapshot/v1. Pass the text that snapshot() returned.');
  if (parsed.engine !== SCORING_VERSION) {
    throw new RangeError(`At engine: frozen by version ${parsed.engine}, this is ${SCORING_VERSION}. Use the matching release.`);
  }
  return scoreCard(parsed.card, parsed.facts, parsed.targets, {
    indicators: parsed.indicators,
    people: parsed.people,
  });
}

/**
 * Whether a saved result is the one its snapshot gives; each person whose result differs is named. For the server, which
 * trusts no score it did not compute.
 * @throws RangeError as {@link replay}.
 */
export function verifyResult(text: string, saved: ScoreResult): Problem[] {
  const computed = replay(text);
  const byId = new Map(computed.people.map((p) => [p.personId, canonicalJson(p)]));
  const savedIds = new Set(saved.people.map((p) => p.personId));
  const differing = [
    ...saved.people.filter((p) => byId.get(p.personId) !== canonicalJson(p)).map((p) => p.personId),
    ...computed.people.filter((p) => !savedIds.has(p.personId)).map((p) => p.personId),
  ];
  const headers = [computed, saved].map((r) => canonicalJson({ ...r, people: [] }));
  const problems = headers[0] === headers[1] ? [] : [differs('result', '结果的表头', 'The header of the result')];
  return [...problems, ...differing.map((id) => differs(`people.${id}`, `${id} 的得分`, `The score of ${id}`))];
}

const differs = (path: string, zh: string, en: string): Problem =>
  problem(
    'result.differs',
    path,
    `${zh}与快照重算的不一致。`,
    `${en} is not what the snapshot gives.`,
    '请以重算结果为准。',
    'Use the recomputed result.',
  );

/**
 * JSON with keys in UTF-16 order and undefined members left out.
 * @throws RangeError for numbers JSON cannot carry.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`JSON cannot carry ${value}.`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

function sorted<T>(list: readonly T[]): T[] {
  return list
    .map((entry) => ({ entry, key: canonicalJson(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}

type Parsed = Required<Pick<SnapshotInputs, 'card' | 'facts' | 'targets' | 'indicators'>> & {
  readonly engine: string;
  readonly people?: readonly string[];
};

function isSnapshot(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'milepost/scoring-snapshot/v1';
}
