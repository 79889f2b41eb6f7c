import { competitionRanks, hashSnapshot, replay, snapshot } from '@milepost/scoring';
import type { Digest, Fact, PersonResult } from '@milepost/scoring';
import type { Participant } from './participants.ts';
import type { CardVersion, RunPerson, RunSnapshot, Standing } from './records.ts';
import { factsFor, targetsOf } from './score-month.ts';
import type { ResolvedTarget } from './target-origin.ts';

/** Everything a month is frozen from. */
export interface RunInput {
  readonly period: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly runId: string;
  readonly version: CardVersion;
  readonly participants: readonly Participant[];
  readonly facts: readonly Fact[];
  readonly targets: readonly ResolvedTarget[];
  readonly frozenOn: string;
}

/** A frozen month, ready to be stored. */
export interface Run {
  readonly record: RunSnapshot;
  readonly people: readonly RunPerson[];
}

const sha256: Digest = (bytes) => crypto.subtle.digest('SHA-256', bytes);

/** Freezes: the snapshot as canonical JSON with its hash, and for each person the result it gives and the place in the team. */
export async function buildRun(input: RunInput): Promise<Run> {
  const { period, unit, version, participants, frozenOn } = input;
  const { card } = version;
  const people = participants.map((person) => person.id);
  const targets = targetsOf(input.targets, period, new Set(people));
  const text = snapshot({ period, card, facts: factsFor(card, input.facts, targets), targets, people });
  const hash = await hashSnapshot(text, sha256);
  const shared = { period, cardId: card.id, cardVersion: card.version, frozenOn, sha256: hash };
  const standings = standingsOf(participants, replay(text).people, version.namesInTeam);
  return {
    record: { kind: 'snapshot', ...shared, unitId: unit.id, unitName: unit.name, people: people.length, snapshot: text },
    people: standings.map(({ person, result, standing }) => ({
      kind: 'person',
      ...shared,
      runId: input.runId,
      personId: person.id,
      unitId: person.unitId,
      result,
      standing,
      targets: input.targets.filter((target) => target.personId === person.id && target.period === period),
    })),
  };
}

/** Whether the stored hash is that of the stored snapshot. */
export async function hashHolds(record: Pick<RunSnapshot, 'snapshot' | 'sha256'>): Promise<boolean> {
  return (await hashSnapshot(record.snapshot, sha256)) === record.sha256;
}

function standingsOf(participants: readonly Participant[], results: readonly PersonResult[], withNames: boolean) {
  const byId = new Map(results.map((result) => [result.personId, result]));
  return participants.flatMap((person) => {
    const result = byId.get(person.id);
    if (!result) return [];
    const team = participants.filter((other) => other.unitId === person.unitId);
    return [{ person, result, standing: standingOf(person, team, byId, withNames) }];
  });
}

function standingOf(
  person: Participant,
  team: readonly Participant[],
  results: ReadonlyMap<string, PersonResult>,
  withNames: boolean,
): Standing {
  const points = team.map(({ id }) => (results.get(id)?.complete ? (results.get(id)?.points ?? null) : null));
  const rank = competitionRanks(points)[team.indexOf(person)] ?? null;
  const members = team
    .flatMap(({ id, name }) => {
      const result = results.get(id);
      if (!result?.complete) return [];
      return [{ points: result.points, gradeId: result.gradeId, ...(withNames ? { name } : {}) }];
    })
    .sort((a, b) => b.points - a.points);
  return { unitId: person.unitId, rank, of: members.length, members };
}
