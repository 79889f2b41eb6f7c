const hook = Symbol.for('milepost.ui.ensure-elements');

interface ElementProvider {
  [hook]?: (tags: readonly string[]) => Promise<void>;
}

/** Called by the host once: how design-system elements are loaded on demand. */
export function provideElements(ensure: (tags: readonly string[]) => Promise<void>): void {
  (globalThis as ElementProvider)[hook] = ensure;
}

/**
 * Asks the host for elements of the design system (`mp-table`, `mp-tree-grid`, …). Tags upgrade in place when
 * they arrive, so a view may render at once.
 */
export function requireElements(...tags: readonly string[]): Promise<void> {
  const ensure = (globalThis as ElementProvider)[hook];
  return ensure ? ensure(tags) : Promise.resolve();
}
