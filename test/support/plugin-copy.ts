import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from './program.ts';

/** A copy of a plugin's sources that can be changed and built without touching the checkout. */
export interface PluginCopy {
  /** Builds the copy under another version, after `change` saw the text of each named file. Answers its dist folder. */
  build(version: string, changes?: Readonly<Record<string, (source: string) => string>>): Promise<string>;
  remove(): Promise<void>;
}

/** Copies one plugin beside the others, where it finds the packages it is made of. */
export async function copyPlugin(id: string): Promise<PluginCopy> {
  // Below node_modules, which no tool of the workspace looks into.
  const work = await mkdtemp(join(checkout, 'test/node_modules/.copy-'));
  const source = join(checkout, 'plugins', id);
  return {
    build: async (version, changes = {}) => {
      const root = await mkdtemp(join(work, `${version}-`));
      for (const name of await readdir(source)) {
        if (!['node_modules', 'dist'].includes(name)) await cp(join(source, name), join(root, name), { recursive: true });
      }
      await symlink(join(source, 'node_modules'), join(root, 'node_modules'));
      const manifest = JSON.parse(await readFile(join(root, 'plugin.json'), 'utf8')) as object;
      await writeFile(join(root, 'plugin.json'), JSON.stringify({ ...manifest, version }));
      for (const [name, change] of Object.entries(changes)) {
        const before = await readFile(join(root, name), 'utf8');
        const after = change(before);
        if (after === before) throw new Error(`Nothing changed in ${name}`);
        await writeFile(join(root, name), after);
      }
      await viteBuild(root);
      return join(root, 'dist');
    },
    remove: async () => await rm(work, { recursive: true, force: true }),
  };
}

/** In a process of its own, as an author runs it: the federation plugin does nothing where it sees a test runner. */
async function viteBuild(root: string): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
  delete env['VITEST'];
  const vite = join(checkout, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, env });
}
