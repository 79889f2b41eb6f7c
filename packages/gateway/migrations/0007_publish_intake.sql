-- Up Migration

-- How far a company's audit chain has taken in the log of a plugin registry.
CREATE TABLE publish_intake (
  tenant_id text NOT NULL,
  registry text NOT NULL,
  seq bigint NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (tenant_id, registry)
);
ALTER TABLE publish_intake ENABLE ROW LEVEL SECURITY;
ALTER TABLE publish_intake FORCE ROW LEVEL SECURITY;
CREATE POLICY publish_intake_of_tenant ON publish_intake USING (tenant_id = (SELECT mp_tenant()));
GRANT SELECT, INSERT, UPDATE ON publish_intake TO milepost_app;
