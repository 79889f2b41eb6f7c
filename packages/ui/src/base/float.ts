/** On which side of its anchor something floats, if there is room. */
export type Side = 'top' | 'bottom';

/**
 * Places a popover (fixed, in the top layer) beside an anchor: on the preferred side if it fits, else on the other,
 * and always inside the window. Distances in CSS pixels.
 */
export function placeFloat(
  floating: HTMLElement,
  anchor: DOMRect,
  { side = 'bottom', align = 'start', gap = 4 }: { side?: Side; align?: 'start' | 'center' | 'end'; gap?: number } = {},
): void {
  const { width, height } = floating.getBoundingClientRect();
  const room = { top: anchor.top, bottom: window.innerHeight - anchor.bottom };
  const other: Side = side === 'top' ? 'bottom' : 'top';
  const chosen = room[side] >= height + gap || room[side] >= room[other] ? side : other;
  const top = chosen === 'top' ? anchor.top - height - gap : anchor.bottom + gap;
  const lefts = {
    start: anchor.left,
    center: anchor.left + (anchor.width - width) / 2,
    end: anchor.right - width,
  };
  const left = Math.min(Math.max(8, lefts[align]), Math.max(8, window.innerWidth - width - 8));
  floating.style.setProperty('top', `${Math.max(8, top)}px`);
  floating.style.setProperty('left', `${left}px`);
}
