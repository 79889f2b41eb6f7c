/** One single-spa application for each page of the portal file, and one for addresses of no page. */
import { addErrorHandler, registerApplication } from 'single-spa';
import { define } from '../frame/define.ts';
import { matchRoute } from '../state/routes.ts';
import { mayOpen } from '../portal/navigation.ts';
import type { LifeCycles } from 'single-spa';
import type { PortalPage } from '../portal/types.ts';
import type { PortalPageElement } from '../pages/page-element.ts';
import type { Shell } from '../state/shell.ts';

type PageClass = new () => PortalPageElement;

/** The element of each kind of page. */
const kinds: Record<PortalPage['kind'] | 'not-found', () => Promise<PageClass>> = {
  slots: async () => (await import('../pages/home.ts')).PortalHomePage,
  plugin: async () => (await import('../pages/plugin.ts')).PortalPluginPage,
  accounts: async () => (await import('../pages/accounts.ts')).PortalAccountsPage,
  account: async () => (await import('../pages/account.ts')).PortalAccountPage,
  about: async () => (await import('../pages/about.ts')).PortalAboutPage,
  'not-found': async () => (await import('../pages/not-found.ts')).PortalNotFoundPage,
};

async function pageLifeCycles(
  shell: Shell,
  page: PortalPage,
  kind: keyof typeof kinds,
  container: HTMLElement,
): Promise<LifeCycles> {
  const tag = `portal-page-${kind}`;
  define(tag, await kinds[kind]());
  let element: PortalPageElement | null = null;
  let unguard = (): void => undefined;
  return {
    bootstrap: () => Promise.resolve(),
    mount: () => {
      element = document.createElement(tag) as PortalPageElement;
      element.shell = shell;
      element.page = page;
      container.replaceChildren(element);
      unguard = shell.router.guard(() => leave(shell, element));
      return Promise.resolve();
    },
    unmount: () => {
      unguard();
      element?.remove();
      element = null;
      return Promise.resolve();
    },
  };
}

async function leave(shell: Shell, element: PortalPageElement | null): Promise<boolean> {
  if (!element?.dirty) return true;
  const { ask } = await import('../dialogs/confirm.ts');
  const { t } = shell.texts;
  return ask({
    title: t('leave.title'),
    text: t('leave.text'),
    action: t('leave.confirm'),
    cancel: t('leave.stay'),
    danger: true,
  });
}

/** The browser's own question when the tab is closed with unsaved work. */
function guardUnload(container: HTMLElement): void {
  addEventListener('beforeunload', (event) => {
    const page = container.firstElementChild as Partial<PortalPageElement> | null;
    if (page?.dirty) event.preventDefault();
  });
}

/** Registers every page; a page that this person's role may not open is not found. */
export function registerPages(shell: Shell, container: HTMLElement, onError: (error: Error) => void): void {
  const pages = shell.portal.portal.pages.filter((page) => mayOpen(shell, page));
  for (const page of pages) {
    registerApplication({
      name: `page:${page.id}`,
      app: () => pageLifeCycles(shell, page, page.kind, container),
      activeWhen: ({ pathname }) => matchRoute(pages, pathname)?.page.id === page.id,
    });
  }
  const nowhere: PortalPage = { id: 'not-found', path: '', kind: 'about' };
  registerApplication({
    name: 'page:not-found',
    app: () => pageLifeCycles(shell, nowhere, 'not-found', container),
    activeWhen: ({ pathname }) => matchRoute(pages, pathname) === null,
  });
  addErrorHandler(onError);
  guardUnload(container);
}
