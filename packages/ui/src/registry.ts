import type { MpElementClass } from './base/mp-element.ts';
import { uiElements } from './ui-elements.ts';

const pending = new Map<string, Promise<void>>();

/**
 * Registers a class under a tag. The same class twice is accepted; another class under a taken tag is not
 * registered and is warned about, because the page goes on with the first one.
 */
export function registerElement(tag: string, elementClass: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, elementClass);
  else if (known !== elementClass) {
    console.warn(
      `<${tag}> is already registered with another class (${known.name}); ${elementClass.name} was not registered. ` +
        'Load the design system once, from the host.',
    );
  }
}

async function load(tag: string): Promise<void> {
  const loader = uiElements[tag];
  if (!loader) {
    throw new Error(
      `ui.unknown-element: <${tag}> is no element of the design system. Known are: ${Object.keys(uiElements).join(', ')}.`,
    );
  }
  const elementClass = await loader();
  await ensureElements(elementClass.uses ?? []);
  registerElement(tag, elementClass);
}

/**
 * Loads and registers elements of the design system and what they are made of, each once. A load that failed on
 * the network is tried again by the next call. Rejects with `ui.unknown-element` for a tag that is not ours.
 */
export async function ensureElements(tags: readonly string[]): Promise<void> {
  await Promise.all(
    tags.map((tag) => {
      let loading = pending.get(tag);
      if (!loading) {
        loading = load(tag);
        pending.set(tag, loading);
        loading.catch(() => pending.delete(tag));
      }
      return loading;
    }),
  );
}

export type { MpElementClass };
