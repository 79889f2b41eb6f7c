import type { DemoRecord, ServerContext } from '@milepost/gateway/server-part';
import { previousPeriod } from '@milepost/calendar';
import { representativeMonth } from '@milepost/scoring';
import { loadOrganisation } from '../src/data/load-board.ts';
import { loadLastYear } from '../src/data/load-suggestions.ts';
import { monthOf, monthsUpTo } from '../src/domain/month.ts';
import { participantsOf } from '../src/domain/participants.ts';
import type { Organisation } from '../src/domain/participants.ts';
import { cardRecordId, targetRecordId } from '../src/domain/records.ts';
import type { CardVersion, PersonalTarget } from '../src/domain/records.ts';
import { adopted, suggest } from '../src/domain/targets.ts';
import { computeRun } from './compute-run.ts';
import { writesOf } from './run-rules.ts';

/** Growth asked of everybody, months with targets (the running one included), months frozen before the last. */
const growth = 0.08;
const monthsWithTargets = 7;
const monthsFrozen = 2;

/** The product's card published, personal targets of the last months, and two frozen months, so that the trend and every state can be seen. */
export async function demoRecords(ctx: ServerContext): Promise<readonly DemoRecord[]> {
  const organisation = await loadOrganisation(ctx.crm);
  const root = organisation.units.find((unit) => unit.parentId === null);
  if (!root) return [];
  const months = monthsUpTo(ctx.today.slice(0, 7), monthsWithTargets);
  const targets = (await Promise.all(months.map((month) => targetsOfMonth(ctx, organisation, month)))).flat();
  if (targets.length === 0) return [];
  const version: CardVersion = { card: demoCard, effectiveFrom: months[0] ?? '2000-01', namesInTeam: false, note: '沿用产品自带的月度评分卡。' };
  // The month just over stays open, so that freezing it can be tried.
  const frozen = monthsUpTo(previousPeriod(previousPeriod(ctx.today.slice(0, 7))), monthsFrozen);
  const runs: DemoRecord[] = [];
  for (const period of frozen) {
    const computed = await computeRun(ctx, period, root.id, { versions: [version], targets: targets.filter((target) => target.period === period) });
    if (computed.ok) runs.push(...writesOf(computed).map(({ id, value, ownerId, unitId }) => ({ collection: 'runs', id, value, ownerId, unitId })));
  }
  return [
    { collection: 'cards', id: cardRecordId(version.card), value: version, ownerId: null, unitId: null },
    ...targets.map((value) => targetRecord(value, organisation)),
    ...runs,
  ];
}

/** Overdue invoices are counted one by one; a portfolio of forty accounts has some at any time. */
const demoCard = representativeMonth;

async function targetsOfMonth(ctx: ServerContext, organisation: Organisation, month: string): Promise<PersonalTarget[]> {
  const people = participantsOf(organisation, new Set(organisation.units.map((unit) => unit.id)), monthOf(month)).map((person) => person.id);
  const suggestions = suggest(await loadLastYear(ctx.crm, people, month), growth);
  return [...suggestions].map(([personId, suggestion]) => adopted(personId, month, suggestion));
}

function targetRecord(value: PersonalTarget, { memberships }: Organisation): DemoRecord {
  const month = monthOf(value.period);
  const stay = memberships.filter((row) => row.personId === value.personId && row.primary && row.validFrom <= month.to).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return { collection: 'targets', id: targetRecordId(value), value, ownerId: value.personId, unitId: stay.at(-1)?.unitId ?? null };
}
