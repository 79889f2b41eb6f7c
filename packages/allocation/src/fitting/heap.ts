/** A binary heap of node numbers by key; the smaller number goes first among equal keys. */
export class AscendingHeap {
  #keys: number[] = [];
  #items: number[] = [];

  clear(): void {
    this.#keys.length = 0;
    this.#items.length = 0;
  }

  push(key: number, item: number): void {
    const keys = this.#keys;
    const items = this.#items;
    let at = keys.length;
    keys.push(key);
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (keys[above]! < key || (keys[above] === key && items[above]! <= item)) break;
      keys[at] = keys[above]!;
      items[at] = items[above]!;
      at = above;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** Takes out the item with the least key; -1 when the heap is empty. */
  pop(): number {
    const keys = this.#keys;
    const items = this.#items;
    const first = items[0];
    if (first === undefined) return -1;
    const key = keys.pop()!;
    const item = items.pop()!;
    const size = keys.length;
    if (size === 0) return first;
    let at = 0;
    for (let below = 1; below < size; below = at * 2 + 1) {
      const right = below + 1;
      if (right < size && (keys[right]! < keys[below]! || (keys[right] === keys[below] && items[right]! < items[below]!)))
        below = right;
      if (keys[below]! > key || (keys[below] === key && items[below]! >= item)) break;
      keys[at] = keys[below]!;
      items[at] = items[below]!;
      at = below;
    }
    keys[at] = key;
    items[at] = item;
    return first;
  }
}
