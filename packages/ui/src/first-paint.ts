/**
 * The elements of a first paint in one chunk. A host that imports this statically spends one request on them;
 * their lazy loaders then resolve to the same modules.
 */
import { MpButton } from './elements/button/button.ts';
import { MpCard } from './elements/card/card.ts';
import { MpFigure, MpFigures } from './elements/figure/figure.ts';
import { MpIcon } from './elements/icon/icon.ts';
import { MpPage } from './elements/page/page.ts';
import { MpState } from './elements/state/state.ts';
import { registerElement } from './registry.ts';

/** The classes by tag. */
export const firstPaintElements = {
  'mp-state': MpState,
  'mp-icon': MpIcon,
  'mp-button': MpButton,
  'mp-card': MpCard,
  'mp-figure': MpFigure,
  'mp-figures': MpFigures,
  'mp-page': MpPage,
} as const;

/** Registers them at once, without waiting. */
export function registerFirstPaint(): void {
  for (const [tag, elementClass] of Object.entries(firstPaintElements)) registerElement(tag, elementClass);
}
