import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveTransport } from './transport.ts';

const ROWS = 7;
const COLUMNS = 9;

/** The least sum of costs around any circle of possible steps (Floyd and Warshall): below 0 when the placement can be bettered. */
function cheapestCircle(cost: readonly number[], steps: Float64Array): number {
  const nodes = ROWS + COLUMNS;
  const best = Array.from({ length: nodes }, () => new Float64Array(nodes).fill(Infinity));
  cost.forEach((price, cell) => {
    const row = Math.floor(cell / COLUMNS);
    const column = ROWS + (cell % COLUMNS);
    if (steps[cell] === 0) best[row]![column] = price;
    else best[column]![row] = -price;
  });
  for (let via = 0; via < nodes; via += 1) {
    for (const from of best) for (let to = 0; to < nodes; to += 1) from[to] = Math.min(from[to]!, from[via]! + best[via]![to]!);
  }
  return Math.min(...best.map((from, node) => from[node]!));
}

describe('a transportation problem of single units', () => {
  it('places what is needed so that no exchange saves anything', () => {
    const price = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(price, fc.boolean()), { minLength: 63, maxLength: 63 }), (cells) => {
        const cost = cells.map(([one]) => one / 1000);
        const need = new Float64Array(ROWS + COLUMNS);
        cells.forEach(([, placed], cell) => {
          need[Math.floor(cell / COLUMNS)]! += placed ? 1 : 0;
          need[ROWS + (cell % COLUMNS)]! += placed ? 1 : 0;
        });
        const steps = solveTransport({
          nodes: ROWS + COLUMNS,
          need,
          split: ROWS,
          tail: Int32Array.from(cells, (_, cell) => Math.floor(cell / COLUMNS)),
          head: Int32Array.from(cells, (_, cell) => ROWS + (cell % COLUMNS)),
          cost: Float64Array.from(cost),
          down: new Float64Array(63),
          up: new Float64Array(63).fill(1),
        })!;
        const sums = new Float64Array(ROWS + COLUMNS);
        steps.forEach((step, cell) => {
          sums[Math.floor(cell / COLUMNS)]! += step;
          sums[ROWS + (cell % COLUMNS)]! += step;
        });
        expect([...sums]).toEqual([...need]);
        // Costs are compared in grains of a millionth.
        expect(cheapestCircle(cost, steps)).toBeGreaterThan(-1e-4);
      }),
    );
  });

  it('goes further than one unit only where it must, and answers null where that is forbidden', () => {
    const problem = {
      nodes: 2,
      need: Float64Array.of(5, 5),
      split: 1,
      tail: Int32Array.of(0, 0),
      head: Int32Array.of(1, 1),
      cost: Float64Array.of(-0.5, 0.5),
      down: Float64Array.of(0, 0),
      up: Float64Array.of(9, 1),
    };
    expect([...solveTransport(problem)!]).toEqual([4, 1]);
    expect(solveTransport({ ...problem, up: Float64Array.of(3, 1) })).toBeNull();
  });
});
