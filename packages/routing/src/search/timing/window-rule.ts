import type { NodeWindows } from '../node-windows.ts';

/** The earliest start of service at `time` or later; Infinity when the node closes before. */
export function nextOpen({ from, open, close }: NodeWindows, node: number, time: number): number {
  for (let w = from[node]!, end = from[node + 1]!; w < end; w++) {
    if (time <= close[w]! + 1e-9) return Math.max(time, open[w]!);
  }
  return Infinity;
}

/** The latest start of service at `time` or earlier; -Infinity when the node opens later. */
export function lastOpen({ from, open, close }: NodeWindows, node: number, time: number): number {
  for (let w = from[node + 1]! - 1; w >= from[node]!; w--) {
    if (open[w]! <= time + 1e-9) return Math.min(time, close[w]!);
  }
  return -Infinity;
}
