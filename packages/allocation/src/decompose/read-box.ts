import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';

/** `boxOfKey` into a box that is there: once per pool it must not make a new one. */
export function readBox(axes: readonly Axis[], key: number, into: Box): void {
  let rest = key;
  for (let at = axes.length - 1; at >= 0; at -= 1) {
    const { length } = (axes[at] as Axis).ids;
    const above = Math.floor(rest / length);
    into[at] = rest - above * length;
    rest = above;
  }
}
