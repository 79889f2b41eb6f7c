import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * The browser tests of the workspace. Listed here rather than by a pattern, because web-test-runner's patterns follow the links
 * in node_modules, which lead in circles between the packages of a workspace.
 * @returns {string[]} absolute paths
 */
export function browserTestFiles() {
  /** @type {(dir: string) => string[]} */
  const search = (dir) =>
    readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) return /^(node_modules|dist|\..*)$/.test(entry.name) ? [] : search(path);
      return entry.name.endsWith('.browser.test.ts') ? [path] : [];
    });
  return ['packages', 'plugins', 'shell'].flatMap((folder) => (existsSync(join(root, folder)) ? search(join(root, folder)) : []));
}
