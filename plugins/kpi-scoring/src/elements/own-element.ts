const tags = new WeakMap<CustomElementConstructor, string>();
let count = 0;

/**
 * Makes an element of the plugin's own. The tag is taken when first needed and never fixed: two versions of the plugin on one
 * page do not meet. Lit renders the element as a node: `html`${this.detail}``.
 */
export function createOwn<T extends HTMLElement>(elementClass: new () => T): T {
  let tag = tags.get(elementClass);
  if (tag === undefined) {
    do tag = `kpi-part-${(count += 1)}`;
    while (customElements.get(tag));
    customElements.define(tag, elementClass);
    tags.set(elementClass, tag);
  }
  return document.createElement(tag) as T;
}
