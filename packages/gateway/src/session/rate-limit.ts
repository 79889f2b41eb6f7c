import { ApiProblem } from '../http/problem.ts';

/** Refuses a caller who tries too often: a bucket for each address that refills with time. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts one attempt. @throws ApiProblem `login.too-many` with `Retry-After`. */
  take(address: string, now = Date.now()): void {
    const bucket = this.#buckets.get(address) ?? { left: this.#perMinute, at: now };
    bucket.left = Math.min(this.#perMinute, bucket.left + ((now - bucket.at) / 60_000) * this.#perMinute);
    bucket.at = now;
    if (this.#buckets.size > 10_000) this.#buckets.clear();
    this.#buckets.set(address, bucket);
    if (bucket.left < 1) {
      const seconds = Math.ceil(((1 - bucket.left) / this.#perMinute) * 60);
      throw new ApiProblem('login.too-many', { headers: { 'retry-after': String(seconds) } });
    }
    bucket.left -= 1;
  }
}
