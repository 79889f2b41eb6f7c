export { checkRoutes } from './check-routes.ts';
export { Unreadable } from './unreadable.ts';
export type { Broken, BrokenCode } from './broken.ts';
export type { DistanceRule } from './case.ts';
export type { CaseFormat } from './read/case-of.ts';
export type { RoutesCheck } from './check-routes.ts';
export type { UnreadableCode } from './unreadable.ts';
export type { Words } from './messages.ts';
