import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit';

/**
 * Sets style properties from a template through the CSSOM: `<div ${styled({'--x': '3'})}>`. Lit's own styleMap
 * writes a style attribute first, which a strict Content Security Policy refuses.
 */
class StyledDirective extends Directive {
  #set = new Set<string>();

  override render(_properties: Record<string, string | number | undefined>): unknown {
    return noChange;
  }

  override update(part: ElementPart, [properties]: [Record<string, string | number | undefined>]): unknown {
    const { style } = part.element as HTMLElement;
    for (const name of this.#set) if (properties[name] === undefined) style.removeProperty(name);
    this.#set = new Set();
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined) continue;
      style.setProperty(name, String(value));
      this.#set.add(name);
    }
    return noChange;
  }
}

export const styled = directive(StyledDirective);
