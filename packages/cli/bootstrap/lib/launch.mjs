import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from './messages.mjs';
import { cachedNode, isRecent, withNode } from './node-runtime.mjs';
import { root } from './project.mjs';
import { explain } from './report.mjs';
import { runForeground } from './run.mjs';

/**
 * Runs the command line in this process, or in a Node recent enough for it.
 * @param {string[]} args
 */
export async function launch(args) {
  const main = join(root, 'packages/cli/src/main.ts');
  if (isRecent()) {
    await import(pathToFileURL(main).href);
    return;
  }
  const node = cachedNode();
  if (!node || !existsSync(node)) {
    explain(
      new Refusal({
        zh: `Node.js ${process.versions.node} 太旧。请先运行一次 npm start，它会为本项目安装 Node.js 24。`,
        en: `Node.js ${process.versions.node} is too old. Run npm start once; it installs Node.js 24 for this project.`,
      }),
    );
    process.exitCode = 1;
    return;
  }
  process.exitCode = await runForeground(node, [main, ...args], withNode(node));
}
