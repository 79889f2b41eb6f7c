import { describe, expect, it } from 'vitest';
import { portalAddress } from './portal-address.ts';
import type { PortalFile } from '@milepost/sdk/portal';

const portal: Pick<PortalFile, 'pages'> = {
  pages: [
    { id: 'home', path: '/', kind: 'slots' },
    { id: 'targets', path: '/targets', kind: 'plugin', plugin: 'target-decomposition', contribution: 'plan' },
    { id: 'account', path: '/accounts/:accountId', kind: 'account', slot: 'account/overview/v1' },
  ],
};

describe('portalAddress', () => {
  it('names accounts, pages and places below a plugin’s page', () => {
    expect(portalAddress(portal, { account: 'a/1' })).toBe('/accounts/a%2F1');
    expect(portalAddress(portal, { page: 'target-decomposition', path: 'y/2026', params: { tab: 'x' } })).toBe(
      '/targets/y/2026?tab=x',
    );
    expect(portalAddress(portal, { page: 'nowhere' })).toBe('/');
  });
});
