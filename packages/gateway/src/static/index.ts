export { staticRoutes } from './routes.ts';
export type { StaticRoutesDeps } from './routes.ts';
