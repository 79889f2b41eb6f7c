import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserTestFiles } from './browser-test-files.mjs';
import { ensureChromium } from './chromium.mjs';
import { asOne, browserCounts, countsOf, vitestCounts } from './counts.mjs';
import { cache, root } from './project.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {object} Tools
 * @property {(script: string, args: string[], env?: NodeJS.ProcessEnv) => Promise<number>} node runs a script of the
 *   root's node_modules in the foreground
 *
 * @typedef {object} TestStep
 * @property {string} name what to type after `npm test --`
 * @property {import('./messages.mjs').Text} title
 * @property {boolean} [builds] needs the built packages
 * @property {(tools: Tools) => Promise<Counts>} run
 */

/** Everything `npm test` runs, in this order: cheap answers first. @type {TestStep[]} */
export const testSteps = [
  {
    name: 'format',
    title: { zh: '格式（prettier）', en: 'Formatting (prettier)' },
    run: async ({ node }) => asOne(await node('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])),
  },
  {
    name: 'lint',
    title: { zh: '静态检查（eslint）', en: 'Lint (eslint)' },
    // The rules that know types hold the programs of all packages at once: more than the memory Node takes by itself.
    run: async ({ node }) =>
      asOne(
        await node('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], {
          ...process.env,
          NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --max-old-space-size=8192`,
        }),
      ),
  },
  { name: 'types', title: { zh: '类型检查（tsc）', en: 'Types (tsc)' }, run: checkTypes },
  {
    name: 'arrows',
    title: { zh: '依赖方向（dependency-cruiser）', en: 'Import directions (dependency-cruiser)' },
    run: async ({ node }) =>
      asOne(
        await node('dependency-cruiser/bin/dependency-cruiser.mjs', [
          ...['--config', '.config/dependency-cruiser.cjs', '--output-type', 'err'],
          ...['packages', 'shell', 'plugins'],
        ]),
      ),
  },
  {
    name: 'unit',
    title: { zh: '单元与网关测试（vitest）', en: 'Unit and gateway tests (vitest)' },
    run: (tools) => vitest(tools, 'unit', []),
  },
  {
    name: 'browser',
    title: { zh: '浏览器测试（web-test-runner）', en: 'Browser tests (web-test-runner)' },
    run: browser,
  },
  { name: 'sizes', title: { zh: '体积预算', en: 'Size budgets' }, builds: true, run: sizes },
  {
    name: 'e2e',
    title: { zh: '端到端测试', en: 'End-to-end tests' },
    builds: true,
    run: async (tools) => {
      const env = { ...process.env, MILEPOST_CHROMIUM: await ensureChromium() };
      return vitest(tools, 'e2e', ['--config', '.config/vitest-e2e.config.ts'], env);
    },
  },
];

/**
 * @param {Tools} tools
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function vitest({ node }, name, args, env) {
  const report = freshReport(name);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node('vitest/vitest.mjs', ['run', '--passWithNoTests', ...args, ...reporters], env);
  return countsOf(() => vitestCounts(report), code);
}

/** @param {Tools} tools */
async function browser({ node }) {
  if (browserTestFiles().length === 0) return { passed: 0, failed: 0 };
  const report = freshReport('browser');
  const env = { ...process.env, MILEPOST_CHROMIUM: await ensureChromium(), MILEPOST_BROWSER_COUNTS: report };
  const config = join(root, 'packages/cli/bootstrap/lib/browser-tests.config.mjs');
  const code = await node('@web/test-runner/dist/bin.js', ['--config', config], env);
  return countsOf(() => browserCounts(report), code);
}

/**
 * Each package on its own, because each has its own view of the world (Node, browser).
 * @param {Tools} tools
 */
async function checkTypes({ node }) {
  const counts = { passed: 0, failed: 0 };
  const folders = ['packages', 'plugins'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`));
  const projects = [...folders, 'shell', 'test', 'packages/cli/bootstrap'];
  const queue = projects.filter((path) => existsSync(join(root, path, 'tsconfig.json')));
  const work = async () => {
    for (let path = queue.shift(); path; path = queue.shift()) {
      const code = await node('@typescript/native/bin/tsc', ['--noEmit', '-p', path]);
      counts[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([work(), work()]);
  return counts;
}

/** @param {Tools} tools */
async function sizes({ node }) {
  const script = join(root, 'test/budgets/check-sizes.mjs');
  return existsSync(script) ? asOne(await node(script, [])) : { passed: 0, failed: 0 };
}

/** @param {string} name */
function freshReport(name) {
  const file = join(cache, `report-${name}.json`);
  rmSync(file, { force: true });
  return file;
}
