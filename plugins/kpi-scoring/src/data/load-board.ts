import type { Fact } from '@milepost/scoring';
import { buildBoard } from '../domain/board.ts';
import type { BoardRow } from '../domain/board.ts';
import { monthOf } from '../domain/month.ts';
import { participantsOf } from '../domain/participants.ts';
import type { Organisation, Participant } from '../domain/participants.ts';
import type { Progress } from '../domain/projection.ts';
import { runningProgress } from '../domain/projection.ts';
import type { CardVersion, RunPerson } from '../domain/records.ts';
import { indicatorsOfCard, targetIndicators, targetsOf } from '../domain/score-month.ts';
import type { ResolvedTarget } from '../domain/target-origin.ts';
import { versionFor } from '../domain/versions.ts';
import { loadFacts } from './facts.ts';
import { loadTargets } from './load-targets.ts';
import type { FactsByMonth } from './facts.ts';
import type { MirrorReader, Reader, RecordReader } from './reader.ts';

/** Everything a month's ranking is made of. */
export interface BoardData {
  readonly month: string;
  readonly rows: readonly BoardRow[];
  readonly participants: readonly Participant[];
  readonly current: CardVersion;
  readonly versions: readonly CardVersion[];
  readonly targets: readonly ResolvedTarget[];
  readonly facts: readonly Fact[];
  /** Working days of a running month; null for one that is over. */
  readonly progress: Progress | null;
}

/** Reads the organisation with its history. */
export async function loadOrganisation(mirror: MirrorReader): Promise<Organisation> {
  const [units, memberships, people] = await Promise.all([
    mirror.listAll('units'),
    mirror.listAll('memberships'),
    mirror.listAll('people', { fields: ['id', 'name', 'role', 'joinedOn', 'leftOn'] }),
  ]);
  return { units, memberships, people };
}

/** Every published version of the company's cards. */
export async function loadVersions(records: RecordReader): Promise<readonly CardVersion[]> {
  return (await records<CardVersion>('cards', {})).map((record) => record.value);
}

/** Frozen results of a month, of those the reader may see. */
export async function loadFrozen(records: RecordReader, month: string): Promise<readonly RunPerson[]> {
  const found = await records<RunPerson>('runs', {
    where: [
      { field: 'period', op: 'eq', value: month },
      { field: 'kind', op: 'eq', value: 'person' },
    ],
  });
  return found.map((record) => record.value);
}

/** Reads and scores one month of the people who belonged to some units, or of one person. */
export async function loadBoard(
  reader: Reader,
  organisation: Organisation,
  month: string,
  who: { readonly units: ReadonlySet<string> } | { readonly personId: string },
): Promise<BoardData> {
  const everyone = 'units' in who ? who.units : new Set(organisation.units.map((unit) => unit.id));
  const listed = participantsOf(organisation, everyone, monthOf(month));
  const participants = 'personId' in who ? listed.filter((person) => person.id === who.personId) : listed;
  const people = participants.map((person) => person.id);
  const [versions, targets, frozen] = await Promise.all([
    loadVersions(reader.records),
    loadTargets(reader, [month], participants),
    loadFrozen(reader.records, month),
  ]);
  const current = versionFor(versions, month);
  const used = frozen.flatMap((run) => versions.filter(({ card }) => card.version === run.cardVersion && card.id === run.cardId));
  const indicators = new Set([current, ...used].flatMap(({ card }) => [...indicatorsOfCard(card), ...targetIndicators(card)]));
  const facts = (await loadFacts(reader.mirror, { months: [month], people, today: reader.today, indicators })).get(month) ?? [];
  const goal = targetsOf(targets, month, new Set(people));
  const progress = runningProgress(month, reader.today, reader.tenant);
  const rows = buildBoard({ participants, facts, targets: goal, current, versions, frozen, progress });
  return { month, rows, participants, current, versions, targets, facts, progress };
}

/** Facts of several months for the trend, in one reading. */
export async function loadTrendFacts(
  reader: Reader,
  months: readonly string[],
  people: readonly string[],
  version: CardVersion,
): Promise<FactsByMonth> {
  const indicators = new Set([...indicatorsOfCard(version.card), ...targetIndicators(version.card)]);
  return loadFacts(reader.mirror, { months, people, today: reader.today, indicators });
}
