// Where the spreadsheet engine comes from. HyperFormula is under the GPL: it measures, it is no dependency of anything here and is
// never shipped. MILEPOST_BENCH_HYPERFORMULA names an installed copy; without it npm puts one into the user's cache folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = '3.5.0';

/** The path of its module, or null with the reason where there is none. */
export function findSpreadsheet() {
  const given = process.env.MILEPOST_BENCH_HYPERFORMULA;
  const folder = given ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'milepost-bench');
  const module = join(folder, 'node_modules', 'hyperformula', 'commonjs', 'index.js');
  if (existsSync(module)) return { module, why: `hyperformula in ${folder}` };
  if (given !== undefined) return { module: null, why: `no hyperformula in ${folder}` };
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--no-save', '--ignore-scripts', '--prefix', folder, `hyperformula@${VERSION}`];
  const { status } = spawnSync('npm', args, { stdio: 'ignore' });
  return status === 0 && existsSync(module)
    ? { module, why: `hyperformula ${VERSION}, put into ${folder} for this run` }
    : { module: null, why: 'npm could not fetch hyperformula' };
}
