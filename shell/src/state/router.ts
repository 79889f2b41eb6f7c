/**
 * Addresses of the portal. single-spa decides which page is mounted; this object writes addresses, asks before unsaved
 * work is left, and answers what the present address means.
 */
import { navigateToUrl } from 'single-spa';
import { matchRoute, pathOf } from './routes.ts';
import { pageParams, readScope, searchOf, writeScope } from './scope-url.ts';
import { createObservable } from '@milepost/sdk/host-kit';
import type { Destination, Disposer, Observable, Scope } from '@milepost/sdk';
import type { PortalPage } from '../portal/types.ts';
import type { RouteMatch } from './routes.ts';

/** Asked before the page is left; false stays. */
export type LeaveGuard = () => boolean | Promise<boolean>;

/** Where the person is. */
export interface Place {
  readonly pathname: string;
  readonly match: RouteMatch | null;
  /** Parameters of the page, without those of the frame. */
  readonly params: Readonly<Record<string, string>>;
}

/** See the file's head. */
export interface Router {
  readonly place: Observable<Place>;
  readonly scope: Observable<Scope>;
  readonly defaultScope: Scope;
  setScope(change: Partial<Scope>): void;
  /** From now on a scope of the address that does not pass is the default one; `onRefused` hears of it. */
  keepTo(passes: (scope: Scope) => boolean, onRefused: () => void): void;
  href(destination: Destination): string;
  to(destination: Destination): Promise<boolean>;
  /** Follows an address of this origin. False when unsaved work held the person back. */
  open(url: string): Promise<boolean>;
  setParams(params: Readonly<Record<string, string | null>>): void;
  guard(guard: LeaveGuard): Disposer;
}

/** Makes the router of a portal and starts listening to the browser. */
export function createRouter(pages: readonly PortalPage[], defaultScope: Scope): Router {
  const guards = new Set<LeaveGuard>();
  const look = (): Place => ({
    pathname: location.pathname,
    match: matchRoute(pages, location.pathname),
    params: pageParams(location.search),
  });
  const place = createObservable<Place>(look());
  const scope = createObservable<Scope>(readScope(location.search, defaultScope));
  let passes: (scope: Scope) => boolean = () => true;
  let onRefused = (): void => undefined;
  let refused = '';
  const allowedScope = (): Scope => {
    const asked = readScope(location.search, defaultScope);
    if (passes(asked)) {
      refused = '';
      return asked;
    }
    const key = `${asked.unitId ?? ''}|${asked.personId ?? ''}`;
    if (key !== refused) onRefused();
    refused = key;
    return { ...defaultScope, period: asked.period };
  };
  const refresh = (): void => {
    scope.set(allowedScope());
    place.set(look());
  };

  const mayLeave = async (): Promise<boolean> => {
    for (const guard of guards) if (!(await guard())) return false;
    return true;
  };

  const withScope = (path: string, params: URLSearchParams, change: Partial<Scope> = {}): string => {
    writeScope(params, { ...scope.current, ...change }, defaultScope);
    return path + searchOf(params);
  };

  const pageOf = (destination: Destination): { page: PortalPage | undefined; params: Record<string, string>; rest: string } => {
    if ('account' in destination) {
      const page = pages.find((candidate) => candidate.kind === 'account');
      return { page, params: { accountId: destination.account }, rest: '' };
    }
    // A plugin may name its contribution or itself instead of the page the portal file made of it.
    const wanted = destination.page;
    const page =
      pages.find(({ id }) => id === wanted) ??
      pages.find(({ plugin, contribution }) => plugin === wanted || `${plugin}/${contribution}` === wanted);
    return { page, params: { ...destination.params }, rest: destination.path ?? '' };
  };

  const href = (destination: Destination): string => {
    const { page, params, rest } = pageOf(destination);
    if (!page) return withScope('/', new URLSearchParams(), destination.scope);
    const { path, unused } = pathOf(page, params, rest);
    return withScope(path, new URLSearchParams(unused), destination.scope);
  };

  // Set while an address that was already agreed to is on its way through single-spa.
  let agreed = false;
  const open = async (url: string): Promise<boolean> => {
    const target = new URL(url, location.href);
    const leaves = target.pathname !== location.pathname;
    if (leaves && !(await mayLeave())) return false;
    agreed = true;
    navigateToUrl(target.pathname + target.search + target.hash);
    agreed = false;
    refresh();
    return true;
  };

  const replace = (params: URLSearchParams): void => {
    history.replaceState(history.state, '', location.pathname + searchOf(params) + location.hash);
    refresh();
  };

  addEventListener('popstate', refresh);
  addEventListener('single-spa:routing-event', refresh);
  addEventListener('single-spa:before-routing-event', (event) => {
    const { detail } = event as CustomEvent<RoutingDetail>;
    const leaves = new URL(detail.newUrl).pathname !== new URL(detail.oldUrl).pathname;
    if (!agreed && leaves && guards.size > 0) detail.cancelNavigation?.(mayLeave().then((leave) => !leave));
  });

  return {
    place,
    scope,
    defaultScope,
    setScope(change) {
      const params = new URLSearchParams(location.search);
      writeScope(params, { ...scope.current, ...change }, defaultScope);
      navigateToUrl(location.pathname + searchOf(params));
      refresh();
    },
    keepTo(test, hear) {
      passes = test;
      onRefused = hear;
      refresh();
    },
    href,
    to: (destination) => open(href(destination)),
    open,
    setParams(change) {
      const params = new URLSearchParams(location.search);
      for (const [name, value] of Object.entries(change)) {
        if (value === null) params.delete(name);
        else params.set(name, value);
      }
      replace(params);
    },
    guard(guard) {
      guards.add(guard);
      return () => guards.delete(guard);
    },
  };
}

interface RoutingDetail {
  readonly oldUrl: string;
  readonly newUrl: string;
  /** single-spa 6 takes a promise; its typings know the call without arguments only. */
  readonly cancelNavigation?: (cancel: Promise<boolean>) => void;
}
