import type { PluginElement } from '@milepost/sdk';
import { PluginFailure } from '../loader/plugin-failure.ts';
import { withTimeout } from '../loader/with-timeout.ts';

/**
 * Puts an element into the page and waits for its first render. Browsers do not throw what a `connectedCallback`
 * throws; they report it as an error event while the element is connected, so that is listened for.
 * @throws PluginFailure `render`.
 */
export async function connectAndRender(element: PluginElement, connect: () => void, timeoutMs: number): Promise<void> {
  let thrown: { readonly error: unknown } | null = null;
  const listen = (event: ErrorEvent): void => {
    thrown ??= { error: event.error ?? event.message };
  };
  addEventListener('error', listen);
  try {
    connect();
  } catch (error) {
    throw new PluginFailure('render', error);
  } finally {
    removeEventListener('error', listen);
  }
  const found = thrown as { readonly error: unknown } | null;
  if (found) throw new PluginFailure('render', found.error);
  const rendered = (element as { readonly updateComplete?: PromiseLike<unknown> }).updateComplete;
  if (!rendered) return;
  try {
    await withTimeout(rendered, timeoutMs);
  } catch (error) {
    throw new PluginFailure('render', error);
  }
}
