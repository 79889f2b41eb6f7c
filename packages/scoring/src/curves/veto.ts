import { ZERO } from '../exact.ts';
import { edgeWords, threshold } from './edges.ts';
import type { CurveModule, Edge } from './curve.ts';
import { HUNDRED } from './piece.ts';

/** 一票否决: one event too many takes everything. As an item's curve it zeroes the item; a card's veto widens the reach. */
export interface VetoCurve {
  readonly kind: 'veto';
  /** The value that triggers; usually 1 event. */
  readonly at: number;
  /** The side that triggers; usually `at-or-above`. */
  readonly edge: Edge;
}

/** Veto curve: 0 where it triggers, 100 elsewhere. */
export const veto: CurveModule<VetoCurve> = {
  axis: () => 'value',
  full: () => HUNDRED,
  pieces: ({ at, edge }) => threshold(at, edge, ZERO, HUNDRED),
  rule({ at, edge }) {
    const words = edgeWords(edge, String(at));
    return { zh: `一票否决：${words.zh} 触发`, en: `Veto: triggered at ${words.en}` };
  },
};
