import { ZERO } from '../exact.ts';
import type { CurveModule } from './curve.ts';
import { assemble, flat, HUNDRED } from './piece.ts';

/** 非此即彼: the thing happened or it did not; nothing lies between. */
export interface EitherOrCurve {
  readonly kind: 'either-or';
  /** `zero`: exactly 0 earns everything (no complaints). `non-zero`: anything but 0 does (report handed in). */
  readonly earns: 'zero' | 'non-zero';
}

/** Either-or curve: full points or none. */
export const eitherOr: CurveModule<EitherOrCurve> = {
  axis: () => 'value',
  full: () => HUNDRED,
  pieces({ earns }) {
    const [atZero, elsewhere] = earns === 'zero' ? [HUNDRED, ZERO] : [ZERO, HUNDRED];
    const shapes = [flat(elsewhere), flat(atZero), flat(elsewhere)];
    return assemble(shapes, [ZERO, ZERO], (cut) => (cut === 0 ? 'right' : 'left'));
  },
  rule: ({ earns }) =>
    earns === 'zero'
      ? { zh: '非此即彼：为 0 得满分，否则 0 分', en: 'Either–or: 0 earns all, anything else nothing' }
      : { zh: '非此即彼：不为 0 得满分，否则 0 分', en: 'Either–or: anything but 0 earns all' },
};
