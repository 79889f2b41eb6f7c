import { describe, expect, it } from 'vitest';
import { matchRoute, nearestPages, pathOf } from './routes.ts';
import type { PortalPage } from '../portal/types.ts';

const pages: PortalPage[] = [
  { id: 'home', path: '/', kind: 'slots' },
  { id: 'targets', path: '/targets', kind: 'plugin', plugin: 't', contribution: 'plan' },
  { id: 'accounts', path: '/accounts', kind: 'accounts' },
  { id: 'account', path: '/accounts/:accountId', kind: 'account', slot: 's' },
  { id: 'special', path: '/accounts/special', kind: 'about' },
];

describe('matchRoute', () => {
  it('finds pages with their parameters, decoded', () => {
    expect(matchRoute(pages, '/')?.page.id).toBe('home');
    expect(matchRoute(pages, '/accounts/')?.page.id).toBe('accounts');
    expect(matchRoute(pages, '/accounts/a%2F1')).toMatchObject({ page: { id: 'account' }, params: { accountId: 'a/1' } });
  });

  it('prefers what is spelled out', () => {
    expect(matchRoute(pages, '/accounts/special')?.page.id).toBe('special');
  });

  it('gives plugins what lies below their path, and nobody else', () => {
    expect(matchRoute(pages, '/targets/2026/east')).toMatchObject({ page: { id: 'targets' }, rest: '2026/east' });
    expect(matchRoute(pages, '/accounts/a1/orders')).toBeNull();
    expect(matchRoute(pages, '/nowhere')).toBeNull();
  });

  it('survives an address that cannot be decoded', () => {
    expect(matchRoute(pages, '/accounts/%E0%A4%A')?.params['accountId']).toBe('%E0%A4%A');
  });
});

describe('pathOf', () => {
  it('is the way back', () => {
    const account = pages[3] as PortalPage;
    expect(pathOf(account, { accountId: 'a/1', tab: 'x' })).toEqual({ path: '/accounts/a%2F1', unused: { tab: 'x' } });
    expect(pathOf(pages[1] as PortalPage, {}, '2026/east').path).toBe('/targets/2026/east');
  });
});

describe('nearestPages', () => {
  it('puts what was probably meant first and leaves out pages that need a parameter', () => {
    expect(nearestPages(pages, '/acounts')[0]?.id).toBe('accounts');
    expect(nearestPages(pages, '/taget').map(({ id }) => id)).not.toContain('account');
  });
});
