import type { Instance } from '../instance.ts';

/**
 * Windows by node (visit of a client on a day), promises applied. The windows of node x are `from[x]` to `from[x + 1] - 1`. `first` and
 * `last` hold opening and closing of the only window where there is one; a closed node opens at Infinity.
 */
export interface NodeWindows {
  readonly from: Int32Array;
  readonly open: Float64Array;
  readonly close: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Most windows of one node. */
  readonly most: number;
  /** Somebody opens after the first departure, closes before the last return, or is closed. */
  readonly binding: boolean;
}

/** Orders the windows of an instance by node; a promise with a window takes the place of the client's hours of that day. */
export function nodeWindows({ clients, days, windows, fixed, slots }: Instance): NodeWindows {
  const nodes = clients.count * days;
  const earliest = slots.earliest.reduce((a, b) => Math.min(a, b), Infinity);
  const latest = slots.latest.reduce((a, b) => Math.max(a, b), -Infinity);
  const promise = new Map<number, number>();
  for (let i = 0; i < fixed.count; i++) {
    if (fixed.open[i]! > -Infinity || fixed.close[i]! < Infinity)
      promise.set(fixed.day[i]! * clients.count + fixed.client[i]!, i);
  }
  const from = new Int32Array(nodes + 1);
  const first = new Float64Array(nodes).fill(Infinity);
  const last = new Float64Array(nodes).fill(-Infinity);
  const open: number[] = [];
  const close: number[] = [];
  let most = 0;
  let binding = false;
  for (let node = 0; node < nodes; node++) {
    const client = node % clients.count;
    const row = client * days + Math.floor(node / clients.count);
    const kept = promise.get(node);
    if (kept !== undefined) {
      open.push(fixed.open[kept]!);
      close.push(fixed.close[kept]!);
    } else if (windows === null) {
      open.push(-Infinity);
      close.push(Infinity);
    } else {
      for (let w = windows.from[row]!; w < windows.from[row + 1]!; w++) {
        open.push(windows.open[w]!);
        close.push(windows.close[w]!);
      }
    }
    const begin = from[node]!;
    from[node + 1] = open.length;
    most = Math.max(most, open.length - begin);
    if (open.length > begin) {
      first[node] = open[begin]!;
      last[node] = close[open.length - 1]!;
    }
    binding ||= first[node]! > earliest || last[node]! < latest;
  }
  return { from, open: Float64Array.from(open), close: Float64Array.from(close), first, last, most, binding };
}
