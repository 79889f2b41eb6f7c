import { placeClient } from './place-client.ts';
import type { SearchState } from './state.ts';

/** Scratch space for putting clients in order. */
export interface RecreateScratch {
  readonly order: Int32Array;
  readonly key: Float64Array;
}

/** Room for all clients of a model. */
export function recreateScratch(clients: number): RecreateScratch {
  return { order: new Int32Array(clients), key: new Float64Array(clients) };
}

/**
 * Puts the clients of the move back, one after another at their cheapest places, now and then passing over a position (greedy insertion
 * with blinks, Christiaens & Vanden Berghe 2020, section 5.2). The order changes from move to move: random, by demand, by number of
 * visits, by distance, by width and beginning of the window.
 */
export function recreate(state: SearchState, scratch: RecreateScratch): void {
  const { move } = state;
  const { order, key } = scratch;
  const count = move.clientCount;
  const rule = Math.floor(state.random.next() * (state.model.timing === 'plain' ? 11 : 17));
  for (let i = 0; i < count; i++) {
    const client = move.clients[i]!;
    // Promises come first: their day is not to choose.
    const value = state.model.promisesOf[client]! > 0 ? -Infinity : sortKey(state, client, rule);
    let at = i;
    while (at > 0 && key[at - 1]! > value) {
      key[at] = key[at - 1]!;
      order[at] = order[at - 1]!;
      at--;
    }
    key[at] = value;
    order[at] = client;
  }
  for (let i = 0; i < count; i++) placeClient(state, order[i]!);
}

/** Smaller is placed earlier. The shares are those of the paper, with the number of visits beside the demand. */
function sortKey(state: SearchState, client: number, rule: number): number {
  const { model, random } = state;
  const { clients, slots } = model.instance;
  if (rule < 4) return random.next();
  if (rule < 6) return -clients.demand[client]!;
  if (rule < 8) return random.next() - clients.visits[client]!;
  const depot = slots.count === 0 ? 0 : slots.startPlace[0]!;
  const far = model.cost[depot * model.places + clients.place[client]!]!;
  if (rule < 10) return -far;
  if (rule < 11) return far;
  const { first, last } = model.windows;
  if (rule < 13) return last[client]! - first[client]!;
  return rule < 15 ? first[client]! : -last[client]!;
}
