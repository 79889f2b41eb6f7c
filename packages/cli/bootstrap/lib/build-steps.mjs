import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildStep } from './messages.mjs';
import { withNode } from './node-runtime.mjs';
import { cache, requireWritable, root } from './project.mjs';
import { runStep } from './run.mjs';
import { closure, workspacePackages } from './workspace.mjs';

/** @typedef {import('./workspace.mjs').WorkspacePackage} WorkspacePackage */

/** Two at a time: a build uses about one core and 300 MB. */
const PARALLEL = 2;

/** What lies in a package without ending up in its bundle; the portal file is read while the portal runs. */
const ignored = /^(node_modules|dist|server|coverage|\.milepost|\.cache|README\.md|portal\.json)$|\.(test|browser\.test)\.[tj]s$/;

/** @typedef {{ entry: WorkspacePackage, inputs: string }} DueBuild */

/**
 * The packages whose sources, or the sources of a workspace package they are made of, changed since their last build, or
 * whose output is not what that build wrote.
 * @returns {DueBuild[]}
 */
export function dueBuilds() {
  const packages = workspacePackages();
  const byName = new Map(packages.map((entry) => [entry.name, entry]));
  const hashes = new Map(packages.map((entry) => [entry.name, hashFolder(entry.dir)]));
  const shared = ['pnpm-lock.yaml', 'tsconfig.base.json'].map((name) => hashFile(join(root, name))).join();
  return packages.flatMap((entry) => {
    if (!entry.build) return [];
    const parts = closure(entry, byName).map(({ name }) => `${name} ${hashes.get(name)}`);
    const inputs = digest([shared, entry.build, ...parts.sort()].join('\n'));
    return isCurrent(entry, inputs) ? [] : [{ entry, inputs }];
  });
}

/**
 * Builds what `dueBuilds` found.
 * @param {string} node
 * @param {DueBuild[]} due
 */
export async function buildAll(node, due) {
  if (due.length === 0) return;
  requireWritable();
  mkdirSync(join(cache, 'built'), { recursive: true });
  const queue = [...due];
  /** @type {unknown[]} */
  const failures = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await build(next.entry, next.inputs, node).catch((error) => failures.push(error));
    }
  };
  // All builds get their turn before a failure is reported, so that the next start repeats only what failed.
  await Promise.all(Array.from({ length: PARALLEL }, work));
  if (failures.length > 0) throw failures[0];
}

/**
 * @param {WorkspacePackage} entry
 * @param {string} inputs
 * @param {string} node
 */
async function build(entry, inputs, node) {
  const note = noteFile(entry);
  rmSync(note, { force: true });
  const env = withNode(node);
  env.PATH = [join(entry.dir, 'node_modules/.bin'), join(root, 'node_modules/.bin'), env.PATH].join(delimiter);
  const options = { cwd: entry.dir, env, shell: true };
  const name = entry.name.replace('@milepost/', '');
  await runStep(buildStep(name), `build-${name}`, entry.build ?? '', [], options);
  writeFileSync(note, JSON.stringify({ inputs, outputs: sizes(join(entry.dir, 'dist')) }));
}

/** @param {WorkspacePackage} entry */
const noteFile = (entry) => join(cache, 'built', `${entry.path.replace(/\//g, '-')}.json`);

/**
 * @param {WorkspacePackage} entry
 * @param {string} inputs
 */
function isCurrent(entry, inputs) {
  try {
    const note = JSON.parse(readFileSync(noteFile(entry), 'utf8'));
    if (note.inputs !== inputs) return false;
    const now = sizes(join(entry.dir, 'dist'));
    return Object.entries(note.outputs).every(([name, size]) => now[name] === size);
  } catch {
    return false;
  }
}

/**
 * @param {string} dir
 * @returns {Record<string, number>}
 */
function sizes(dir) {
  if (!existsSync(dir)) return {};
  return Object.fromEntries(filesIn(dir, () => true).map((name) => [name, statSync(join(dir, name)).size]));
}

/** @param {string} dir */
function hashFolder(dir) {
  const names = filesIn(dir, (name) => !ignored.test(name)).sort();
  return digest(names.map((name) => `${name} ${hashFile(join(dir, name))}`).join('\n'));
}

/**
 * @param {string} dir
 * @param {(name: string) => boolean} wanted
 * @returns {string[]} paths below `dir`
 */
function filesIn(dir, wanted, prefix = '') {
  return readdirSync(join(dir, prefix), { withFileTypes: true }).flatMap((entry) => {
    if (!wanted(entry.name)) return [];
    const path = prefix ? `${prefix}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesIn(dir, wanted, path) : entry.isFile() ? [path] : [];
  });
}

/** @param {string} path */
const hashFile = (path) => (existsSync(path) ? digest(readFileSync(path)) : '');

/** @param {string | Buffer} data */
const digest = (data) => createHash('sha256').update(data).digest('hex');
