import { createApiClient } from '../../../packages/runtime/src/api/api-client.ts';
import { createCrmApi } from '../../../packages/runtime/src/host/crm-api.ts';
import { createObservable } from '@milepost/sdk/host-kit';
export function bindRuntime(parts) {
  const api = createApiClient({ gatewayUrl: '', auth: { kind: 'cookie' }, locale: () => parts.texts.locale.current });
  const crm = createCrmApi(api);
  let org;
  return { crm, organisation: () => (org ??= crm.organisation()), views: { statuses: createObservable({}), dispose() {},
    mountPage(c, p, x) { const e = document.createElement('mp-page'); e.heading = p; c.append(e); return { dirty: () => false, unmount: () => e.remove() }; },
    mountWidget(c, pl) { const e = document.createElement('mp-card'); e.heading = pl.plugin + ' / ' + pl.widget; e.state='loading'; c.append(e); return { dirty: () => false, unmount: () => e.remove() }; } } };
}
