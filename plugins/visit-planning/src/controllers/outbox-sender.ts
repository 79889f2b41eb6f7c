const firstMs = 5_000;
const longestMs = 60_000;

/**
 * Tries to send while something waits: soon at first, then less often. It holds one timer at most, none while nothing waits
 * and none once stopped.
 */
export class OutboxSender {
  readonly #waits: () => boolean;
  readonly #send: () => Promise<unknown>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = firstMs;
  #running = false;

  /** @param waits whether something is unsent; `send` tries to send it and throws nothing. */
  constructor(waits: () => boolean, send: () => Promise<unknown>) {
    this.#waits = waits;
    this.#send = send;
  }

  /** From now on what waits is sent by itself. */
  start(): void {
    this.#running = true;
    this.watch();
  }

  /** No more attempts until it is started again. */
  stop(): void {
    this.#running = false;
    this.#clear();
  }

  /** Looks whether something waits, and sees to the next attempt. */
  watch(): void {
    if (!this.#waits()) {
      this.#delay = firstMs;
      this.#clear();
    } else if (this.#running && this.#timer === undefined) {
      this.#timer = setTimeout(() => {
        this.#delay = Math.min(this.#delay * 2, longestMs);
        void this.now();
      }, this.#delay);
    }
  }

  /** Tries at once: the page was opened, shown again, or the gateway has just answered. */
  async now(): Promise<void> {
    this.#clear();
    if (this.#running && this.#waits()) await this.#send();
    this.watch();
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
