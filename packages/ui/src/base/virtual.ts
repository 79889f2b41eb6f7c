/** Rows beyond this are rendered only while they are near the view. */
export const VIRTUAL_FROM = 200;

/** Rows rendered above and below the view. */
const OVERSCAN = 12;

/** The part of a list that is rendered, and the space that stands for the rest, in CSS pixels. */
export interface Window {
  start: number;
  end: number;
  before: number;
  after: number;
}

/** Which rows of equal height are in view; all of them up to {@link VIRTUAL_FROM}. */
export function visibleWindow(count: number, rowHeight: number, scrollTop: number, viewHeight: number): Window {
  if (count <= VIRTUAL_FROM) return { start: 0, end: count, before: 0, after: 0 };
  // Even starts keep striping and screen reader positions steady while scrolling.
  const first = Math.max(0, Math.min(count - 1, Math.floor(scrollTop / rowHeight)) - OVERSCAN);
  const start = first - (first % 2);
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN);
  return { start, end, before: start * rowHeight, after: (count - end) * rowHeight };
}
