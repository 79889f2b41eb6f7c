export { PortalSource, readPortal } from './portal-source.ts';
export { portalRoutes } from './routes.ts';
export type { CurrentPortal, PortalSourceDeps } from './portal-source.ts';
