import type { SearchModel } from './model.ts';

/** The clients nearest to each client, nearest first, itself included; found when first asked for. */
export class Neighbours {
  readonly #model: SearchModel;
  readonly #lists: (Int32Array | undefined)[];
  readonly #keys: Float64Array;
  readonly #most: number;

  /** @param most how many neighbours a list holds at most */
  constructor(model: SearchModel, most: number) {
    this.#model = model;
    this.#lists = new Array<Int32Array | undefined>(model.clients);
    this.#keys = new Float64Array(model.clients);
    this.#most = Math.min(most, model.clients);
  }

  /** Neighbours of a client by mean travel cost there and back. */
  of(client: number): Int32Array {
    return (this.#lists[client] ??= this.#find(client));
  }

  #find(client: number): Int32Array {
    const { cost, costTo, places, clients, instance } = this.#model;
    const { place } = instance.clients;
    const row = place[client]! * places;
    let longest = 1e-9;
    for (let other = 0; other < clients; other++)
      longest = Math.max(longest, cost[row + place[other]!]! + costTo[row + place[other]!]!);
    // Distance and number packed into one double: the native sort of numbers is far faster than one with a comparison.
    const scale = 1e9 / longest;
    for (let other = 0; other < clients; other++) {
      const near = other === client ? 0 : 1 + Math.floor((cost[row + place[other]!]! + costTo[row + place[other]!]!) * scale);
      this.#keys[other] = near * clients + other;
    }
    this.#keys.sort();
    return Int32Array.from(this.#keys.subarray(0, this.#most), (key) => key % clients);
  }
}
