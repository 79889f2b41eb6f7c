import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Disposer, Observable, PluginHost } from '../host/types.ts';

/**
 * Re-renders an element when the scope, language, theme or connection changes, and stops when it is removed.
 *
 * ```ts
 * class MyView extends LitElement {
 *   @property({ attribute: false }) host!: PluginHost;
 *   watch = new HostController(this, () => this.host, { onScope: () => this.load() });
 * }
 * ```
 */
export class HostController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  readonly #onScope: (() => void) | undefined;
  #disposers: Disposer[] = [];

  constructor(element: ReactiveControllerHost, host: () => PluginHost, options: { onScope?: () => void } = {}) {
    this.#element = element;
    this.#host = host;
    this.#onScope = options.onScope;
    element.addController(this);
  }

  hostConnected(): void {
    const host = this.#host();
    const redraw = (): void => this.#element.requestUpdate();
    const all: readonly Observable<unknown>[] = [host.i18n.locale, host.theme, host.online, host.navigate.location];
    this.#disposers = all.map((observable) => observable.subscribe(redraw));
    this.#disposers.push(
      host.scope.subscribe(() => {
        this.#onScope?.();
        redraw();
      }),
    );
  }

  hostDisconnected(): void {
    for (const dispose of this.#disposers.splice(0)) dispose();
  }
}
