import type { PluginElementClass } from '@milepost/sdk';

const tags = new WeakMap<PluginElementClass, string>();
let count = 0;

/**
 * The tag of a class, registered under a name of the host's choice when it is first seen. The same class always has
 * the same tag; two versions of a view are two classes and get two. A class that registered itself keeps the tag it took.
 */
export function tagFor(elementClass: PluginElementClass, pluginId: string, view: string): string {
  const known = tags.get(elementClass) ?? takenName(elementClass);
  if (known) return known;
  const tag = `mpx-${pluginId}-${view.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${++count}`;
  customElements.define(tag, elementClass);
  tags.set(elementClass, tag);
  return tag;
}

function takenName(elementClass: PluginElementClass): string | null {
  const registry = customElements as CustomElementRegistry & { getName?(constructor: CustomElementConstructor): string | null };
  return registry.getName?.(elementClass) ?? null;
}
