import { addDays } from '@milepost/calendar';
import { visiblePeople } from '@milepost/crm/organisation';
import type { PluginHost } from '@milepost/sdk';
import { dueOf } from '../domain/due.ts';
import type { Settings } from '../domain/settings.ts';
import { executionOf } from '../domain/team.ts';
import type { ExecutionRow } from '../domain/team.ts';
import type { Visit } from '../domain/types.ts';
import { accountFields, lastVisits, visitsOf } from './rows.ts';
import { lastVisitQuery, textByKey } from './week-source.ts';

/** Which week of whose team. */
export interface TeamRequest {
  readonly monday: string;
  readonly settings: Settings;
}

/** Reads the week of everyone in the scope, one row per representative. @throws ApiError */
export async function loadTeam(
  host: PluginHost,
  { monday, settings }: TeamRequest,
  signal?: AbortSignal,
): Promise<readonly ExecutionRow[]> {
  const { crm, data, session, scope } = host;
  const sunday = addDays(monday, 6);
  const tierA = { field: 'accountId.tier', op: 'eq', value: 'A' } as const;
  const [organisation, records, accounts, last] = await Promise.all([
    crm.organisation(undefined, signal),
    data.collection<Visit>('visits').listAll(
      {
        where: [
          { field: 'dayOn', op: 'gte', value: monday },
          { field: 'dayOn', op: 'lte', value: sunday },
        ],
      },
      signal,
    ),
    crm.listAll(
      'accounts',
      {
        where: [
          { field: 'tier', op: 'eq', value: 'A' },
          { field: 'status', op: 'ne', value: 'lost' },
        ],
        fields: accountFields,
      },
      signal,
    ),
    crm.aggregate(lastVisitQuery(tierA), signal),
  ]);
  const visits = visitsOf(records);
  const lastOn = lastVisits(textByKey(last, 'accountId', 'last'), visits, []);
  const overdueA = new Map<string, number>();
  for (const account of accounts) {
    const { status } = dueOf(account, lastOn.get(account.id) ?? null, session.today, sunday, settings);
    if (status === 'overdue') overdueA.set(account.ownerId, (overdueA.get(account.ownerId) ?? 0) + 1);
  }
  // The organisation names the whole company; a list of people without a visit must not say that of others than one's own.
  const people = visiblePeople(organisation, session, { unitId: scope.current.unitId, personId: null });
  return people
    .filter(({ role }) => role === 'rep')
    .map(({ id, name }) =>
      executionOf(
        id,
        name,
        visits.filter((visit) => visit.ownerId === id),
        overdueA.get(id) ?? 0,
      ),
    );
}
