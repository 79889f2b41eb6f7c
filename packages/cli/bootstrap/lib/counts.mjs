import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Reads the JSON report of vitest. A test file that could not even be loaded has no tests in the report, and counts as one failed.
 * @param {string} file
 * @returns {Counts}
 */
export function vitestCounts(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * Reads what our reporter of the browser tests wrote.
 * @param {string} file
 * @returns {Counts}
 */
export const browserCounts = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The counts of a runner, corrected by its exit code: one that fails without naming a failed test, or leaves no report, failed once.
 * @param {() => Counts} read
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(read, exitCode) {
  try {
    const counts = read();
    return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/**
 * A check without tests of its own counts as one.
 * @param {number} exitCode
 * @returns {Counts}
 */
export const asOne = (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
