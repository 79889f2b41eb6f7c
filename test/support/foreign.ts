import type { Page } from 'playwright-core';

/** Waits until so many widgets of a foreign page said that they are ready. */
export async function widgetsReady(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const shown = [...document.querySelectorAll('milepost-widget')].filter((widget) =>
        widget.shadowRoot?.querySelector('a.open'),
      );
      return shown.length === wanted;
    },
    count,
    { timeout: 30_000 },
  );
  await page.waitForLoadState('networkidle');
}

/** What a guest must not change in a page. */
export interface HostState {
  /** Computed styles of every element of the page itself, without those whose size a widget changes. */
  readonly styles: readonly string[];
  readonly sheets: readonly number[];
  readonly globals: readonly string[];
  /** Elements of the page outside widgets. */
  readonly outside: readonly string[];
}

/** Reads it. */
export async function hostStyles(page: Page): Promise<HostState> {
  return await page.evaluate(() => {
    // A widget is as high as it needs: everything else about its neighbours stays.
    const geometry =
      /^(block-size|height|inline-size|width|perspective-origin|transform-origin|grid-template-(rows|columns)|(min|max)-(block|inline)-size)$|^--/;
    const elements = [...document.querySelectorAll('*')].filter(
      (element) => element.localName !== 'milepost-widget' && !element.closest('head'),
    );
    const describe = (element: Element): string => {
      const style = getComputedStyle(element);
      return `${element.localName} ${[...style]
        .filter((name) => !geometry.test(name))
        .map((name) => `${name}:${style.getPropertyValue(name)}`)
        .join(';')}`;
    };
    return {
      styles: elements.map(describe),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, document.head.childElementCount],
      globals: Object.getOwnPropertyNames(globalThis)
        .filter((name) => !/^\d+$/.test(name))
        .sort(),
      outside: elements.map(
        ({ localName, attributes }) =>
          `${localName} ${[...attributes].map(({ name, value }) => `${name}=${name === 'nonce' ? '' : value}`).join(' ')}`,
      ),
    };
  });
}
