export { defineEndpoint, defineRules, defineServerPart } from './define.ts';
export type {
  CollectionRules,
  EndpointInput,
  PendingWrite,
  ServerCollection,
  ServerContext,
  ServerEndpoint,
  ServerPart,
  ServerProblem,
} from './types.ts';
