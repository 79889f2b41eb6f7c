-- Up Migration

-- What happened, in the words of the gateway: one canonical JSON text per change, written inside the change's
-- transaction. The link to the entry before is made when that transaction commits, so the lock that puts
-- commits of a company in order is held for the commit alone.
CREATE TABLE audit_entry (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  entry text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE TABLE audit_link (
  tenant_id text NOT NULL,
  seq bigint NOT NULL,
  entry_id uuid NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);
CREATE TABLE audit_head (
  tenant_id text PRIMARY KEY,
  seq bigint NOT NULL,
  hash text NOT NULL
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_entry', 'audit_link', 'audit_head'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I USING (tenant_id = (SELECT mp_tenant()))', name || '_of_tenant', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON audit_entry TO milepost_app, milepost_loader;
GRANT SELECT ON audit_link, audit_head TO milepost_app, milepost_loader;

-- hash = sha256(prev_hash, seq and entry on three lines); the first prev_hash is 64 zeros.
CREATE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head audit_head;
  next_hash text;
BEGIN
  INSERT INTO audit_head VALUES (NEW.tenant_id, 0, repeat('0', 64)) ON CONFLICT (tenant_id) DO NOTHING;
  SELECT * INTO STRICT head FROM audit_head WHERE tenant_id = NEW.tenant_id FOR UPDATE;
  next_hash := encode(
    sha256(convert_to(head.hash || E'\n' || (head.seq + 1) || E'\n' || NEW.entry, 'UTF8')), 'hex');
  INSERT INTO audit_link VALUES (NEW.tenant_id, head.seq + 1, NEW.id, head.hash, next_hash);
  UPDATE audit_head SET seq = head.seq + 1, hash = next_hash WHERE tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_chain AFTER INSERT ON audit_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_link_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
