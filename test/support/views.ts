import type { Portal, Role } from './portal.ts';

/** A view of the product: where it is and who sees it. */
export interface View {
  readonly name: string;
  readonly role: Role | null;
  /** Where it is; an account's page needs an account of that person. */
  path(portal: Portal): string;
}

const at = (name: string, role: Role | null, path: string): View => ({ name, role, path: () => path });

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
  at('account', 'rep', '/accounts?open-first'),
  at('not-found', 'rep', '/nowhere'),
  at('about', 'admin', '/about'),
];
