/**
 * What a vehicle costs when vehicles come first: more than any plan's whole way can, so that one vehicle fewer always wins. No plan is
 * longer than going to each client and back on every day.
 */
export function vehicleCost(distance: Float64Array, clients: number, days: number): number {
  let longest = 0;
  for (const length of distance) longest = Math.max(longest, length);
  return Math.max(1, Math.ceil(2 * longest * Math.max(1, clients) * days));
}
