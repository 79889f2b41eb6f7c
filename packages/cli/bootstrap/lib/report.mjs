import { Refusal, say } from './messages.mjs';

/** How often a long step says that it is still going on. */
const HEARTBEAT_MS = 15_000;

/** @typedef {{ name: string, begun: number, heartbeat: NodeJS.Timeout }} Step */

/**
 * Says that a step begins. Plain lines, no spinner: logs of machines and screen readers read them too.
 * @param {import('./messages.mjs').Text} text
 * @returns {Step}
 */
export function started(text) {
  const name = say(text);
  const begun = performance.now();
  console.log(`… ${name}`);
  const heartbeat = setInterval(() => {
    console.log(`  ${name} ${say({ zh: '仍在进行', en: 'is still going on' })} (${seconds(begun)})`);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return { name, begun, heartbeat };
}

/**
 * Says that a step ended and how long it took.
 * @param {Step} step
 * @param {'done' | 'failed'} [how]
 */
export function finished(step, how = 'done') {
  clearInterval(step.heartbeat);
  console.log(`${how === 'done' ? '✓' : '✗'} ${step.name} (${seconds(step.begun)})`);
}

/** @param {number} begun */
export const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/**
 * Ends with one clear line for an expected failure; an unexpected one shows its stack, because it is our mistake.
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return;
  }
  const log = error.logFile ? say({ zh: `详细日志：${error.logFile}`, en: `Log: ${error.logFile}` }) : '';
  console.error([error.message, log].filter(Boolean).join(say({ zh: '', en: ' ' })));
}
