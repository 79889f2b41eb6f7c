/**
 * The part that is loaded from the gateway when a page shows its first widget: session, runtime, design tokens. One host
 * serves every widget of a page.
 */
import { createApiClient, createRuntime } from '@milepost/runtime';
import { createObservable } from '@milepost/sdk/host-kit';
import { provideElements } from '@milepost/sdk';
import { ensureElements, setUiLocale } from '@milepost/ui';
import { createPersonGuard } from './person-guard.ts';
import { createTokenSource } from './session.ts';
import { portalAddress } from './portal-address.ts';
import type { TokenSource } from './session.ts';
import type { Destination, Locale, Observable, SessionInfo } from '@milepost/sdk';
import type { ApiClient, PageHooks, Runtime, Snapshot } from '@milepost/runtime';
import type { PortalFile } from '@milepost/sdk/portal';
import type { GetAssertion } from '../element/assertion.ts';

/** What a host is made from. */
export interface WidgetHostOptions {
  /** Origin of the gateway. */
  readonly gateway: string;
  readonly getAssertion: GetAssertion;
  readonly locale: Locale;
  readonly scheme: 'light' | 'dark';
  /** Told when a renewed token is another person's: this host is of no use any more and asks nobody for anything. */
  readonly onOtherPerson: () => void;
  /** Opens an address of the portal; a new tab when left out. */
  readonly open?: (path: string) => void;
}

/** Runs widgets on one page. */
export interface WidgetHost {
  readonly runtime: Runtime;
  setLocale(locale: Locale): void;
  setScheme(scheme: 'light' | 'dark'): void;
  dispose(): Promise<void>;
}

/** Signs in, reads the snapshot, and makes the runtime. */
export async function createWidgetHost(options: WidgetHostOptions): Promise<WidgetHost> {
  const { gateway } = options;
  const locale = createObservable<Locale>(options.locale);
  const theme = createObservable(options.scheme);
  const guard = createPersonGuard({
    lang: options.locale,
    whose: (own) => clientFor(gateway, () => Promise.resolve(own), locale).request<SessionInfo>({ path: '/api/session' }),
    onOtherPerson: options.onOtherPerson,
  });
  const token = guard.guard(createTokenSource(gateway, options.getAssertion, options.locale, { accept: guard.accept }));
  const api = clientFor(gateway, token, locale);
  // One token first: three requests at once would each wait for it anyway.
  await token(false);
  const [session, portal, snapshot] = await Promise.all([
    api.request<SessionInfo>({ path: '/api/session' }),
    api.request<{ portal: PortalFile }>({ path: '/api/portal' }),
    api.request<Snapshot>({ path: '/api/registry/snapshot' }),
  ]);
  guard.belongsTo(session);
  provideElements(ensureElements);
  setUiLocale(options.locale);
  locale.subscribe(setUiLocale);
  const open = options.open ?? ((path: string) => void window.open(gateway + path, '_blank', 'noopener'));
  const runtime = createRuntime({
    gatewayUrl: gateway,
    auth: { kind: 'bearer', token },
    session,
    portal: portal.portal,
    snapshot,
    locale,
    theme,
    scope: createObservable({ unitId: null, personId: null, period: session.today.slice(0, 7) }),
    hooks: hooksFor(portal.portal, gateway, open),
  });
  return {
    runtime,
    setLocale: (next) => locale.set(next),
    setScheme: (next) => theme.set(next),
    dispose() {
      guard.end();
      return runtime.dispose();
    },
  };
}

function clientFor(gateway: string, token: TokenSource, locale: Observable<Locale>): ApiClient {
  return createApiClient({ gatewayUrl: gateway, auth: { kind: 'bearer', token }, locale: () => locale.current });
}

/** A widget in a foreign page has no frame: it opens the portal, and asks and tells in dialogs of the design system. */
function hooksFor(portal: PortalFile, gateway: string, open: (path: string) => void): PageHooks {
  const path = (destination: Destination): string => portalAddress(portal, destination);
  return {
    navigate: (destination) => open(path(destination)),
    href: (destination) => gateway + path(destination),
    location: createObservable({ path: '', params: {} }),
    setParams: () => undefined,
    setScope: () => undefined,
    notify: (notice) => void import('./page-dialogs.ts').then(({ notify }) => notify(notice)),
    confirm: async (question) => (await import('./page-dialogs.ts')).confirm(question),
  };
}
