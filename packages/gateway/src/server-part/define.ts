import type { CollectionRules, ServerEndpoint, ServerPart } from './types.ts';

/**
 * Declares a plugin's server part; the default export of `plugins/<id>/server/index.ts`.
 * @throws TypeError naming what is wrong, when the gateway loads it.
 */
export function defineServerPart(part: ServerPart): ServerPart {
  const wrong = (what: string): never => {
    throw new TypeError(`Server part ${String(part.id)}: ${what}`);
  };
  if (!/^[a-z][a-z0-9-]*$/.test(part.id)) wrong('id must be the plugin id of its manifest');
  const seen = new Set<string>();
  for (const { method, path, handler } of part.routes ?? []) {
    if (method !== 'GET' && method !== 'POST') wrong(`route ${path}: method must be GET or POST`);
    if (path.startsWith('/') || path === '') wrong(`route ${path}: path must not be empty or begin with a slash`);
    if (typeof handler !== 'function') wrong(`route ${path}: handler must be a function`);
    if (seen.has(`${method} ${path}`)) wrong(`route ${method} ${path} stands twice`);
    seen.add(`${method} ${path}`);
  }
  return part;
}

/** Types the rules of one collection by the type of its values. */
export function defineRules<T>(rules: CollectionRules<T>): CollectionRules {
  return rules;
}

/** Types an endpoint by its body. */
export function defineEndpoint<B>(endpoint: ServerEndpoint<B>): ServerEndpoint {
  return endpoint;
}
