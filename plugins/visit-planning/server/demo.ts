/** A believable current week for every representative of the demo company: what the CRM says happened, planned and summed up. */
import { addDays, createCalendar, weekDays } from '@milepost/calendar';
import type { Account, Activity } from '@milepost/crm';
import type { DemoRecord, ServerContext } from '@milepost/gateway/server-part';
import { areaOf } from '../src/domain/area.ts';
import { dueOf } from '../src/domain/due.ts';
import { proposeWeek } from '../src/domain/propose.ts';
import { defaultSettings } from '../src/domain/settings.ts';
import { goalKindOf, goalOf } from '../src/domain/summary.ts';
import { cancel, complete, plannedVisit, start } from '../src/domain/transitions.ts';
import type { Visit, VisitRecord, VisitSummary } from '../src/domain/types.ts';
import { cancelReasons, competitors, lessons, news, opinions, problems, results } from './demo-texts.ts';

const settings = { ...defaultSettings, dailyCapacity: 5 };

/** Visits of last week and this one, today half done, tomorrow planned; day reports of the days behind. */
export async function demoRecords(ctx: ServerContext): Promise<readonly DemoRecord[]> {
  const { today } = ctx;
  const monday = weekDays(today)[0] ?? today;
  const sunday = addDays(monday, 6);
  // One after the other: they share the connection of one transaction.
  const accounts = new Map(
    (await ctx.crm.listAll('accounts', { where: [{ field: 'status', op: 'ne', value: 'lost' }] })).map((row) => [row.id, row]),
  );
  const activities = await ctx.crm.listAll('activities', {
    where: [
      { field: 'type', op: 'eq', value: 'visit' },
      { field: 'dayOn', op: 'gte', value: addDays(monday, -7) },
      { field: 'dayOn', op: 'lte', value: sunday },
    ],
  });
  const last = await ctx.crm.aggregate({
    entity: 'activities',
    measures: [{ name: 'last', op: 'max', field: 'dayOn' }],
    groupBy: ['accountId'],
    where: [
      { field: 'type', op: 'eq', value: 'visit' },
      { field: 'status', op: 'eq', value: 'completed' },
    ],
  });
  const { people } = await ctx.crm.organisation();
  const lastOn = new Map(last.map((row) => [String(row['accountId']), String(row['last'])]));
  return people
    .filter((person) => person.role === 'rep')
    .flatMap((person) =>
      weekOf({
        ctx,
        monday,
        sunday,
        ownerId: person.id,
        unitId: person.unitId,
        accounts,
        lastOn,
        activities: activities.filter((row) => row.ownerId === person.id),
      }),
    );
}

interface DemoWeek {
  readonly ctx: ServerContext;
  readonly monday: string;
  readonly sunday: string;
  readonly ownerId: string;
  readonly unitId: string;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly lastOn: ReadonlyMap<string, string>;
  readonly activities: readonly Activity[];
}

function weekOf(week: DemoWeek): readonly DemoRecord[] {
  const past = fromActivities(week);
  const ahead = fromProposal(
    week,
    past.filter(({ value }) => value.dayOn >= week.monday),
  );
  const visits = [...past, ...ahead].map(({ id, ownerId, accountId, value }) => ({
    collection: 'visits',
    id,
    ownerId,
    unitId: week.unitId,
    accountId,
    value,
  }));
  const days = [...new Set(past.map(({ value }) => value.dayOn))].filter((day) => day >= week.monday && day < week.ctx.today);
  const reports = days.map((dayOn) => ({
    collection: 'day-reports',
    id: `${week.ownerId}:${dayOn}`,
    ownerId: week.ownerId,
    unitId: week.unitId,
    value: { dayOn, attendance: 'present', attendanceNote: '', learned: pick(lessons, `${week.ownerId}${dayOn}`) },
  }));
  return [...visits, ...reports];
}

/** What the CRM knows of, as if it had been planned and summed up here; one visit for an account and a day. */
function fromActivities({ ctx, ownerId, accounts, activities }: DemoWeek): readonly VisitRecord[] {
  const seen = new Set<string>();
  const orders = new Map<string, number>();
  const sorted = [...activities].sort((a, b) => ((a.startAt ?? '') < (b.startAt ?? '') ? -1 : 1));
  return sorted.flatMap((activity) => {
    const account = accounts.get(activity.accountId);
    const key = `${activity.accountId}/${activity.dayOn}`;
    // Appointments of the coming days stay in the CRM: the board shows them and offers to take them in.
    if (
      !account ||
      account.ownerId !== ownerId ||
      seen.has(key) ||
      activity.status === 'planned' ||
      !activity.startAt ||
      !activity.endAt
    )
      return [];
    seen.add(key);
    const routeOrder = (orders.get(activity.dayOn) ?? 0) + 1;
    orders.set(activity.dayOn, routeOrder);
    const plan = plannedVisit({
      dayOn: activity.dayOn,
      routeOrder,
      area: areaOf(account),
      purpose: activity.purpose ?? 'service',
      time: clockIn(activity.startAt, ctx.session.tenant.timeZone),
    });
    return [
      {
        id: `demo-${activity.id}`,
        revision: 0,
        ownerId,
        accountId: activity.accountId,
        value: outcomeOf(plan, activity, ctx.today),
      },
    ];
  });
}

function outcomeOf(plan: Visit, activity: Activity, today: string): Visit {
  const { id, startAt, endAt, status, effective } = activity;
  if (status === 'cancelled') return cancel(plan, pick(cancelReasons, id));
  // Half of the visits that did not count were too short, the others lack what their purpose asks for.
  const short = effective === false && hash(id) % 2 === 0;
  const end = short ? new Date(Date.parse(startAt ?? '') + 6 * 60_000).toISOString() : endAt;
  const summary = summaryOf(plan, activity, effective === false && !short);
  return complete(start(plan, instant(startAt), plan.dayOn > today ? today : plan.dayOn), summary, instant(end), settings);
}

function summaryOf(plan: Visit, { id, outcome }: Activity, incomplete: boolean): VisitSummary {
  const kind = goalKindOf(plan.purpose);
  const targetMinor = (2 + (hash(`${id}t`) % 12)) * 500_000;
  const actualMinor = Math.round((targetMinor * (50 + (hash(`${id}a`) % 65))) / 100 / 1000) * 1000;
  const fill = (texts: readonly string[], salt: string): string => pick(texts, id + salt) || (texts[0] ?? '');
  const required = settings.requiredFields[plan.purpose];
  const text = (field: 'problems' | 'competitors' | 'news', texts: readonly string[]): string =>
    required.includes(field) ? fill(texts, field) : pick(texts, id + field);
  return {
    result: incomplete ? '' : (outcome ?? pick(results[plan.purpose], id)),
    problems: text('problems', problems),
    goal: kind && goalOf(kind, targetMinor, actualMinor),
    competitors: text('competitors', competitors),
    opinions: pick(opinions, `${id}o`),
    news: text('news', news),
  };
}

/** Two more for today, as a representative would take them from a proposal; what else is due waits for the person at work. */
function fromProposal(
  { ctx, monday, sunday, ownerId, accounts, lastOn, activities }: DemoWeek,
  existing: readonly VisitRecord[],
): readonly VisitRecord[] {
  const { today, session } = ctx;
  const calendar = createCalendar({
    zone: session.tenant.timeZone,
    fiscalYearStartMonth: session.tenant.fiscalYearStartMonth,
    country: 'CN',
  });
  const days = weekDays(monday).filter((day) => day >= today && calendar.isWorkingDay(day).working);
  const own = new Map([...accounts].filter(([, account]) => account.ownerId === ownerId));
  const dues = [...own.values()].map((account) => dueOf(account, lastOn.get(account.id) ?? null, today, sunday, settings));
  const spokenFor = new Set(
    activities.filter((row) => row.dayOn >= monday && row.status !== 'cancelled').map((row) => row.accountId),
  );
  const room = existing.filter(({ value }) => value.dayOn === today && value.status !== 'cancelled').length + 2;
  const proposal = proposeWeek({
    days,
    accounts: own,
    dues,
    existing,
    spokenFor,
    start: null,
    settings: { ...settings, dailyCapacity: Math.min(7, Math.max(4, room)) },
  });
  return proposal.days
    .flatMap((day, index) => day.added.slice(0, index === 0 ? 2 : 0))
    .flatMap((item) => {
      const account = own.get(item.accountId);
      if (!account) return [];
      const purpose =
        account.status === 'prospect'
          ? 'newBusiness'
          : ((['service', 'order', 'collection'] as const)[hash(account.id) % 3] ?? 'service');
      return [
        {
          id: `demo-${item.dayOn}-${account.id}`,
          revision: 0,
          ownerId,
          accountId: account.id,
          value: plannedVisit({ ...item, area: areaOf(account), purpose }),
        },
      ];
    });
}

function instant(text: string | null): string {
  return new Date(text ?? 0).toISOString();
}

function clockIn(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

function pick(texts: readonly string[], key: string): string {
  return texts[hash(key) % texts.length] ?? '';
}

/** A stable number for a text (FNV-1a), so that every start makes the same company. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619) >>> 0;
  return value;
}
