import { buildAll, dueBuilds } from './build-steps.mjs';
import { dependenciesAreCurrent, ensureDependencies } from './install.mjs';
import { ensureNode, readyNode } from './node-runtime.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/**
 * Brings the checkout to where it can run: a recent Node, the dependencies, and with `builds` the built packages. Does, writes and
 * says nothing when all is there already.
 * @param {{ builds: boolean }} what
 * @returns {Promise<string>} path of the Node to run everything with
 */
export async function prepare(what) {
  const ready = readyNode();
  if (ready && dependenciesAreCurrent() && !(what.builds && dueBuilds().length)) return ready;
  let node = '';
  await oneAtATime(async () => {
    node = await ensureNode();
    await ensureDependencies(node);
    if (what.builds) await buildAll(node, dueBuilds());
  });
  return node;
}
