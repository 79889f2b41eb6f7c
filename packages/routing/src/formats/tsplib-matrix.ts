/** How the numbers of an EXPLICIT matrix are laid out: for each row the columns that are written. */
const layouts: Readonly<Record<string, (row: number, size: number) => readonly [from: number, until: number]>> = {
  FULL_MATRIX: (_, size) => [0, size],
  UPPER_ROW: (row, size) => [row + 1, size],
  LOWER_ROW: (row) => [0, row],
  UPPER_DIAG_ROW: (row, size) => [row, size],
  LOWER_DIAG_ROW: (row) => [0, row + 1],
  // By columns, the upper triangle is the lower one by rows, and the other way round.
  UPPER_COL: (row) => [0, row],
  LOWER_COL: (row, size) => [row + 1, size],
  UPPER_DIAG_COL: (row) => [0, row + 1],
  LOWER_DIAG_COL: (row, size) => [row, size],
};

/** Whether this EDGE_WEIGHT_FORMAT is known. */
export function isMatrixLayout(name: string): boolean {
  return Object.hasOwn(layouts, name);
}

/** How many numbers a matrix of this layout has. */
export function matrixLength(name: string, size: number): number {
  return name === 'FULL_MATRIX' ? size * size : (size * (size + (name.includes('DIAG') ? 1 : -1))) / 2;
}

/** The whole matrix; only FULL_MATRIX may be asymmetric. The way from a place to itself is 0 whatever the file says. */
export function explicitMatrix(name: string, size: number, numbers: readonly number[]): Float64Array {
  const columns = layouts[name] as (row: number, size: number) => readonly [number, number];
  const matrix = new Float64Array(size * size);
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    const [from, until] = columns(row, size);
    for (let column = from; column < until; column += 1) {
      const value = numbers[at] as number;
      at += 1;
      if (row === column) continue;
      matrix[row * size + column] = value;
      if (name !== 'FULL_MATRIX') matrix[column * size + row] = value;
    }
  }
  return matrix;
}
