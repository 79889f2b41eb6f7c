-- Up Migration

-- The canonical mirror. Columns follow packages/crm/src/entities; a test compares the two.
-- References are checked by each load as a whole (people and units name each other), so there are no foreign keys.

CREATE TABLE crm_unit (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "parent_id" text,
  "name" text NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('company', 'region', 'team')),
  "manager_id" text,
  "valid_from" date NOT NULL,
  "valid_to" date,
  "path" text,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_unit_parent_id ON crm_unit (tenant_id, parent_id);
CREATE INDEX crm_unit_manager_id ON crm_unit (tenant_id, manager_id);

CREATE TABLE crm_person (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "name" text NOT NULL,
  "job_title" text,
  "role" text NOT NULL CHECK ("role" IN ('rep', 'manager', 'ops', 'auditor', 'admin')),
  "email" text,
  "joined_on" date NOT NULL,
  "left_on" date,
  "home_lat" double precision,
  "home_lon" double precision,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);

CREATE TABLE crm_membership (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "person_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "primary" boolean NOT NULL,
  "valid_from" date NOT NULL,
  "valid_to" date,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_membership_person_id ON crm_membership (tenant_id, person_id);

CREATE TABLE crm_category (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "name" text NOT NULL,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);

CREATE TABLE crm_product (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "category_id" text NOT NULL,
  "name" text NOT NULL,
  "sku" text NOT NULL,
  "sales_unit" text NOT NULL,
  "list_price_minor" bigint NOT NULL,
  "currency" text NOT NULL,
  "launched_on" date,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);

CREATE TABLE crm_account (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "name" text NOT NULL,
  "customer_type" text NOT NULL CHECK ("customer_type" IN ('distributor', 'chain', 'retail', 'institution')),
  "tier" text NOT NULL CHECK ("tier" IN ('A', 'B', 'C')),
  "owner_id" text NOT NULL,
  "unit_id" text,
  "access_owner_id" text,
  "province" text,
  "city" text,
  "address" text,
  "lat" double precision,
  "lon" double precision,
  "datum" text CHECK ("datum" IN ('WGS84', 'GCJ02', 'BD09')),
  "opening_hours" jsonb,
  "visit_every_days" integer,
  "credit_days" integer,
  "credit_limit_minor" bigint,
  "currency" text NOT NULL,
  "created_on" date NOT NULL,
  "status" text NOT NULL CHECK ("status" IN ('prospect', 'active', 'dormant', 'lost')),
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_account_owner ON crm_account (tenant_id, owner_id);
CREATE INDEX crm_account_access ON crm_account (tenant_id, access_owner_id);
CREATE INDEX crm_account_unit ON crm_account (tenant_id, unit_id);

CREATE TABLE crm_contact (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "account_id" text NOT NULL,
  "name" text NOT NULL,
  "job_title" text,
  "phone" text,
  "decision_role" text CHECK ("decision_role" IN ('decider', 'influencer', 'user', 'buyer')),
  "owner_id" text,
  "unit_id" text,
  "access_owner_id" text,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_contact_owner ON crm_contact (tenant_id, owner_id);
CREATE INDEX crm_contact_access ON crm_contact (tenant_id, access_owner_id);
CREATE INDEX crm_contact_unit ON crm_contact (tenant_id, unit_id);
CREATE INDEX crm_contact_account_id ON crm_contact (tenant_id, account_id);

CREATE TABLE crm_opportunity (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "account_id" text NOT NULL,
  "owner_id" text NOT NULL,
  "unit_id" text,
  "access_owner_id" text,
  "name" text NOT NULL,
  "stage" text NOT NULL CHECK ("stage" IN ('contact', 'proposal', 'negotiation', 'closing', 'won', 'lost')),
  "amount_minor" bigint,
  "currency" text NOT NULL,
  "created_on" date NOT NULL,
  "expected_close_on" date,
  "closed_on" date,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_opportunity_owner ON crm_opportunity (tenant_id, owner_id);
CREATE INDEX crm_opportunity_access ON crm_opportunity (tenant_id, access_owner_id);
CREATE INDEX crm_opportunity_unit ON crm_opportunity (tenant_id, unit_id);
CREATE INDEX crm_opportunity_day ON crm_opportunity (tenant_id, created_on);
CREATE INDEX crm_opportunity_account_id ON crm_opportunity (tenant_id, account_id);

CREATE TABLE crm_stage_change (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "opportunity_id" text NOT NULL,
  "from_stage" text CHECK ("from_stage" IN ('contact', 'proposal', 'negotiation', 'closing', 'won', 'lost')),
  "to_stage" text NOT NULL CHECK ("to_stage" IN ('contact', 'proposal', 'negotiation', 'closing', 'won', 'lost')),
  "changed_on" date NOT NULL,
  "owner_id" text,
  "unit_id" text,
  "access_owner_id" text,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_stage_change_owner ON crm_stage_change (tenant_id, owner_id);
CREATE INDEX crm_stage_change_access ON crm_stage_change (tenant_id, access_owner_id);
CREATE INDEX crm_stage_change_unit ON crm_stage_change (tenant_id, unit_id);
CREATE INDEX crm_stage_change_day ON crm_stage_change (tenant_id, changed_on);
CREATE INDEX crm_stage_change_opportunity_id ON crm_stage_change (tenant_id, opportunity_id);

CREATE TABLE crm_order (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "account_id" text NOT NULL,
  "owner_id" text NOT NULL,
  "unit_id" text,
  "access_owner_id" text,
  "opportunity_id" text,
  "ordered_on" date NOT NULL,
  "status" text NOT NULL CHECK ("status" IN ('confirmed', 'delivered', 'cancelled')),
  "amount_minor" bigint NOT NULL,
  "tax_minor" bigint NOT NULL,
  "currency" text NOT NULL,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_order_owner ON crm_order (tenant_id, owner_id);
CREATE INDEX crm_order_access ON crm_order (tenant_id, access_owner_id);
CREATE INDEX crm_order_unit ON crm_order (tenant_id, unit_id);
CREATE INDEX crm_order_day ON crm_order (tenant_id, ordered_on);
CREATE INDEX crm_order_account_id ON crm_order (tenant_id, account_id);
CREATE INDEX crm_order_opportunity_id ON crm_order (tenant_id, opportunity_id);

CREATE TABLE crm_order_line (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "order_id" text NOT NULL,
  "product_id" text NOT NULL,
  "quantity" double precision NOT NULL,
  "unit_price_minor" bigint NOT NULL,
  "discount_minor" bigint NOT NULL,
  "amount_minor" bigint NOT NULL,
  "category_id" text,
  "account_id" text,
  "ordered_on" date,
  "owner_id" text,
  "unit_id" text,
  "access_owner_id" text,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_order_line_owner ON crm_order_line (tenant_id, owner_id);
CREATE INDEX crm_order_line_access ON crm_order_line (tenant_id, access_owner_id);
CREATE INDEX crm_order_line_unit ON crm_order_line (tenant_id, unit_id);
CREATE INDEX crm_order_line_day ON crm_order_line (tenant_id, ordered_on);
CREATE INDEX crm_order_line_order_id ON crm_order_line (tenant_id, order_id);
CREATE INDEX crm_order_line_product_id ON crm_order_line (tenant_id, product_id);
CREATE INDEX crm_order_line_account_id ON crm_order_line (tenant_id, account_id);

CREATE TABLE crm_invoice (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "order_id" text NOT NULL,
  "account_id" text,
  "owner_id" text,
  "unit_id" text,
  "access_owner_id" text,
  "issued_on" date NOT NULL,
  "due_on" date NOT NULL,
  "amount_minor" bigint NOT NULL,
  "open_minor" bigint,
  "currency" text NOT NULL,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_invoice_owner ON crm_invoice (tenant_id, owner_id);
CREATE INDEX crm_invoice_access ON crm_invoice (tenant_id, access_owner_id);
CREATE INDEX crm_invoice_unit ON crm_invoice (tenant_id, unit_id);
CREATE INDEX crm_invoice_day ON crm_invoice (tenant_id, issued_on);
CREATE INDEX crm_invoice_order_id ON crm_invoice (tenant_id, order_id);
CREATE INDEX crm_invoice_account_id ON crm_invoice (tenant_id, account_id);

CREATE TABLE crm_receipt (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "invoice_id" text NOT NULL,
  "account_id" text,
  "owner_id" text,
  "unit_id" text,
  "access_owner_id" text,
  "received_on" date NOT NULL,
  "amount_minor" bigint NOT NULL,
  "currency" text NOT NULL,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_receipt_owner ON crm_receipt (tenant_id, owner_id);
CREATE INDEX crm_receipt_access ON crm_receipt (tenant_id, access_owner_id);
CREATE INDEX crm_receipt_unit ON crm_receipt (tenant_id, unit_id);
CREATE INDEX crm_receipt_day ON crm_receipt (tenant_id, received_on);
CREATE INDEX crm_receipt_invoice_id ON crm_receipt (tenant_id, invoice_id);
CREATE INDEX crm_receipt_account_id ON crm_receipt (tenant_id, account_id);

CREATE TABLE crm_activity (
  "tenant_id" text NOT NULL,
  "id" text NOT NULL,
  "type" text NOT NULL CHECK ("type" IN ('visit', 'call', 'meeting')),
  "account_id" text NOT NULL,
  "owner_id" text NOT NULL,
  "unit_id" text,
  "access_owner_id" text,
  "day_on" date NOT NULL,
  "start_at" timestamptz(3),
  "end_at" timestamptz(3),
  "purpose" text CHECK ("purpose" IN ('newBusiness', 'information', 'collection', 'service', 'problem', 'order', 'other')),
  "outcome" text,
  "status" text NOT NULL CHECK ("status" IN ('planned', 'completed', 'cancelled')),
  "effective" boolean,
  "synced_at" timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("tenant_id", "id")
);
CREATE INDEX crm_activity_owner ON crm_activity (tenant_id, owner_id);
CREATE INDEX crm_activity_access ON crm_activity (tenant_id, access_owner_id);
CREATE INDEX crm_activity_unit ON crm_activity (tenant_id, unit_id);
CREATE INDEX crm_activity_day ON crm_activity (tenant_id, day_on);
CREATE INDEX crm_activity_account_id ON crm_activity (tenant_id, account_id);

DO $$
DECLARE
  name text;
  branch constant text := 'tenant_id = (SELECT mp_tenant()) AND ((SELECT mp_sees_all())'
    ' OR owner_id = ANY ((SELECT mp_people())::text[])'
    ' OR access_owner_id = ANY ((SELECT mp_people())::text[])'
    ' OR unit_id = ANY ((SELECT mp_units())::text[]))';
  company constant text := 'tenant_id = (SELECT mp_tenant())';
  open_tables constant text[] := ARRAY['crm_unit', 'crm_person', 'crm_membership', 'crm_category', 'crm_product'];
  scoped_tables constant text[] := ARRAY[
    'crm_account', 'crm_contact', 'crm_opportunity', 'crm_stage_change', 'crm_order', 'crm_order_line', 'crm_invoice', 'crm_receipt', 'crm_activity'];
BEGIN
  FOREACH name IN ARRAY open_tables || scoped_tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO milepost_app USING (%s)', name || '_read', name,
      CASE WHEN name = ANY (scoped_tables) THEN branch ELSE company END);
    EXECUTE format('CREATE POLICY %I ON %I TO milepost_loader USING (%s)', name || '_load', name, company);
    EXECUTE format('GRANT SELECT ON %I TO milepost_app', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO milepost_loader', name);
    -- The loader refreshes statistics after a large load, where the server knows this privilege.
    IF current_setting('server_version_num')::int >= 170000 THEN
      EXECUTE format('GRANT MAINTAIN ON %I TO milepost_loader', name);
    END IF;
  END LOOP;
END $$;
