-- Up Migration

-- Settings that every request's transaction carries. A missing one is an error, never an empty answer:
-- after a transaction with SET LOCAL, PostgreSQL leaves an empty string behind, which counts as missing too.
CREATE FUNCTION mp_setting(setting_name text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE held text := current_setting(setting_name, true);
BEGIN
  IF held IS NULL OR held = '' THEN
    RAISE EXCEPTION 'setting % is missing', setting_name USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN held;
END $$;

CREATE FUNCTION mp_tenant() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT mp_setting('app.tenant') $$;
CREATE FUNCTION mp_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT mp_setting('app.person') $$;
CREATE FUNCTION mp_sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT mp_setting('app.scope') = 'all' $$;
CREATE FUNCTION mp_people() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT mp_setting('app.visible_people')::text[] $$;
CREATE FUNCTION mp_units() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT mp_setting('app.visible_units')::text[] $$;
-- 'all' (operations, administrators), 'branch' (managers: people and units seen), 'own' (representatives), 'none'.
CREATE FUNCTION mp_writes() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT mp_setting('app.writes') $$;
-- Collections that everyone of the company may read, as `plugin/collection`.
CREATE FUNCTION mp_open_collections() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT mp_setting('app.open_collections')::text[] $$;

CREATE TABLE tenant (
  tenant_id text PRIMARY KEY CHECK (tenant_id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'),
  name text NOT NULL,
  currency text NOT NULL,
  time_zone text NOT NULL,
  fiscal_year_start_month integer NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
  locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
  -- Counts loads of the mirror: caches of scopes compare it.
  mirror_version bigint NOT NULL DEFAULT 0
);
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_of_request ON tenant USING (tenant_id = (SELECT mp_tenant()));
-- The loader lists companies: at the start, before there is a request.
CREATE POLICY tenant_names ON tenant FOR SELECT TO milepost_loader USING (true);
GRANT SELECT ON tenant TO milepost_app;
GRANT SELECT, INSERT, UPDATE ON tenant TO milepost_loader;

CREATE TABLE session (
  tenant_id text NOT NULL,
  id_hash text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('portal', 'embed')),
  person_id text NOT NULL,
  identity text NOT NULL CHECK (identity IN ('demo', 'oidc', 'embed')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id_hash)
);
CREATE INDEX session_expiry ON session (tenant_id, expires_at);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY session_of_tenant ON session USING (tenant_id = (SELECT mp_tenant()));
GRANT SELECT, INSERT, DELETE ON session TO milepost_app;

-- Assertions of an embedding CRM that were exchanged already.
CREATE TABLE used_assertion (
  tenant_id text NOT NULL,
  jti text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, jti)
);
ALTER TABLE used_assertion ENABLE ROW LEVEL SECURITY;
ALTER TABLE used_assertion FORCE ROW LEVEL SECURITY;
CREATE POLICY assertion_of_tenant ON used_assertion USING (tenant_id = (SELECT mp_tenant()));
GRANT SELECT, INSERT, DELETE ON used_assertion TO milepost_app;
