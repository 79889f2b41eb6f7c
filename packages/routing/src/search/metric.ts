/** More places than this are not looked at: the answer would take longer than being careful. */
const MOST_PLACES = 200;

/**
 * Whether no detour is shorter than the direct way. Then a route that loses a visit stays feasible; where it is not so, or unknown, every
 * move is checked again.
 */
export function isMetric(matrix: Float64Array, places: number): boolean {
  if (places > MOST_PLACES) return false;
  for (let via = 0; via < places; via++) {
    for (let from = 0; from < places; from++) {
      const first = matrix[from * places + via]!;
      for (let to = 0; to < places; to++) {
        if (first + matrix[via * places + to]! < matrix[from * places + to]! - 1e-9) return false;
      }
    }
  }
  return true;
}
