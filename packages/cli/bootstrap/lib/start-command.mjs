import { join } from 'node:path';
import { say } from './messages.mjs';
import { withNode } from './node-runtime.mjs';
import { prepare } from './prepare.mjs';
import { root } from './project.mjs';
import { explain, seconds } from './report.mjs';
import { runForeground } from './run.mjs';

/**
 * `npm start`: prepares what is missing, then runs the portal with its demo company until it is stopped.
 * @param {string[]} args passed on to `milepost start`
 */
export async function start(args) {
  const begun = performance.now();
  try {
    const node = await prepare({ builds: true });
    console.log(say({ zh: `准备就绪（${seconds(begun)}），正在启动……`, en: `Prepared (${seconds(begun)}), starting…` }));
    // npm does not always pass on that it was stopped; its end is then the sign.
    if (process.env.npm_lifecycle_event) await import('./stop-with-parent.mjs');
    const guard = new URL('./stop-with-parent.mjs', import.meta.url).href;
    const launcher = join(root, 'packages/cli/bin/milepost.js');
    process.exitCode = await runForeground(node, ['--import', guard, launcher, 'start', '--demo', ...args], withNode(node));
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
