import { accountsOf } from './api.ts';
import type { Portal, Role } from './portal.ts';

/** A view of the product: where it is and who sees it. */
export interface View {
  readonly name: string;
  /** Null before signing in. */
  readonly role: Role | null;
  path(portal: Portal): Promise<string>;
}

const at = (name: string, role: Role | null, path: string): View => ({ name, role, path: async () => path });

/** Every page of the demo portal, as the person who works there. */
export const views: readonly View[] = [
  at('sign-in', null, '/'),
  at('home-rep', 'rep', '/'),
  at('home-manager', 'manager', '/'),
  at('home-ops', 'ops', '/'),
  at('home-auditor', 'auditor', '/'),
  at('targets-ops', 'ops', '/targets'),
  at('visits-rep', 'rep', '/visits'),
  at('scores-manager', 'manager', '/scores?period=2026-10'),
  at('scores-rep', 'rep', '/scores?period=2026-10'),
  at('checks-manager', 'manager', '/checks'),
  at('checks-auditor', 'auditor', '/checks'),
  at('accounts', 'manager', '/accounts'),
  {
    name: 'account',
    role: 'rep',
    path: async (portal) => `/accounts/${encodeURIComponent((await accountsOf(portal, portal.user('rep'), 1))[0]?.id ?? '')}`,
  },
  at('not-found', 'rep', '/nowhere'),
  at('about', 'admin', '/about'),
];
