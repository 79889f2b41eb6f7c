export { canonicalJson } from '../audit/canonical.ts';
export { defineEndpoint, defineRules, defineServerPart } from './define.ts';
export type { PluginActivity } from '../mirror/plugin-activity.ts';
export type {
  CollectionRules,
  DemoRecord,
  EndpointInput,
  PendingWrite,
  ServerCollection,
  ServerContext,
  ServerEndpoint,
  ServerPart,
  ServerProblem,
} from './types.ts';
