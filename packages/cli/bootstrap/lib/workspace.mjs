import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * @typedef {object} WorkspacePackage
 * @property {string} name
 * @property {string} dir absolute path
 * @property {string} path below the root, with `/`
 * @property {string | undefined} build its build script
 * @property {boolean} isLinked has dependencies, so that an installation gives it a node_modules folder
 * @property {string[]} dependencies names of workspace packages it is made of
 */

/** Packages a browser bundle never contains; they are development dependencies of plugins for their server parts and tests. */
const neverBundled = new Set(['@milepost/gateway', '@milepost/testing', '@milepost/cli']);

/**
 * All packages of the workspace, as `pnpm-workspace.yaml` lists them.
 * @returns {WorkspacePackage[]}
 */
export function workspacePackages() {
  const paths = ['packages', 'plugins'].flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
  );
  return [...paths, 'shell', 'test'].sort().flatMap((path) => {
    const file = join(root, path, 'package.json');
    if (!existsSync(file)) return [];
    const json = JSON.parse(readFileSync(file, 'utf8'));
    const all = { ...json.dependencies, ...json.devDependencies };
    const dependencies = Object.keys(all).filter((name) => String(all[name]).startsWith('workspace:') && !neverBundled.has(name));
    const isLinked = Object.keys(all).length > 0;
    return [{ name: json.name, dir: join(root, path), path, build: json.scripts?.build, isLinked, dependencies }];
  });
}

/**
 * A package and all workspace packages it is made of, itself first.
 * @param {WorkspacePackage} start
 * @param {Map<string, WorkspacePackage>} byName
 */
export function closure(start, byName) {
  const found = new Map([[start.name, start]]);
  for (const entry of found.values()) {
    for (const name of entry.dependencies) {
      const next = byName.get(name);
      if (next && !found.has(name)) found.set(name, next);
    }
  }
  return [...found.values()];
}
