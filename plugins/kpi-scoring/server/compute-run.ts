import type { ServerContext } from '@milepost/gateway/server-part';
import { loadFacts } from '../src/data/facts.ts';
import { loadFrozen, loadOrganisation, loadVersions } from '../src/data/load-board.ts';
import { loadTargets } from '../src/data/load-targets.ts';
import { isOver, monthOf } from '../src/domain/month.ts';
import { branchBelow, ledBy, participantsOf, unitOn } from '../src/domain/participants.ts';
import type { Organisation, Participant } from '../src/domain/participants.ts';
import { runRecordId } from '../src/domain/records.ts';
import type { CardVersion, RunRecord } from '../src/domain/records.ts';
import { buildRun } from '../src/domain/run.ts';
import type { Run } from '../src/domain/run.ts';
import { indicatorsOfCard, targetIndicators } from '../src/domain/score-month.ts';
import { versionFor } from '../src/domain/versions.ts';
import type { RuleCode } from './problems.ts';
import { serverReader } from './reader.ts';

/** A run as the server computes it, or why there is none. */
export type Computed =
  | {
      readonly ok: true;
      readonly run: Run;
      readonly runId: string;
      /** People of the unit who are not the caller's to freeze. */ readonly left: number;
    }
  | { readonly ok: false; readonly code: RuleCode };

/** What is used in place of what is stored: the demo company freezes before its records are written. */
export interface ComputeOptions {
  readonly versions?: readonly CardVersion[];
}

/** Computes a freeze of a unit's month from the mirror with the rights of whoever asks. Nobody hands in a number. */
export async function computeRun(
  ctx: ServerContext,
  period: string,
  unitId: string,
  options: ComputeOptions = {},
): Promise<Computed> {
  if (!isOver(period, ctx.today)) return { ok: false, code: 'run.notOver' };
  const reader = serverReader(ctx);
  const organisation = await loadOrganisation(reader.mirror);
  const unit = organisation.units.find((one) => one.id === unitId);
  const { role, personId } = ctx.session.user;
  const led = branchBelow(organisation.units, ledBy(organisation.units, personId, ctx.today));
  if (!unit || (role === 'manager' && !led.has(unitId))) return { ok: false, code: 'run.outside' };
  const frozen = new Set((await loadFrozen(reader.records, period)).map((run) => run.personId));
  const listed = participantsOf(organisation, branchBelow(organisation.units, [unitId]), monthOf(period)).filter(
    ({ id }) => !frozen.has(id),
  );
  const participants = role === 'manager' ? listed.filter((person) => worksIn(organisation, person, led, ctx.today)) : listed;
  if (participants.length === 0) return { ok: false, code: 'run.nobody' };
  const version = versionFor(options.versions ?? (await loadVersions(reader.records)), period);
  const targets = await loadTargets(reader, [period], participants);
  const people = participants.map((person) => person.id);
  const indicators = new Set([...indicatorsOfCard(version.card), ...targetIndicators(version.card)]);
  const facts = (await loadFacts(reader.mirror, { months: [period], people, today: ctx.today, indicators })).get(period) ?? [];
  const runId = await freeRunId(ctx, period, unitId);
  const run = await buildRun({ period, unit, runId, version, participants, facts, targets, frozenOn: ctx.today });
  return { ok: true, run, runId, left: listed.length - participants.length };
}

/** A manager writes records of people who work in the branch today; the others are for operations. */
const worksIn = (organisation: Organisation, person: Participant, branch: ReadonlySet<string>, today: string): boolean => {
  const unit = unitOn(organisation.memberships, person.id, today);
  return unit !== null && branch.has(unit);
};

/** A unit may be frozen again for people who were missing: each time is a run of its own. */
async function freeRunId(ctx: ServerContext, period: string, unitId: string): Promise<string> {
  for (let part = 1; ; part += 1) {
    const id = runRecordId(period, unitId, part);
    if (!(await ctx.records<RunRecord>('runs').get(id))) return id;
  }
}
