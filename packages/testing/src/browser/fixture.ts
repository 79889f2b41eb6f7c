/// <reference types="mocha" />
import { render } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

const mounted = new Set<HTMLElement>();

/**
 * Renders a template into the page, waits until its first element has rendered, and answers that element.
 * Everything mounted is removed after each test.
 */
export async function fixture<T extends Element>(template: TemplateResult): Promise<T> {
  const container = document.createElement('div');
  document.body.append(container);
  mounted.add(container);
  render(template, container);
  const element = container.firstElementChild as T | null;
  if (!element) throw new Error('fixture(): the template has no element');
  await settled(element);
  return element;
}

/** Waits until an element and the elements it renders have nothing left to update. */
export async function settled(element: Element): Promise<void> {
  await (element as Partial<LitElement>).updateComplete;
  for (const child of element.shadowRoot?.querySelectorAll('*') ?? []) {
    if ('updateComplete' in child) await child.updateComplete;
  }
}

/** The next event of this name on a target; rejects after two seconds so that a test names what it waited for. */
export function nextEvent<T extends Event>(target: EventTarget, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No "${name}" event within 2 s`)), 2000);
    target.addEventListener(
      name,
      (event) => {
        clearTimeout(timer);
        resolve(event as T);
      },
      { once: true },
    );
  });
}

if (typeof afterEach === 'function') {
  afterEach(() => {
    for (const container of mounted) container.remove();
    mounted.clear();
  });
}
