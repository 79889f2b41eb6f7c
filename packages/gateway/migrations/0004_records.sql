-- Up Migration

CREATE TABLE record (
  tenant_id text NOT NULL,
  plugin_id text NOT NULL,
  collection text NOT NULL,
  id text NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  owner_id text,
  unit_id text,
  account_id text,
  value jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_by text NOT NULL,
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, plugin_id, collection, id)
);
CREATE INDEX record_owner ON record (tenant_id, plugin_id, collection, owner_id);
CREATE INDEX record_account ON record (tenant_id, plugin_id, collection, account_id);
ALTER TABLE record ENABLE ROW LEVEL SECURITY;
ALTER TABLE record FORCE ROW LEVEL SECURITY;
CREATE POLICY record_read ON record FOR SELECT USING (
  tenant_id = (SELECT mp_tenant())
  AND (
    (SELECT mp_sees_all())
    OR owner_id = ANY ((SELECT mp_people())::text[])
    OR unit_id = ANY ((SELECT mp_units())::text[])
    OR (plugin_id || '/' || collection) = ANY ((SELECT mp_open_collections())::text[])
  )
);
CREATE POLICY record_create ON record FOR INSERT WITH CHECK (
  tenant_id = (SELECT mp_tenant())
  AND CASE (SELECT mp_writes())
    WHEN 'all' THEN true
    WHEN 'branch' THEN owner_id = ANY ((SELECT mp_people())::text[]) OR unit_id = ANY ((SELECT mp_units())::text[])
    WHEN 'own' THEN owner_id = (SELECT mp_person())
    ELSE false
  END
);
CREATE POLICY record_change ON record FOR UPDATE USING (
  tenant_id = (SELECT mp_tenant())
  AND CASE (SELECT mp_writes())
    WHEN 'all' THEN true
    WHEN 'branch' THEN owner_id = ANY ((SELECT mp_people())::text[]) OR unit_id = ANY ((SELECT mp_units())::text[])
    WHEN 'own' THEN owner_id = (SELECT mp_person())
    ELSE false
  END
);
GRANT SELECT, INSERT, UPDATE ON record TO milepost_app;

CREATE TABLE record_history (
  tenant_id text NOT NULL,
  plugin_id text NOT NULL,
  collection text NOT NULL,
  id text NOT NULL,
  revision integer NOT NULL,
  owner_id text,
  unit_id text,
  account_id text,
  value jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  updated_by text NOT NULL,
  deleted boolean NOT NULL,
  PRIMARY KEY (tenant_id, plugin_id, collection, id, revision)
);
ALTER TABLE record_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_history FORCE ROW LEVEL SECURITY;
-- Who sees a record now sees how it came to be; who saw it once does not.
CREATE POLICY history_of_visible ON record_history FOR SELECT USING (
  tenant_id = (SELECT mp_tenant())
  AND EXISTS (
    SELECT FROM record r
    WHERE (r.tenant_id, r.plugin_id, r.collection, r.id)
      = (record_history.tenant_id, record_history.plugin_id, record_history.collection, record_history.id)
  )
);
CREATE POLICY history_grows ON record_history FOR INSERT WITH CHECK (tenant_id = (SELECT mp_tenant()));
GRANT SELECT ON record_history TO milepost_app;

-- The database itself keeps every revision, whichever code wrote it.
CREATE FUNCTION record_keep() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO record_history
    SELECT tenant_id, plugin_id, collection, id, revision, owner_id, unit_id, account_id, value,
           created_at, updated_at, updated_by, deleted
    FROM written;
  RETURN NULL;
END $$;
CREATE TRIGGER record_keep_insert AFTER INSERT ON record
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION record_keep();
CREATE TRIGGER record_keep_update AFTER UPDATE ON record
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION record_keep();

CREATE TABLE idempotency (
  tenant_id text NOT NULL,
  person_id text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  body text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, person_id, key)
);
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_of_person ON idempotency
  USING (tenant_id = (SELECT mp_tenant()) AND person_id = (SELECT mp_person()));
GRANT SELECT, INSERT, UPDATE ON idempotency TO milepost_app;
