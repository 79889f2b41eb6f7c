export { validatePortal } from './validate.ts';
export type { PortalContext, PortalResult } from './validate.ts';
export type {
  AboutPage,
  AccountPage,
  AccountsPage,
  NavigationItem,
  PluginPage,
  PortalFile,
  PortalPage,
  PortalPlugin,
  SlotItem,
  SlotsPage,
} from './types.ts';
