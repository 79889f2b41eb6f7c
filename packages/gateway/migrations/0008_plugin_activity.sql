-- Up Migration

-- What a plugin notes in the mirror until a connector brings it to the CRM and back: activities whose id begins with the
-- plugin's (`visit-planning:…`), for accounts the person sees and people they may write for. Nothing else of the mirror can
-- be written by a request.
CREATE POLICY crm_activity_note ON crm_activity FOR INSERT TO milepost_app WITH CHECK (
  tenant_id = (SELECT mp_tenant())
  AND id ~ '^[a-z][a-z0-9-]*:.'
  AND EXISTS (SELECT FROM crm_account a WHERE a.tenant_id = crm_activity.tenant_id AND a.id = crm_activity.account_id)
  AND CASE (SELECT mp_writes())
    WHEN 'all' THEN true
    WHEN 'branch' THEN owner_id = ANY ((SELECT mp_people())::text[])
    WHEN 'own' THEN owner_id = (SELECT mp_person())
    ELSE false
  END
);
CREATE POLICY crm_activity_renote ON crm_activity FOR UPDATE TO milepost_app USING (
  tenant_id = (SELECT mp_tenant())
  AND id ~ '^[a-z][a-z0-9-]*:.'
  AND CASE (SELECT mp_writes())
    WHEN 'all' THEN true
    WHEN 'branch' THEN owner_id = ANY ((SELECT mp_people())::text[])
    WHEN 'own' THEN owner_id = (SELECT mp_person())
    ELSE false
  END
) WITH CHECK (
  tenant_id = (SELECT mp_tenant())
  AND id ~ '^[a-z][a-z0-9-]*:.'
  AND EXISTS (SELECT FROM crm_account a WHERE a.tenant_id = crm_activity.tenant_id AND a.id = crm_activity.account_id)
  AND CASE (SELECT mp_writes())
    WHEN 'all' THEN true
    WHEN 'branch' THEN owner_id = ANY ((SELECT mp_people())::text[])
    WHEN 'own' THEN owner_id = (SELECT mp_person())
    ELSE false
  END
);
GRANT INSERT, UPDATE ON crm_activity TO milepost_app;
