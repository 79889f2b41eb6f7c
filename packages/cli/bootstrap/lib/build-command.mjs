import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { cache } from './project.mjs';
import { say } from './messages.mjs';
import { explain, seconds } from './report.mjs';

/**
 * `npm run build`: builds what changed; with `--force` everything.
 * @param {string[]} args
 */
export async function build(args) {
  const begun = performance.now();
  try {
    if (args.includes('--force')) rmSync(join(cache, 'built'), { recursive: true, force: true });
    await prepare({ builds: true });
    console.log(say({ zh: `构建完成（${seconds(begun)}）。`, en: `Build finished (${seconds(begun)}).` }));
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
