/** Registers the shell's own elements; the same class twice is harmless. */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, elementClass);
}
