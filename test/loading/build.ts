import { execFile } from 'node:child_process';
import { cp, readFile, rm, symlink, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { runtimeDefines } from '@milepost/runtime/vite-defines';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Builds the fixture plugin as a version of its own and answers its dist folder. */
export async function buildPlugin(
  work: string,
  version: string,
  change: (source: string) => string = (source) => source,
): Promise<string> {
  const root = join(work, `tiny-${version}`);
  await rm(root, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await cp(join(fixtures, 'tiny-plugin'), root, { recursive: true });
  await symlink(modules, join(root, 'node_modules'));
  const manifest = JSON.parse(await readFile(join(root, 'plugin.json'), 'utf8')) as object;
  await writeFile(join(root, 'plugin.json'), JSON.stringify({ ...manifest, version }));
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ name: 'tiny', type: 'module', dependencies: { '@milepost/sdk': '*' } }),
  );
  const view = join(root, 'src/hello.ts');
  await writeFile(view, change(await readFile(view, 'utf8')));
  await viteBuild(root);
  return join(root, 'dist');
}

/** In a process of its own, as an author runs it: the federation plugin does nothing where it sees a test runner. */
async function viteBuild(root: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' };
  delete (env as NodeJS.ProcessEnv)['VITEST'];
  const cli = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
  await promisify(execFile)(process.execPath, [cli, 'build', '--logLevel', 'error'], { cwd: root, env });
}

/** Builds the page that hosts plugins and answers its dist folder. */
export async function buildHostPage(work: string): Promise<string> {
  const outDir = join(work, 'host-dist');
  await build({
    root: join(fixtures, 'host-page'),
    configFile: false,
    logLevel: 'error',
    define: runtimeDefines,
    oxc: {
      decorator: { legacy: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
      assumptions: { setPublicClassFields: true },
    },
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  });
  return outDir;
}
