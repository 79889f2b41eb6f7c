import type { PluginHost } from '../host/types.ts';
import type { ElementContext, PluginElement, PluginElementClass } from '../plugin/define.ts';

/** An element on the page of a test. */
export interface MountedElement<T extends PluginElement> {
  readonly element: T;
  readonly container: HTMLElement;
  /** Waits until the element and its children have nothing left to render. */
  settled(): Promise<void>;
  unmount(): void;
}

const tags = new Map<PluginElementClass, string>();
const mounted = new Set<() => void>();

/**
 * Puts a plugin's element on the page as a host does: under a tag of the host's choice, with its three properties
 * set before it is connected. It is removed after each test (where there is an `afterEach`) or by `unmount`.
 */
export async function mountElement<T extends PluginElement>(
  elementClass: new () => T,
  host: PluginHost,
  context: Partial<ElementContext> = {},
  config: Readonly<Record<string, unknown>> = {},
): Promise<MountedElement<T>> {
  const element = document.createElement(tagOf(elementClass)) as T;
  element.host = host;
  element.context = { place: 'test', ...context };
  element.config = config;
  const container = document.createElement('div');
  container.append(element);
  document.body.append(container);
  const unmount = (): void => {
    mounted.delete(unmount);
    container.remove();
  };
  mounted.add(unmount);
  await settled(element);
  return { element, container, settled: () => settled(element), unmount };
}

function tagOf(elementClass: PluginElementClass): string {
  const known = tags.get(elementClass);
  if (known) return known;
  const tag = `mpt-element-${tags.size + 1}`;
  customElements.define(tag, elementClass);
  tags.set(elementClass, tag);
  return tag;
}

async function settled(element: Element): Promise<void> {
  // Loads that answer at once take a few turns before they show.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    await updated(element);
  }
}

async function updated(element: Element): Promise<void> {
  await (element as { updateComplete?: Promise<unknown> }).updateComplete;
  for (const child of element.shadowRoot?.querySelectorAll('*') ?? []) await updated(child);
}

const hooks = globalThis as { afterEach?: (run: () => void) => void };
hooks.afterEach?.(() => {
  for (const unmount of mounted) unmount();
});
