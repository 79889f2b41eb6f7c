import type { RecordWrite } from '@milepost/sdk/host';
import type { Actor } from '../access/actor.ts';
import { ApiProblem, words } from '../http/problem.ts';
import type { Finding } from '../http/problem.ts';
import type { RequestTx } from './request-tx.ts';
import type { StoredRecord } from './row.ts';

type Put = Extract<RecordWrite, { op: 'put' }>;

/** To whom a record belongs. */
export interface Belonging {
  readonly ownerId: string | null;
  readonly unitId: string | null;
  readonly accountId: string | null;
}

/** May this person change a record that belongs so? */
export function mayWrite(actor: Actor, record: Pick<Belonging, 'ownerId' | 'unitId'>): boolean {
  const { ownerId, unitId } = record;
  if (actor.writes === 'all') return true;
  if (actor.writes === 'own') return ownerId === actor.personId;
  if (actor.writes === 'none') return false;
  return (ownerId !== null && actor.people.includes(ownerId)) || (unitId !== null && actor.units.includes(unitId));
}

/** What the mirror says about the people, units and accounts that a batch names. */
export interface Known {
  readonly people: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Accounts the person sees; others do not exist for them. */
  readonly accounts: ReadonlySet<string>;
  /** Today's primary unit of each person named. */
  readonly unitOf: ReadonlyMap<string, string>;
}

/** True when a put names nobody and nothing beyond what the session knows: the usual case of one's own records. */
function namesOnlySelf(put: Put, actor: Actor): boolean {
  const others = [put.unitId, put.accountId].some((id) => id !== undefined && id !== null);
  return !others && (put.ownerId === undefined || put.ownerId === null || put.ownerId === actor.personId);
}

/** Looks up everything the puts of a batch name, in one statement, or none where there is nothing to ask. */
export async function lookUp(tx: RequestTx, puts: readonly Put[]): Promise<Known> {
  if (puts.every((put) => namesOnlySelf(put, tx.actor))) return ownWorld(tx.actor);
  const named = (pick: (put: Put) => string | null | undefined): string[] => [
    ...new Set(puts.map(pick).filter((id) => typeof id === 'string')),
  ];
  const owners = [...new Set([tx.actor.personId, ...named((put) => put.ownerId)])];
  const units = named((put) => put.unitId);
  const accounts = named((put) => put.accountId);
  const { rows } = await tx.sql.query<{ kind: string; id: string; unit: string | null }>(
    `SELECT 'person' AS kind, p.id, (
       SELECT m.unit_id FROM crm_membership m
       WHERE m.person_id = p.id AND m."primary" AND m.valid_from <= $4::date AND (m.valid_to IS NULL OR m.valid_to > $4::date)
       ORDER BY m.valid_from DESC, m.id LIMIT 1) AS unit
     FROM crm_person p WHERE p.id = ANY ($1)
     UNION ALL SELECT 'unit', id, NULL FROM crm_unit WHERE id = ANY ($2)
     UNION ALL SELECT 'account', id, NULL FROM crm_account WHERE id = ANY ($3)`,
    [owners, units, accounts, tx.session.today],
  );
  const ids = (kind: string): Set<string> => new Set(rows.filter((row) => row.kind === kind).map((row) => row.id));
  const unitOf = new Map(rows.flatMap((row) => (row.unit === null ? [] : [[row.id, row.unit] as const])));
  return { people: ids('person'), units: ids('unit'), accounts: ids('account'), unitOf };
}

function ownWorld({ personId, homeUnitId }: Actor): Known {
  const nothing = new Set<string>();
  const unitOf = new Map(homeUnitId === null ? [] : [[personId, homeUnitId] as const]);
  return { people: new Set([personId]), units: nothing, accounts: nothing, unitOf };
}

/** To whom the record belongs after the put. New records belong to the writer and the owner's unit of today. */
export function belongingAfter(put: Put, stored: StoredRecord | undefined, actor: Actor, known: Known): Belonging {
  const ownerId = put.ownerId !== undefined ? put.ownerId : stored ? stored.ownerId : actor.personId;
  const home = ownerId === null ? null : (known.unitOf.get(ownerId) ?? null);
  const unitId = put.unitId !== undefined ? put.unitId : stored ? stored.unitId : home;
  const accountId = put.accountId !== undefined ? put.accountId : (stored?.accountId ?? null);
  return { ownerId, unitId, accountId };
}

/**
 * Checks that a put names only what exists and lies inside the writer's branch; what stays as stored is not checked again.
 * @throws ApiProblem `access.denied` when the result would not be the writer's to change.
 */
export function checkBelonging(
  next: Belonging,
  stored: StoredRecord | undefined,
  actor: Actor,
  known: Known,
  path: string,
): readonly Finding[] {
  const findings: Finding[] = [];
  const refuse = (name: string): void => {
    findings.push({
      path: `${path}${name}`,
      code: 'reference',
      message: words('不存在，或不在您的范围内', 'does not exist, or lies outside your branch'),
    });
  };
  const all = actor.writes === 'all';
  const { ownerId, unitId, accountId } = next;
  if (ownerId !== null && ownerId !== stored?.ownerId) {
    const inside = all ? known.people.has(ownerId) : actor.people.includes(ownerId);
    if (!inside) refuse('ownerId');
  }
  // Out of its unit means out of sight of those who lead it: only who writes everywhere takes a record to no unit at all.
  const unitBefore = stored ? stored.unitId : ownerId === null ? null : (known.unitOf.get(ownerId) ?? null);
  if (unitId === null && unitBefore !== null && !all) refuse('unitId');
  if (unitId !== null && unitId !== stored?.unitId) {
    const home = ownerId !== null && known.unitOf.get(ownerId) === unitId;
    const inside = home || (all ? known.units.has(unitId) : actor.units.includes(unitId));
    if (!inside) refuse('unitId');
  }
  if (accountId !== null && accountId !== stored?.accountId && !known.accounts.has(accountId)) refuse('accountId');
  if (findings.length === 0 && !mayWrite(actor, next)) throw new ApiProblem('access.denied');
  return findings;
}
