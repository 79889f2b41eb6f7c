-- Up Migration

-- Keys are dropped by age. The job says so in its transaction; requests never do, and see their own person's keys alone.
CREATE INDEX idempotency_age ON idempotency (tenant_id, created_at);
CREATE POLICY idempotency_seen_by_job ON idempotency FOR SELECT
  USING (tenant_id = (SELECT mp_tenant()) AND current_setting('app.job', true) = 'prune-idempotency');
CREATE POLICY idempotency_dropped_by_job ON idempotency FOR DELETE
  USING (tenant_id = (SELECT mp_tenant()) AND current_setting('app.job', true) = 'prune-idempotency');
GRANT DELETE ON idempotency TO milepost_app;
