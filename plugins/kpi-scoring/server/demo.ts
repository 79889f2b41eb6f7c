import type { DemoRecord, ServerContext } from '@milepost/gateway/server-part';
import { previousPeriod } from '@milepost/calendar';
import { representativeMonth } from '@milepost/scoring';
import { withItem } from '../src/domain/card-edit.ts';
import { loadOrganisation } from '../src/data/load-board.ts';
import { loadLastYear } from '../src/data/load-suggestions.ts';
import { monthOf, monthsUpTo } from '../src/domain/month.ts';
import { participantsOf } from '../src/domain/participants.ts';
import type { Organisation } from '../src/domain/participants.ts';
import { cardRecordId, targetRecordId } from '../src/domain/records.ts';
import type { CardVersion, PersonalTarget } from '../src/domain/records.ts';
import { adopted, suggest } from '../src/domain/targets.ts';
import { serverReader } from './reader.ts';
import { computeRun } from './compute-run.ts';
import { writesOf } from './run-rules.ts';

/** Growth asked of everybody, months with targets (the running one included), months frozen before the last. */
const growth = 0.08;
const monthsWithTargets = 7;
const monthsFrozen = 2;

/** The product's card published, personal targets of the last months, and two frozen months, so that the trend and every state can be seen. */
export async function demoRecords(ctx: ServerContext): Promise<readonly DemoRecord[]> {
  const organisation = await loadOrganisation(serverReader(ctx).mirror);
  const root = organisation.units.find((unit) => unit.parentId === null);
  if (!root) return [];
  const months = monthsUpTo(ctx.today.slice(0, 7), monthsWithTargets);
  const targets: PersonalTarget[] = [];
  for (const month of months) targets.push(...(await targetsOfMonth(ctx, organisation, month)));
  if (targets.length === 0) return [];
  const versions = versionsFrom(months);
  // The month just over stays open, so that freezing it can be tried.
  const frozen = monthsUpTo(previousPeriod(previousPeriod(ctx.today.slice(0, 7))), monthsFrozen);
  const runs: DemoRecord[] = [];
  for (const period of frozen) {
    const computed = await computeRun(ctx, period, root.id, { versions, targets: targets.filter((target) => target.period === period) });
    if (computed.ok) runs.push(...writesOf(computed).map(({ id, value, ownerId, unitId }) => ({ collection: 'runs', id, value, ownerId, unitId })));
  }
  return [
    ...versions.map((value): DemoRecord => ({ collection: 'cards', id: cardRecordId(value.card), value, ownerId: null, unitId: null })),
    ...targets.map((value) => targetRecord(value, organisation)),
    ...runs,
  ];
}

/** The product's card, then what the company learned: a portfolio of forty accounts always has overdue invoices, so each takes less. */
function versionsFrom(months: readonly string[]): CardVersion[] {
  const second = withItem({ ...representativeMonth, version: '1.1.0' }, 'overdue', { curve: { kind: 'deduction', start: 10, perUnit: 0.2 } });
  return [
    { card: representativeMonth, effectiveFrom: months[0] ?? '2000-01', namesInTeam: false, note: '沿用产品自带的月度评分卡。' },
    {
      card: second,
      effectiveFrom: months[2] ?? '2000-01',
      namesInTeam: false,
      note: '逾期应收由每笔扣 2 分改为 0.2 分：客户多的代表总有几笔逾期，原来的扣法一律扣光，分不出好坏。',
    },
  ];
}

async function targetsOfMonth(ctx: ServerContext, organisation: Organisation, month: string): Promise<PersonalTarget[]> {
  const participants = participantsOf(organisation, new Set(organisation.units.map((unit) => unit.id)), monthOf(month));
  const suggestions = suggest(await loadLastYear(serverReader(ctx).mirror, participants, month), growth);
  return [...suggestions].map(([personId, suggestion]) => adopted(personId, month, suggestion));
}

function targetRecord(value: PersonalTarget, { memberships }: Organisation): DemoRecord {
  const month = monthOf(value.period);
  const stay = memberships.filter((row) => row.personId === value.personId && row.primary && row.validFrom <= month.to).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return { collection: 'targets', id: targetRecordId(value), value, ownerId: value.personId, unitId: stay.at(-1)?.unitId ?? null };
}
