import type { PortalFile } from '@milepost/sdk/portal';
import type { GatewayContext } from '../http/env.ts';
import type { Authenticate } from '../http/endpoint.ts';
import { ApiProblem } from '../http/problem.ts';

/** What somebody sees of a portal before signing in: its name, its language and its looks. */
export type Entrance = Pick<PortalFile, 'portalVersion' | 'title' | 'defaultLocale' | 'theme'>;

/** Whether a request comes from somebody who is signed in. */
export type SignedIn = (c: GatewayContext) => Promise<boolean>;

/**
 * The part of a portal file that everybody may read. The configuration of plugins may hold keys, and which pages there are is the
 * company's affair.
 */
export function entranceOf(portal: PortalFile | null): Entrance | null {
  if (!portal) return null;
  const { portalVersion, title, defaultLocale, theme } = portal;
  return { portalVersion, title, defaultLocale, ...(theme && { theme }) };
}

/** Asks the session. What stops that from being answered, such as a database that is away, is thrown. */
export function signedInBy(authenticate: Authenticate): SignedIn {
  return async (c) => {
    try {
      await authenticate(c);
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && (error.code === 'session.none' || error.code === 'session.expired')) return false;
      throw error;
    }
  };
}
