import type { PluginHost, ReactiveController, ReactiveControllerHost } from '@milepost/sdk';
import { failureOf } from '../elements/failure.ts';
import type { Failure } from '../elements/failure.ts';
import { Figures } from '../elements/figures.ts';

/** What a widget holds: nothing yet, a failure, or its data. */
export type WidgetState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly data: T };

/** Reads a widget's data when it appears and again on request; the newest reading wins. */
export class WidgetController<T> implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  readonly #read: (signal: AbortSignal) => Promise<T>;
  #reading: AbortController | undefined;
  state: WidgetState<T> = { kind: 'loading' };

  constructor(element: ReactiveControllerHost, host: () => PluginHost, read: (signal: AbortSignal) => Promise<T>) {
    this.#element = element;
    this.#host = host;
    this.#read = read;
    element.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  /** Reads anew. */
  async load(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#set({ kind: 'loading' });
    try {
      const data = await this.#read(reading.signal);
      if (!reading.signal.aborted) this.#set({ kind: 'ready', data });
    } catch (error) {
      const words = new Figures(this.#host());
      if (!reading.signal.aborted) this.#set({ kind: 'error', failure: failureOf(error, words, words.t('widget.failed')) });
    }
  }

  #set(state: WidgetState<T>): void {
    this.state = state;
    this.#element.requestUpdate();
  }
}
