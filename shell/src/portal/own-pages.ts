import type { PortalFile, PortalPage } from './types.ts';

/** Pages every portal has, unless its file uses their path or id for something else. */
const own: readonly PortalPage[] = [
  {
    id: 'about',
    path: '/about',
    kind: 'about',
    icon: 'info',
    title: { 'zh-CN': '关于与插件版本', en: 'About and plugin versions' },
  },
];

/** The portal file with the shell's own pages added. */
export function withOwnPages(portal: PortalFile): PortalFile {
  const extra = own.filter(({ id, path }) => !portal.pages.some((page) => page.id === id || page.path === path));
  return { ...portal, pages: [...portal.pages, ...extra] };
}
