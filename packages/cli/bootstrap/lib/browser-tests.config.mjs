import { writeFileSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { browserTestFiles } from './browser-test-files.mjs';
import base from '../../../../.config/web-test-runner.mjs';

/** The browser tests as `npm test` runs them: the project's own configuration, and a count for the last line. */
export default {
  ...base,
  files: browserTestFiles(),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countingReporter()],
};

/** Writes `{ passed, failed }` to the file named in MILEPOST_BROWSER_COUNTS. A file that does not load counts as one failed. */
function countingReporter() {
  return {
    /** @param {{ sessions: Iterable<import('@web/test-runner').TestSession> }} run */
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const session of sessions) {
        const before = counts.failed;
        if (session.testResults) addSuite(counts, session.testResults);
        if (!session.passed && counts.failed === before) counts.failed += 1;
      }
      writeFileSync(process.env.MILEPOST_BROWSER_COUNTS ?? '', JSON.stringify(counts));
    },
  };
}

/**
 * @param {{ passed: number, failed: number }} counts
 * @param {import('@web/test-runner').TestSuiteResult} suite
 */
function addSuite(counts, suite) {
  for (const test of suite.tests) {
    if (test.skipped) continue;
    counts[test.passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite.suites) addSuite(counts, inner);
}
