import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { messageKeys, wrongLanguage } from './catalogues.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Texts on the page that somebody can see or hear: text nodes, labels and titles, through shadow roots. */
export async function visibleTexts(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const texts = new Set<string>();
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (['SCRIPT', 'STYLE', 'TEMPLATE'].includes(element.tagName)) continue;
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.checkVisibility()) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.add(element.getAttribute(name) ?? '');
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.add((node.textContent ?? '').trim());
      }
    };
    visit(document);
    texts.delete('');
    return [...texts];
  });
}

/** What is wrong with the words on a page: keys instead of texts, the other language, values that are none. */
export async function wordFindings(page: Page, locale: 'zh-CN' | 'en'): Promise<readonly string[]> {
  const texts = await visibleTexts(page);
  const keys = texts.filter((text) => messageKeys.has(text)).map((text) => `untranslated key: ${text}`);
  const values = texts
    .filter((text) => /\b(undefined|NaN|Infinity)\b|\[object |\{\w+\}|\bnull\b/.test(text))
    .map((text) => `not a value: ${text}`);
  return [...keys, ...values, ...wrongLanguage(texts, locale).map((text) => `not in ${locale}: ${text}`)];
}

/** What sticks out of the page to the side, with the elements that do it. Empty when nothing does. */
export async function overflowFindings(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const wide: string[] = [];
    const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible';
    const visit = (within: Document | ShadowRoot | Element): void => {
      for (const element of within.children) {
        const { right } = element.getBoundingClientRect();
        if (right > innerWidth + 1 && element.checkVisibility())
          wide.push(
            `<${element.localName}${element.className ? ` class="${String(element.className)}"` : ''}> ends at ${Math.round(right)}`,
          );
        if (clips(element)) continue;
        if (element.shadowRoot) visit(element.shadowRoot);
        visit(element);
      }
    };
    visit(document);
    return [`the page is ${root.scrollWidth} px wide in ${innerWidth} px`, ...wide.slice(-4)];
  });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds under WCAG 2.2 AA and its best practices, one line for each rule with the first places. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Through the debugger: the page's policy lets nobody add scripts.
  const result: AxeResult = await page.evaluate(`(async () => {
    if (!globalThis.axe) { ${axeSource} }
    return await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  })()`);
  return result.violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(
        ({ target, failureSummary }) =>
          `    ${JSON.stringify(target)}\n      ${(failureSummary ?? '').replaceAll('\n', '\n      ')}`,
      );
    return `${id}: ${help} (${nodes.length})\n${places.join('\n')}`;
  });
}
