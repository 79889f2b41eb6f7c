import type { Disposer, Observable } from '@milepost/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Re-renders an element when one of some observables changes; `change` runs first. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #observables: () => readonly Observable<unknown>[];
  readonly #change: (() => void) | undefined;
  #disposers: Disposer[] = [];

  constructor(host: ReactiveControllerHost, observables: () => readonly Observable<unknown>[], change?: () => void) {
    this.#host = host;
    this.#observables = observables;
    this.#change = change;
    host.addController(this);
  }

  hostConnected(): void {
    const redraw = (): void => {
      this.#change?.();
      this.#host.requestUpdate();
    };
    this.#disposers = this.#observables().map((observable) => observable.subscribe(redraw));
  }

  hostDisconnected(): void {
    for (const dispose of this.#disposers.splice(0)) dispose();
  }
}
