import type { Shell } from '../state/shell.ts';
import type { PortalPage } from './types.ts';

/** An entry of the navigation. */
export interface NavigationItem {
  readonly page: PortalPage;
  readonly label: string;
  readonly icon: string;
}

type Parts = Pick<Shell, 'portal' | 'session' | 'snapshot' | 'texts'>;

function contributionOf(shell: Pick<Shell, 'snapshot'>, page: PortalPage) {
  const plugin = shell.snapshot.plugins.find(({ id }) => id === page.plugin);
  return plugin?.manifest.contributes.pages?.find(({ id }) => id === page.contribution);
}

/** The page's own title, or what its plugin calls it. */
export function titleOf(shell: Pick<Shell, 'snapshot' | 'texts'>, page: PortalPage): string {
  return shell.texts.words(page.title ?? contributionOf(shell, page)?.title) || page.id;
}

/** Whether the person's role may open a page. The gateway decides what it shows; this decides what is offered. */
export function mayOpen(shell: Pick<Shell, 'session' | 'snapshot'>, page: PortalPage): boolean {
  const { role } = shell.session.user;
  const roles = contributionOf(shell, page)?.when?.roles;
  return (page.when?.roles?.includes(role) ?? true) && (roles?.includes(role) ?? true);
}

/** The navigation of this person, in the order of the portal file. */
export function navigationOf(shell: Parts): NavigationItem[] {
  return shell.portal.portal.navigation.flatMap((entry) => {
    const page = shell.portal.portal.pages.find(({ id }) => id === entry.page);
    if (!page || !mayOpen(shell, page)) return [];
    const label = shell.texts.words(entry.title) || titleOf(shell, page);
    return [{ page, label, icon: page.icon ?? contributionOf(shell, page)?.icon ?? 'table' }];
  });
}

/** Which entry a page belongs to: the account page belongs to the list of accounts. */
export function activeItem(items: readonly NavigationItem[], page: PortalPage | undefined): NavigationItem | undefined {
  if (!page) return undefined;
  return (
    items.find((item) => item.page.id === page.id) ??
    items.find((item) => page.kind === 'account' && item.page.kind === 'accounts')
  );
}
