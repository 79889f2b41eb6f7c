import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { steps } from './messages.mjs';
import { runNpm, withNode } from './node-runtime.mjs';
import { requireWritable, root } from './project.mjs';
import { workspacePackages } from './workspace.mjs';

const stamp = join(root, 'node_modules', '.milepost-stamp');

/** True when exactly the dependencies of the lockfile were installed the last time. */
export const dependenciesAreCurrent = () => read(stamp) === fingerprint() && everyPackageIsLinked();

/** Somebody may have deleted the links of one package; the note at the root would not know. */
function everyPackageIsLinked() {
  return workspacePackages().every(({ dir, isLinked }) => !isLinked || existsSync(join(dir, 'node_modules')));
}

/**
 * Installs the dependencies of the lockfile unless exactly these were installed the last time.
 * @param {string} node
 */
export async function ensureDependencies(node) {
  if (dependenciesAreCurrent()) return;
  requireWritable();
  // From here on until it succeeded the installed dependencies are those of no lockfile.
  rmSync(stamp, { force: true });
  const env = {
    ...withNode(node),
    // Without a terminal pnpm would stop to ask before it replaces folders another package manager made.
    CI: 'true',
    // A user's own npm setting must not keep pnpm from unpacking itself; what we install runs only the scripts
    // that pnpm-workspace.yaml names.
    npm_config_ignore_scripts: 'false',
    npm_config_fetch_retries: '1',
  };
  await runNpm(steps.install, 'install', ['exec', '--yes', '--', 'pnpm@12', 'install', '--frozen-lockfile'], env);
  writeFileSync(stamp, fingerprint());
}

/** Also the platform: a checkout may be shared between a machine and a container. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(read(join(root, name)) ?? '');
  return hash.digest('hex');
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
