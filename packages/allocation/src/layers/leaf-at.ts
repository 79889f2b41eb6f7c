import type { Grid } from '../grid.ts';

/** The leaf position on axis `at` of a cell. */
export function leafAt({ rows, width }: Grid, at: number, position: number): number {
  const column = rows[at];
  return column === undefined ? position % width : (column[Math.floor(position / width)] as number);
}
