/** Sorting cells that are held in columns of small integers: a stable counting sort per column, linear in the cells. */

/**
 * The numbers 0 to `length` − 1 sorted by the columns, the first one counting most; cells that agree in all of them keep
 * their order. `sizes[i]` is one more than the greatest number in `columns[i]`.
 */
export function orderOf(length: number, columns: readonly Int32Array[], sizes: readonly number[]): Int32Array {
  let order = Int32Array.from({ length }, (_, index) => index);
  for (let at = columns.length - 1; at >= 0; at -= 1) order = sortBy(order, columns[at] as Int32Array, sizes[at] as number);
  return order;
}

function sortBy(order: Int32Array, column: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(size + 1);
  for (let at = 0; at < column.length; at += 1)
    starts[(column[at] as number) + 1] = (starts[(column[at] as number) + 1] as number) + 1;
  for (let value = 0; value < size; value += 1) starts[value + 1] = (starts[value + 1] as number) + (starts[value] as number);
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const cell = order[at] as number;
    const value = column[cell] as number;
    const place = starts[value] as number;
    sorted[place] = cell;
    starts[value] = place + 1;
  }
  return sorted;
}

/**
 * The first place in `order` from `low` up to `high` whose cell has at least `wanted` in the column; there the column must
 * ascend.
 */
export function lowerPlace(order: Int32Array, column: Int32Array, wanted: number, low: number, high: number): number {
  let [left, right] = [low, high];
  while (left < right) {
    const middle = (left + right) >> 1;
    if ((column[order[middle] as number] as number) < wanted) left = middle + 1;
    else right = middle;
  }
  return left;
}
