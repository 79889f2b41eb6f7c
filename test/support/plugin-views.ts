import type { Page } from 'playwright-core';

/** A plugin's view on the page: `view` is what its manifest calls it, `error` when a card stands in its place. */
export interface ShownView {
  readonly plugin: string;
  readonly view: string;
}

/** The views of plugins on a page, in their order; `error` is the name of the view where an error card stands. */
export async function pluginViews(page: Page): Promise<readonly ShownView[]> {
  return await page.evaluate(() => {
    const found: { plugin: string; view: string }[] = [];
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const plugin = element instanceof HTMLElement ? element.dataset['mpPlugin'] : undefined;
        if (plugin) {
          const tag = element.firstElementChild?.localName ?? '';
          const view = tag === 'mp-plugin-error' ? 'error' : (new RegExp(`^mpx-${plugin}-(.*)-\\d+$`).exec(tag)?.[1] ?? tag);
          found.push({ plugin, view });
        }
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return found;
  });
}
