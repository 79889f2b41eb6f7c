import type { DemoRecord, ServerContext } from '@milepost/gateway/server-part';
import { previousPeriod } from '@milepost/calendar';
import { representativeMonth } from '@milepost/scoring';
import { loadOrganisation } from '../src/data/load-board.ts';
import { withItem } from '../src/domain/card-edit.ts';
import { monthsUpTo } from '../src/domain/month.ts';
import { cardRecordId, sealOf } from '../src/domain/records.ts';
import type { CardVersion } from '../src/domain/records.ts';
import { computeRun } from './compute-run.ts';
import { serverReader } from './reader.ts';
import { writesOf } from './run-rules.ts';

/** Months shown as a trend with the running one, and months frozen before the last. */
const monthsShown = 7;
const monthsFrozen = 2;

/**
 * Two published versions of the product's card and two frozen months, so that the trend and every state can be seen. Targets are not
 * written: they are those of the plan.
 */
export async function demoRecords(ctx: ServerContext): Promise<readonly DemoRecord[]> {
  const organisation = await loadOrganisation(serverReader(ctx).mirror);
  const root = organisation.units.find((unit) => unit.parentId === null);
  if (!root) return [];
  const versions = versionsFrom(monthsUpTo(ctx.today.slice(0, 7), monthsShown));
  // The month just over stays open, so that freezing it can be tried.
  const frozen = monthsUpTo(previousPeriod(previousPeriod(ctx.today.slice(0, 7))), monthsFrozen);
  const runs: DemoRecord[] = [];
  const seals: DemoRecord[] = [];
  for (const period of frozen) {
    const computed = await computeRun(ctx, period, root.id, { versions });
    if (!computed.ok) continue;
    runs.push(
      ...writesOf(computed).map(({ id, value, ownerId, unitId }) => ({ collection: 'runs', id, value, ownerId, unitId })),
    );
    seals.push({
      collection: 'seals',
      id: computed.runId,
      value: sealOf(computed.runId, computed.run.record),
      ownerId: null,
      unitId: root.id,
    });
  }
  const cards = versions.map((value): DemoRecord => ({
    collection: 'cards',
    id: cardRecordId(value.card),
    value,
    ownerId: null,
    unitId: null,
  }));
  return runs.length === 0 ? [] : [...cards, ...runs, ...seals];
}

/** A first version with easier levels of visits, then what the company learned from it. */
function versionsFrom(months: readonly string[]): CardVersion[] {
  const curve = { kind: 'four-level', axis: 'value', levels: [0.6, 0.7, 0.8, 0.9] } as const;
  return [
    {
      card: withItem(representativeMonth, 'effective-visits', { curve }),
      effectiveFrom: months[0] ?? '2000-01',
      namesInTeam: false,
      note: '首版：沿用产品自带的月度评分卡，有效拜访率四级先定得宽一些。',
    },
    {
      card: { ...representativeMonth, version: '1.1.0' },
      effectiveFrom: months[2] ?? '2000-01',
      namesInTeam: false,
      note: '有效拜访率四级各上调 5 个百分点：原来一半人都在第三级以上，分不出差别。',
    },
  ];
}
