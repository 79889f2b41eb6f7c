import type { Router } from './router.ts';

/** The link an event began in, also inside shadow roots. */
function linkOf(event: Event): HTMLAnchorElement | null {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  return link instanceof HTMLAnchorElement && link.href ? link : null;
}

/** Whether a click on a link stays inside the portal's pages. */
function staysInside(link: HTMLAnchorElement, event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return false;
  if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return false;
  const url = new URL(link.href);
  if (url.origin !== location.origin || /^\/(api|plugins|embed)\//.test(url.pathname)) return false;
  // A place on the same page, such as the skip link, is the browser's own business.
  return !(url.hash && url.pathname === location.pathname && url.search === location.search);
}

/** Plain links anywhere on the page move within the portal without a reload. */
export function followLinks(router: Router): void {
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link || !staysInside(link, event)) return;
    event.preventDefault();
    void router.open(link.href);
  });
}
