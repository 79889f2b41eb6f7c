import type { Destination } from '@milepost/sdk';
import type { PortalFile } from '@milepost/sdk/portal';

/** The portal's address of a destination, as the portal itself would write it. */
export function portalAddress({ pages }: Pick<PortalFile, 'pages'>, destination: Destination): string {
  const params = new URLSearchParams();
  const { unitId, personId, period } = destination.scope ?? {};
  const scope = [unitId ? `unit:${unitId}` : '', personId ? `person:${personId}` : ''].filter(Boolean).join('|');
  if (scope) params.set('scope', scope);
  if (period) params.set('period', period);
  const withQuery = (path: string): string => (params.size > 0 ? `${path}?${params}` : path);
  if ('account' in destination) {
    const page = pages.find(({ kind }) => kind === 'account');
    return withQuery(page ? page.path.replace(/:\w+/, encodeURIComponent(destination.account)) : '/');
  }
  const wanted = destination.page;
  const page =
    pages.find(({ id }) => id === wanted) ??
    pages.find(
      (candidate) =>
        candidate.kind === 'plugin' && [candidate.plugin, `${candidate.plugin}/${candidate.contribution}`].includes(wanted),
    );
  for (const [name, value] of Object.entries(destination.params ?? {})) params.set(name, value);
  const rest = destination.path ? `/${destination.path.replace(/^\//, '')}` : '';
  return withQuery((page ? page.path.replace(/\/$/, '') + rest : '') || '/');
}
