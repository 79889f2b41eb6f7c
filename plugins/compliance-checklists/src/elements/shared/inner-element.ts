import type { PluginHost } from '@milepost/sdk';

/** An element this plugin puts inside its own views. */
export interface InnerElement extends HTMLElement {
  host: PluginHost;
}

const tags = new WeakMap<new () => HTMLElement, string>();

/** Makes an element of a class under a tag of its own, so that two versions of the plugin can be on one page. */
export function createInner<T extends HTMLElement>(elementClass: new () => T, name: string): T {
  let tag = tags.get(elementClass);
  if (!tag) {
    tag = name;
    for (let copy = 2; customElements.get(tag); copy++) tag = `${name}-${copy}`;
    customElements.define(tag, elementClass);
    tags.set(elementClass, tag);
  }
  return document.createElement(tag) as T;
}
