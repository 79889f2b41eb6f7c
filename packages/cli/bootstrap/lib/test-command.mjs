import { mkdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Refusal, say } from './messages.mjs';
import { withNode } from './node-runtime.mjs';
import { prepare } from './prepare.mjs';
import { cache, root } from './project.mjs';
import { explain, seconds } from './report.mjs';
import { runInFront } from './run.mjs';
import { testSteps } from './test-steps.mjs';

/** @typedef {{ title: string, passed: number, failed: number, took: string }} Result */

/**
 * `npm test`: prepares what is missing and runs every check; `npm test -- unit browser` only these. One step's failure does
 * not hide the others'. The last line is `N passed, N failed`.
 * @param {string[]} names
 */
export async function test(names) {
  /** @type {Result[]} */
  const results = [];
  try {
    const steps = chosen(names);
    const node = await prepareFor(steps, results);
    mkdirSync(cache, { recursive: true });
    for (const step of steps) results.push(await runOne(step, node));
  } catch (error) {
    explain(error);
    results.push({ title: '', passed: 0, failed: 1, took: '' });
  }
  process.exitCode = summarize(results);
}

/** @param {string[]} names */
function chosen(names) {
  const known = testSteps.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Refusal({
      zh: `没有名为 ${unknown.join('、')} 的测试步骤，可选：${known.join('、')}。`,
      en: `There is no test step named ${unknown.join(', ')}; choose from ${known.join(', ')}.`,
    });
  }
  return testSteps.filter(({ name }) => names.length === 0 || names.includes(name));
}

/**
 * A build that fails is one failed test; what does not need it runs all the same.
 * @param {import('./test-steps.mjs').TestStep[]} steps
 * @param {Result[]} results
 */
async function prepareFor(steps, results) {
  const node = await prepare({ builds: false });
  if (!steps.some(({ builds }) => builds)) return node;
  try {
    await prepare({ builds: true });
  } catch (error) {
    explain(error);
    showLog(error);
    results.push({ title: say({ zh: '构建', en: 'Build' }), passed: 0, failed: 1, took: '' });
  }
  return node;
}

/**
 * Of a build on a machine that nobody can look into afterwards, the screen is all that stays.
 * @param {unknown} error
 */
function showLog(error) {
  if (error instanceof Refusal && error.logFile) console.error(readFileSync(error.logFile, 'utf8'));
}

/**
 * @param {import('./test-steps.mjs').TestStep} step
 * @param {string} node
 * @returns {Promise<Result>}
 */
async function runOne(step, node) {
  const title = say(step.title);
  const begun = performance.now();
  console.log(`\n━━ ${title}`);
  try {
    const tools = {
      /** @type {import('./test-steps.mjs').Tools['node']} */
      node: (script, args, env = process.env) => {
        const path = isAbsolute(script) ? script : join(root, 'node_modules', script);
        return runInFront(node, [path, ...args], { ...withNode(node), ...env, PATH: withNode(node).PATH });
      },
    };
    return { title, ...(await step.run(tools)), took: seconds(begun) };
  } catch (error) {
    explain(error);
    return { title, passed: 0, failed: 1, took: seconds(begun) };
  }
}

/**
 * @param {Result[]} results
 * @returns {number} exit code
 */
function summarize(results) {
  console.log('');
  for (const { title, passed, failed, took } of results) {
    if (title) console.log(`${failed ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${took})`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}
