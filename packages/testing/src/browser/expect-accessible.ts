import 'axe-core/axe.js';
import type { AxeResults, RunOptions } from 'axe-core';
import type axe from 'axe-core';

/** What axe looks at: WCAG 2.2 AA and the rules axe calls best practice, less those about whole pages. */
const rules: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
    'heading-order': { enabled: false },
  },
  resultTypes: ['violations'],
};

/** One line for each violation: the rule, what it asks for and the first elements that break it. */
function describeViolations(results: AxeResults): string {
  return results.violations
    .map((violation) => {
      const places = violation.nodes.slice(0, 3).map((node) => `    ${node.target.join(' ')}\n    ${node.failureSummary ?? ''}`);
      return `  ${violation.id}: ${violation.help}\n${places.join('\n')}`;
    })
    .join('\n');
}

/**
 * Fails with one line for each rule that an element and everything in its shadow roots breaks.
 * `disable` names axe rules that do not apply to the case; say why beside the call.
 */
export async function expectAccessible(element: Element, { disable = [] }: { disable?: string[] } = {}): Promise<void> {
  const disabled = Object.fromEntries(disable.map((id) => [id, { enabled: false }]));
  const options = { ...rules, rules: { ...rules.rules, ...disabled } };
  const results: AxeResults = await window.axe.run(element, options);
  if (results.violations.length > 0) {
    throw new Error(`Not accessible: <${element.localName}>\n${describeViolations(results)}`);
  }
}

declare global {
  interface Window {
    /** Set by axe-core's script, which is no module. */
    axe: typeof axe;
  }
}
