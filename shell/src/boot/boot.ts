import { start } from 'single-spa';
import { provideElements } from '@milepost/sdk';
import { ensureElements } from '@milepost/ui';
import { registerFirstPaint } from '@milepost/ui/first-paint';
import { isPeriod, periodOfDate } from '@milepost/calendar';
import { bindRuntime } from '../host/portal-runtime.ts';
import { announceProblems } from './problem-notices.ts';
import { callGateway } from './api.ts';
import { createNotices } from '../state/notices.ts';
import { createPreferences } from '../state/preferences.ts';
import { createRouter } from '../state/router.ts';
import { followLinks } from '../state/links.ts';
import { followTheme, showLanguage } from '../state/theme.ts';
import { focusTitle } from './focus-title.ts';
import { keepScopeVisible } from './keep-scope-visible.ts';
import { keepScroll } from '../state/scroll.ts';
import { loadTexts, spokenLocale } from '../i18n/texts.ts';
import { registerFrame } from './frame.ts';
import { registerPages } from './applications.ts';
import { showError } from './error-page.ts';
import { watchConnection } from '../state/connection.ts';
import { withOwnPages } from '../portal/own-pages.ts';
import { ApiError } from '@milepost/sdk';
import type { Snapshot } from '@milepost/runtime';
import type { PortalAnswer, SessionAnswer } from '../portal/types.ts';
import type { PreferenceStore } from '../state/preferences.ts';
import type { Shell } from '../state/shell.ts';
import type { Texts } from '../i18n/texts.ts';

/** The place of the pages in the document. */
function pageElement(): HTMLElement {
  return document.getElementById('page') ?? document.body;
}

interface BootData {
  readonly portal?: Partial<PortalAnswer>;
  readonly snapshot?: Snapshot;
}

/** The answers that the gateway put into the page, so that they need not be asked for. */
function bootData(): BootData {
  const text = document.getElementById('milepost-boot')?.textContent;
  return text ? (JSON.parse(text) as BootData) : {};
}

/** Everything the first paint needs, asked for at once. A rejection is looked at where it is awaited. */
function fetchAll() {
  const given = bootData();
  const session = callGateway<SessionAnswer>('/api/session');
  // Without a session the page holds the portal's entrance only, without pages.
  const portal = given.portal?.portal?.pages
    ? Promise.resolve(given.portal as PortalAnswer)
    : callGateway<PortalAnswer>('/api/portal');
  const snapshot = given.snapshot ? Promise.resolve(given.snapshot) : callGateway<Snapshot>('/api/registry/snapshot');
  portal.catch(() => undefined);
  snapshot.catch(() => undefined);
  return { session, portal, snapshot };
}

/** Starts the portal. Never rejects: what fails is shown with a way out. */
export async function boot(): Promise<void> {
  provideElements(ensureElements);
  registerFirstPaint();
  const early = createPreferences(null, localStorage);
  const theme = followTheme(early, bootData().portal?.portal?.theme);
  const requests = fetchAll();
  let texts: Texts | null = null;
  try {
    const session = await requests.session;
    const [portal, snapshot] = await Promise.all([requests.portal, requests.snapshot]);
    const preferences = createPreferences(`${session.tenant.id}.${session.user.id}`, localStorage, themeDefaults(portal));
    texts = await loadTexts(preferences.value.current.locale ?? spokenLocale(navigator.languages) ?? portal.portal.defaultLocale);
    await startPortal(session, { ...portal, portal: withOwnPages(portal.portal) }, snapshot, preferences, texts);
  } catch (error) {
    texts ??= await loadTexts(
      early.value.current.locale ?? spokenLocale(navigator.languages) ?? bootData().portal?.portal?.defaultLocale ?? 'zh-CN',
    );
    showLanguage(texts.locale.current);
    if (error instanceof ApiError && error.status === 401) await askToSignIn(texts, early);
    else {
      // There is nothing to navigate to: the frame's places would look as if they still loaded.
      document.documentElement.dataset['frame'] = 'none';
      showError(pageElement(), texts, error);
    }
  }
  document.documentElement.removeAttribute('data-booting');
  void theme;
}

function themeDefaults(portal: PortalAnswer) {
  const mode = portal.portal.theme?.mode;
  return mode ? { theme: mode } : {};
}

async function askToSignIn(texts: Texts, preferences: PreferenceStore): Promise<void> {
  const { showSignIn } = await import('./show-sign-in.ts');
  await showSignIn(texts, preferences);
}

async function startPortal(
  session: SessionAnswer,
  portal: PortalAnswer,
  snapshot: Snapshot,
  preferences: PreferenceStore,
  texts: Texts,
): Promise<void> {
  showLanguage(texts.locale.current);
  const theme = followTheme(preferences, portal.portal.theme);
  const period = periodOfDate(session.today, 'month', session.tenant.fiscalYearStartMonth);
  const router = createRouter(portal.portal.pages, {
    unitId: null,
    personId: null,
    period: isPeriod(period) ? period : session.today.slice(0, 7),
  });
  followOpenParameter(router);
  const parts = {
    session,
    portal,
    snapshot,
    texts,
    router,
    preferences,
    online: watchConnection(),
    notices: createNotices(),
    theme,
  };
  const shell: Shell = { ...parts, ...bindRuntime(parts) };
  preferences.value.subscribe(({ locale }) => {
    if (locale && locale !== texts.locale.current) void texts.use(locale);
  });
  texts.locale.subscribe(showLanguage);
  await keepScopeVisible(shell);
  registerFrame(shell);
  registerPages(shell, pageElement(), (error) => showError(pageElement(), texts, error));
  followLinks(router);
  keepScroll(router);
  focusOnNavigation(router);
  announceProblems(shell);
  start({ urlRerouteOnly: true });
}

/** Links of widgets in foreign pages name a record, not a path: `/?open=account:a1`. */
function followOpenParameter(router: Shell['router']): void {
  const [kind, id] = (new URLSearchParams(location.search).get('open') ?? '').split(/:(.*)/s);
  if (kind === 'account' && id) history.replaceState(null, '', router.href({ account: id }));
}

function focusOnNavigation(router: Shell['router']): void {
  let { pathname } = router.place.current;
  router.place.subscribe((place) => {
    if (place.pathname === pathname) return;
    pathname = place.pathname;
    addEventListener('single-spa:routing-event', () => focusTitle(pageElement()), { once: true });
  });
}
