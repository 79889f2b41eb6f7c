import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNode, isRecent, withNode } from './node-runtime.mjs';
import { prepare } from './prepare.mjs';
import { root } from './project.mjs';
import { explain } from './report.mjs';
import { runForeground } from './run.mjs';

/**
 * Runs the command line in this process, or in a Node recent enough for it, which is installed beside the project the first time.
 * @param {string[]} args
 */
export async function launch(args) {
  const main = join(root, 'packages/cli/src/main.ts');
  if (isRecent() && existsSync(join(root, 'node_modules'))) {
    await import(pathToFileURL(main).href);
    return;
  }
  try {
    // In a checkout that was never started there is nothing to run yet.
    const installed = existsSync(join(root, 'node_modules'));
    const node = installed ? await ensureNode() : await prepare({ builds: false });
    process.exitCode = await runForeground(node, [main, ...args], withNode(node));
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
