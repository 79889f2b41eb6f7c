-- Up Migration

-- Who sees a row of the mirror, as before. A sum looks at every row of a month or a year: membership in the branch of a
-- manager is one look into a hash of the branch (a subquery), not a comparison with each of its people.
DO $$
DECLARE
  name text;
  branch constant text := 'tenant_id = (SELECT mp_tenant()) AND ((SELECT mp_sees_all())'
    ' OR owner_id IN (SELECT unnest((SELECT mp_people())))'
    ' OR access_owner_id IN (SELECT unnest((SELECT mp_people())))'
    ' OR unit_id IN (SELECT unnest((SELECT mp_units()))))';
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'crm_account', 'crm_contact', 'crm_opportunity', 'crm_stage_change', 'crm_order', 'crm_order_line', 'crm_invoice', 'crm_receipt', 'crm_activity']
  LOOP
    EXECUTE format('ALTER POLICY %I ON %I USING (%s)', name || '_read', name, branch);
  END LOOP;
END $$;

-- What is still to be paid: a few rows of many.
CREATE INDEX crm_invoice_open ON crm_invoice (tenant_id, due_on) WHERE open_minor > 0;
