import type { Unit } from '@milepost/crm';
import type { Organisation } from '@milepost/sdk/host';
import type { Sql } from '../database/database.ts';

/** The units of a day and the people who belonged to one or led one on it. */
export async function organisationOn(asOf: string, sql: Sql): Promise<Organisation> {
  const units = await sql.query<Unit>(
    `SELECT id, parent_id AS "parentId", name, kind, manager_id AS "managerId", valid_from AS "validFrom",
            valid_to AS "validTo", path
     FROM crm_unit WHERE valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date) ORDER BY path, id`,
    [asOf],
  );
  const people = await sql.query<Organisation['people'][number]>(
    `WITH leader AS (
       SELECT DISTINCT ON (manager_id) manager_id, id FROM crm_unit
       WHERE manager_id IS NOT NULL AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date)
       ORDER BY manager_id, length(path), id
     ), belonging AS (
       SELECT DISTINCT ON (person_id) person_id, unit_id FROM crm_membership
       WHERE "primary" AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date)
       ORDER BY person_id, valid_from DESC, id
     )
     SELECT p.id, p.name, p.role, coalesce(b.unit_id, l.id) AS "unitId", l.id AS "leads",
            p.joined_on AS "joinedOn", p.left_on AS "leftOn"
     FROM crm_person p LEFT JOIN leader l ON l.manager_id = p.id LEFT JOIN belonging b ON b.person_id = p.id
     WHERE coalesce(b.unit_id, l.id) IS NOT NULL AND p.joined_on <= $1::date AND (p.left_on IS NULL OR p.left_on > $1::date)
     ORDER BY p.id`,
    [asOf],
  );
  return { asOf, units: units.rows, people: people.rows };
}
