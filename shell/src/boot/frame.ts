/** The frame: navigation, top bar, notices. It is a single-spa application that is always active. */
import { registerApplication } from 'single-spa';
import { PortalAccountSearch } from '../frame/account-search.ts';
import { PortalPopover } from '../frame/popover.ts';
import { PortalRail } from '../frame/rail.ts';
import { PortalTabBar } from '../frame/tab-bar.ts';
import { PortalToasts } from '../frame/toasts.ts';
import { PortalTopBar } from '../frame/top-bar.ts';
import { define } from '../frame/define.ts';
import { listenToKeys } from '../frame/keyboard.ts';
import { showSkipLink } from './skip-link.ts';
import { titleOf } from '../portal/navigation.ts';
import type { Shell } from '../state/shell.ts';

const elements = {
  'portal-popover': PortalPopover,
  'portal-account-search': PortalAccountSearch,
  'portal-rail': PortalRail,
  'portal-tab-bar': PortalTabBar,
  'portal-top-bar': PortalTopBar,
  'portal-toasts': PortalToasts,
};

/** Registers the frame. Its places in the document are there from the first byte, so nothing jumps. */
export function registerFrame(shell: Shell): void {
  registerApplication({
    name: 'frame',
    activeWhen: () => true,
    app: {
      bootstrap: () => Promise.resolve(),
      mount: () => {
        mountFrame(shell);
        return Promise.resolve();
      },
      unmount: () => Promise.resolve(),
    },
  });
}

function place(id: string, tag: keyof typeof elements, shell: Shell): HTMLElement {
  const element = Object.assign(document.createElement(tag), { shell });
  document.getElementById(id)?.replaceChildren(element);
  return element;
}

function mountFrame(shell: Shell): void {
  for (const [tag, elementClass] of Object.entries(elements)) define(tag, elementClass);
  place('rail', 'portal-rail', shell);
  place('tabs', 'portal-tab-bar', shell);
  place('toasts', 'portal-toasts', shell);
  const top = place('top', 'portal-top-bar', shell) as PortalTopBar;
  listenToKeys(shell, () => top.focusSearch());
  const words = (): void => {
    showSkipLink(shell.texts);
    showTitle(shell);
  };
  words();
  shell.texts.locale.subscribe(words);
  shell.router.place.subscribe(() => showTitle(shell));
}

/** `页面 · 门户`. */
function showTitle(shell: Shell): void {
  const { page } = shell.router.place.current.match ?? {};
  const name = page ? titleOf(shell, page) : shell.texts.t('notFound.title');
  document.title = `${name} · ${shell.texts.words(shell.portal.portal.title)}`;
}
