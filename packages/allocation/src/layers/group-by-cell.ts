/** Positions grouped by the cell above them: those of cell c are `order[starts[c] … starts[c + 1])`, ascending. */
export interface Groups {
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** Counting sort of positions by `up[position]`; -1 belongs to no cell. */
export function groupByCell(up: Int32Array, cells: number): Groups {
  const starts = new Int32Array(cells + 1);
  for (const cell of up) if (cell >= 0) starts[cell + 1] = (starts[cell + 1] as number) + 1;
  for (let cell = 0; cell < cells; cell += 1) starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  const next = starts.slice();
  const order = new Int32Array(starts[cells] as number);
  up.forEach((cell, position) => {
    if (cell < 0) return;
    order[next[cell] as number] = position;
    next[cell] = (next[cell] as number) + 1;
  });
  return { starts, order };
}
