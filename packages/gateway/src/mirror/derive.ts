import type { PoolClient } from 'pg';

/**
 * The primary unit of a person on a day, as a scalar subquery. On a day without a membership, as for a deal handed
 * to somebody who joined later, the next one counts, else the last.
 */
export const unitOn = (person: string, day: string): string =>
  `(SELECT m.unit_id FROM crm_membership m WHERE m.tenant_id = t.tenant_id AND m.person_id = ${person} AND m."primary"
     ORDER BY coalesce(m.valid_to > ${day}, true) DESC,
       CASE WHEN coalesce(m.valid_to > ${day}, true) THEN m.valid_from END, m.valid_from DESC, m.id LIMIT 1)`;

/** The company's business day. */
const today = '(SELECT (now() AT TIME ZONE time_zone)::date FROM tenant WHERE tenant_id = (SELECT mp_tenant()))';

const accountOwner = '(SELECT a.owner_id FROM crm_account a WHERE a.tenant_id = t.tenant_id AND a.id = t.account_id)';

/** Every derived column by its rule, in the order in which one builds on another. Only rows that differ are written. */
const rules: readonly {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly from?: string;
}[] = [
  { table: 'crm_account', columns: { unit_id: unitOn('t.owner_id', today), access_owner_id: 't.owner_id' } },
  {
    table: 'crm_contact',
    from: 'crm_account s ON s.tenant_id = t.tenant_id AND s.id = t.account_id',
    columns: { owner_id: 's.owner_id', unit_id: 's.unit_id', access_owner_id: 's.access_owner_id' },
  },
  {
    table: 'crm_opportunity',
    columns: { unit_id: unitOn('t.owner_id', 't.created_on'), access_owner_id: accountOwner },
  },
  {
    table: 'crm_stage_change',
    from: 'crm_opportunity s ON s.tenant_id = t.tenant_id AND s.id = t.opportunity_id',
    columns: {
      owner_id: 's.owner_id',
      unit_id: unitOn('s.owner_id', 't.changed_on'),
      access_owner_id: 's.access_owner_id',
    },
  },
  {
    table: 'crm_order',
    columns: { unit_id: unitOn('t.owner_id', 't.ordered_on'), access_owner_id: accountOwner },
  },
  {
    table: 'crm_order_line',
    from: `crm_order s ON s.tenant_id = t.tenant_id AND s.id = t.order_id
      LEFT JOIN crm_product p ON p.tenant_id = t.tenant_id AND p.id = t.product_id`,
    columns: {
      category_id: 'p.category_id',
      account_id: 's.account_id',
      ordered_on: 's.ordered_on',
      owner_id: 's.owner_id',
      unit_id: 's.unit_id',
      access_owner_id: 's.access_owner_id',
    },
  },
  {
    table: 'crm_invoice',
    from: `crm_order s ON s.tenant_id = t.tenant_id AND s.id = t.order_id
      LEFT JOIN (SELECT tenant_id, invoice_id, sum(amount_minor) AS paid FROM crm_receipt GROUP BY 1, 2) r
        ON r.tenant_id = t.tenant_id AND r.invoice_id = t.id`,
    columns: {
      account_id: 's.account_id',
      owner_id: 's.owner_id',
      unit_id: 's.unit_id',
      access_owner_id: 's.access_owner_id',
      open_minor: '(t.amount_minor - coalesce(r.paid, 0))::bigint',
    },
  },
  {
    table: 'crm_receipt',
    from: 'crm_invoice s ON s.tenant_id = t.tenant_id AND s.id = t.invoice_id',
    columns: {
      account_id: 's.account_id',
      owner_id: 's.owner_id',
      unit_id: 's.unit_id',
      access_owner_id: 's.access_owner_id',
    },
  },
  {
    table: 'crm_activity',
    columns: { unit_id: unitOn('t.owner_id', 't.day_on'), access_owner_id: accountOwner },
  },
];

/** Fills every derived column of the tenant from what the mirror holds now. */
export async function computeDerived(client: PoolClient): Promise<void> {
  await client.query(
    `WITH RECURSIVE tree AS (
       SELECT id, '/' || id || '/' AS path FROM crm_unit WHERE parent_id IS NULL
       UNION ALL SELECT u.id, tree.path || u.id || '/' FROM crm_unit u JOIN tree ON u.parent_id = tree.id
     ) CYCLE id SET is_cycle USING trail
     UPDATE crm_unit t SET path = tree.path, synced_at = now() FROM tree
     WHERE tree.id = t.id AND t.path IS DISTINCT FROM tree.path`,
  );
  for (const { table, columns, from } of rules) {
    const names = Object.keys(columns);
    await client.query(
      `UPDATE ${table} u SET ${names.map((name) => `${name} = d.${name}`).join(', ')}, synced_at = now()
       FROM (SELECT t.tenant_id, t.id, ${Object.entries(columns)
         .map(([name, sql]) => `${sql} AS ${name}`)
         .join(', ')}
             FROM ${table} t ${from ? `JOIN ${from}` : ''}) d
       WHERE u.tenant_id = d.tenant_id AND u.id = d.id
         AND (${names.map((name) => `u.${name} IS DISTINCT FROM d.${name}`).join(' OR ')})`,
    );
  }
}
