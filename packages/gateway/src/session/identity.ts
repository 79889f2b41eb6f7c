import type { Role } from '@milepost/crm';
import type { SessionInfo } from '@milepost/sdk/host';
import { branchOf, writeReachOf } from '../access/scope.ts';
import type { OrganisationRows } from '../access/scope.ts';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../database/database.ts';

/** A person of a company with everything their requests need. */
export interface Identity {
  readonly info: SessionInfo;
  /** Without open collections, which change with the registry. */
  readonly actor: Omit<Actor, 'openCollections'>;
  readonly locale: 'zh-CN' | 'en';
}

interface PersonRow {
  readonly name: string;
  readonly role: Role;
  readonly tenantName: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
  readonly locale: 'zh-CN' | 'en';
}

/** A fixed business day, or the day it is in the company's zone. */
export type TodayOf = (timeZone: string) => string;

/** The clock of the gateway; `MILEPOST_TODAY` fixes it. */
export function todayClock(fixed: string | undefined): TodayOf {
  if (fixed) return () => fixed;
  return (timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}

/** Who a person is today and whose rows they see; null for people unknown, not yet joined, or gone. */
export async function loadIdentity(sql: Sql, tenantId: string, personId: string, todayOf: TodayOf): Promise<Identity | null> {
  const found = await sql.query<PersonRow & { joinedOn: string; leftOn: string | null }>(
    `SELECT p.name, p.role, p.joined_on AS "joinedOn", p.left_on AS "leftOn", t.name AS "tenantName", t.currency,
            t.time_zone AS "timeZone", t.fiscal_year_start_month AS "fiscalYearStartMonth", t.locale
     FROM crm_person p JOIN tenant t ON t.tenant_id = p.tenant_id WHERE p.tenant_id = $1 AND p.id = $2`,
    [tenantId, personId],
  );
  const person = found.rows[0];
  if (!person) return null;
  const today = todayOf(person.timeZone);
  if (person.joinedOn > today || (person.leftOn !== null && person.leftOn <= today)) return null;
  const organisation = await organisationRows(sql);
  const branch = branchOf(personId, person.role, organisation, today);
  const { tenantName, currency, timeZone, fiscalYearStartMonth } = person;
  return {
    info: {
      user: {
        id: `${tenantId}:${personId}`,
        personId,
        name: person.name,
        role: person.role,
        unitId: unitOf(personId, organisation, today),
      },
      tenant: { id: tenantId, name: tenantName, currency, timeZone, fiscalYearStartMonth },
      today,
    },
    actor: {
      tenantId,
      personId,
      role: person.role,
      ...branch,
      writes: writeReachOf(person.role),
      homeUnitId: homeOf(personId, organisation, today),
    },
    locale: person.locale,
  };
}

async function organisationRows(sql: Sql): Promise<OrganisationRows & { units: readonly { path: string | null }[] }> {
  const units = await sql.query<OrganisationRows['units'][number] & { path: string | null }>(
    `SELECT id, parent_id AS "parentId", manager_id AS "managerId", valid_from AS "validFrom", valid_to AS "validTo", path
     FROM crm_unit ORDER BY path, id`,
  );
  const memberships = await sql.query<OrganisationRows['memberships'][number]>(
    `SELECT person_id AS "personId", unit_id AS "unitId", "primary", valid_from AS "validFrom", valid_to AS "validTo"
     FROM crm_membership ORDER BY id`,
  );
  return { units: units.rows, memberships: memberships.rows };
}

const lasts = (row: { validFrom: string; validTo: string | null }, day: string): boolean =>
  row.validFrom <= day && (row.validTo === null || day < row.validTo);

/** The unit of the primary membership; of two at once the later one. */
function homeOf(personId: string, { memberships }: OrganisationRows, day: string): string | null {
  const own = memberships.filter((row) => row.personId === personId && row.primary && lasts(row, day));
  return (
    own.reduce<(typeof own)[number] | null>((best, row) => (best && best.validFrom >= row.validFrom ? best : row), null)
      ?.unitId ?? null
  );
}

/** The highest unit led today, else the one belonged to. */
function unitOf(personId: string, organisation: OrganisationRows, day: string): string | null {
  const led = organisation.units.find((unit) => unit.managerId === personId && lasts(unit, day));
  return led?.id ?? homeOf(personId, organisation, day);
}
