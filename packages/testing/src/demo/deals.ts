import type { CustomerType, Opportunity, OpportunityStage, StageChange } from '@milepost/crm';
import type { DemoAccount } from './accounts.ts';
import { scopeOf } from './context.ts';
import type { DemoContext } from './context.ts';
import { dayText } from './days.ts';
import type { Day } from './days.ts';
import type { DemoPerson } from './organisation.ts';
import { ownerOn } from './ownership.ts';
import { Random } from './random.ts';

/** An opportunity with the days of its moves. */
export interface DemoDeal {
  readonly id: string;
  readonly name: string;
  readonly owner: DemoPerson;
  readonly amountMinor: number | null;
  readonly created: Day;
  readonly stage: OpportunityStage;
  readonly closed: Day | null;
  readonly expectedClose: Day;
  readonly moves: readonly { readonly to: OpportunityStage; readonly day: Day }[];
}

const openStages: readonly OpportunityStage[] = ['contact', 'proposal', 'negotiation', 'closing'];
/** Mean days in each open stage, and the chance to go on from it. */
const dwellDays = [16, 22, 18, 12];
const advance = [0.66, 0.7, 0.74, 0.82];
const paceByType: Readonly<Record<CustomerType, number>> = {
  distributor: 0.9,
  chain: 1,
  retail: 0.85,
  institution: 1.6,
};
const winByType: Readonly<Record<CustomerType, number>> = {
  distributor: 1.04,
  chain: 0.97,
  retail: 1.02,
  institution: 0.92,
};
const perYear = { A: 1.5, B: 0.95, C: 0.55 } as const;
const topics: Readonly<Record<CustomerType, readonly string[]>> = {
  distributor: ['年度框架采购', '厚椰乳区域分销', '包材与辅料打包采购', '果茶底全线供应', '节前备货计划', '咖啡豆渠道代理'],
  chain: ['夏季茶饮新品导入', '燕麦奶替换试用', '咖啡豆拼配升级', '新店开业首批备货', '门店糖浆统一采购', '果茶底全线供应'],
  retail: ['厚椰乳系列上架', '植物奶冷柜专区', '冷萃咖啡液试销', '节前礼盒备货', '挂耳咖啡端架陈列'],
  institution: ['校园豆奶供应', '早餐饮品年度供应', '员工餐厅咖啡角', '植物奶替换试用', '糖浆与辅料年度采购'],
};

/** Draws an account's opportunities. The same account always gives the same ones. */
export function dealsOf(context: DemoContext, account: DemoAccount): DemoDeal[] {
  const random = new Random(context.seed, context.profile.salt, 404, account.number);
  const from = Math.max(account.created, context.start);
  const to = Math.min(account.lastDay, context.asOf);
  const meanGap = 365 / (account.status === 'prospect' ? 3 : perYear[account.tier]);
  const deals: DemoDeal[] = [];
  let day = from + Math.round(meanGap * random.between(0, account.status === 'prospect' ? 0.3 : 1));
  while (day <= to) {
    deals.push(deal(context, account, context.calendar.workingOnOrAfter(day), deals.length + 1, random));
    day += Math.round(meanGap * random.between(0.4, 1.6)) + 1;
  }
  return deals.filter((candidate) => candidate.created <= context.asOf);
}

function deal(context: DemoContext, account: DemoAccount, created: Day, number: number, random: Random): DemoDeal {
  const starter = ownerOn(account.owners, created);
  const moves: { to: OpportunityStage; day: Day }[] = [{ to: 'contact', day: created }];
  const pace = paceByType[account.type] / starter.closing;
  const win = winByType[account.type] * starter.closing;
  const topic = random.pick(topics[account.type]);
  const share = random.between(0.08, 0.4);
  const delay = random.int(-12, 25);
  let day = created;
  for (let stage = 0; stage < openStages.length; stage += 1) {
    const dwell = Math.max(1, Math.round((dwellDays[stage] as number) * pace * random.between(0.35, 1.9)));
    const goesOn = random.next() < (advance[stage] as number) * win;
    day = context.calendar.workingOnOrAfter(day + dwell);
    if (day > context.asOf) break;
    moves.push({ to: goesOn ? (openStages[stage + 1] ?? 'won') : 'lost', day });
    if (!goesOn) break;
  }
  const last = moves.at(-1) as { to: OpportunityStage; day: Day };
  const isClosed = last.to === 'won' || last.to === 'lost';
  const amount = Math.max(500_000, Math.round((account.yearlyMinor * share) / 100_000) * 100_000);
  const early = last.to === 'contact' && random.chance(0.35);
  const expected = created + Math.round(68 * pace) + delay;
  return {
    id: `d${account.id.slice(1)}-${number}`,
    name: topic,
    owner: isClosed ? ownerOn(account.owners, last.day) : ownerOn(account.owners, context.asOf),
    amountMinor: early ? null : amount,
    created,
    stage: last.to,
    closed: isClosed ? last.day : null,
    expectedClose: isClosed ? last.day + Math.min(20, delay) : Math.max(expected, last.day + 7),
    moves,
  };
}

/** The deal as a row of `opportunities`. */
export function opportunityRow(account: DemoAccount, item: DemoDeal): Opportunity {
  return {
    id: item.id,
    accountId: account.id,
    ...scopeOf(item.owner, account, item.created),
    name: item.name,
    stage: item.stage,
    amountMinor: item.amountMinor,
    currency: 'CNY',
    createdOn: dayText(item.created),
    expectedCloseOn: dayText(item.expectedClose),
    closedOn: item.closed === null ? null : dayText(item.closed),
  };
}

/** The deal's moves as rows of `stageChanges`; credited to the unit its owner was in on the day. */
export function stageChangeRows(account: DemoAccount, item: DemoDeal): StageChange[] {
  return item.moves.map((move, index) => ({
    id: `s${item.id.slice(1)}-${index + 1}`,
    opportunityId: item.id,
    fromStage: item.moves[index - 1]?.to ?? null,
    toStage: move.to,
    changedOn: dayText(move.day),
    ...scopeOf(item.owner, account, move.day),
  }));
}
