/** Below this many candidates a sort by insertion beats another partition. */
const FEW = 24;

/**
 * The `count`-th greatest of `list[0 … size)`, which is reordered: selection by partition (Hoare 1961) with the median of
 * three as pivot, linear on average whatever the order. `count` from 1 to `size`; no NaN.
 */
export function selectGreatest(list: Float64Array, size: number, count: number): number {
  const wanted = count - 1;
  let left = 0;
  let right = size - 1;
  while (right - left >= FEW) {
    const pivot = median(list[left] as number, list[(left + right) >> 1] as number, list[right] as number);
    let [low, high] = [left, right];
    while (low <= high) {
      while ((list[low] as number) > pivot) low += 1;
      while ((list[high] as number) < pivot) high -= 1;
      if (low > high) break;
      const swapped = list[low] as number;
      list[low] = list[high] as number;
      list[high] = swapped;
      low += 1;
      high -= 1;
    }
    if (wanted <= high) right = high;
    else if (wanted >= low) left = low;
    else return list[wanted] as number;
  }
  insertionSort(list, left, right);
  return list[wanted] as number;
}

/** Greatest first. */
function insertionSort(list: Float64Array, left: number, right: number): void {
  for (let at = left + 1; at <= right; at += 1) {
    const value = list[at] as number;
    let place = at - 1;
    for (; place >= left && (list[place] as number) < value; place -= 1) list[place + 1] = list[place] as number;
    list[place + 1] = value;
  }
}

function median(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : Math.max(a, c);
  return a < c ? a : Math.max(b, c);
}
