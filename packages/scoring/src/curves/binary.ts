import { ZERO } from '../exact.ts';
import { edgeWords, threshold } from './edges.ts';
import { axisWords } from './curve.ts';
import type { Axis, CurveModule, Edge } from './curve.ts';
import { HUNDRED } from './piece.ts';

/** Everything once the threshold is met, otherwise nothing. */
export interface BinaryCurve {
  readonly kind: 'binary';
  readonly axis: Axis;
  readonly at: number;
  readonly edge: Edge;
}

/** Binary curve: 100 or 0. */
export const binary: CurveModule<BinaryCurve> = {
  axis: (curve) => curve.axis,
  full: () => HUNDRED,
  pieces: ({ at, edge }) => threshold(at, edge, HUNDRED, ZERO),
  rule({ axis, at, edge }, ratio) {
    const words = edgeWords(edge, axisWords(axis, ratio)(at));
    return {
      zh: `达标制：${words.zh} 得满分，否则 0 分`,
      en: `Met or not: ${words.en} earns all, otherwise nothing`,
    };
  },
};
