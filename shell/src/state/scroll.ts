import { newId } from '@milepost/sdk';
import type { Router } from './router.ts';

const key = (): string => {
  const state = history.state as { milepostKey?: string } | null;
  return state?.milepostKey ?? '';
};

/**
 * Back and forward return to where the page was scrolled to; a new page starts at its top. Positions are kept by
 * history entry for this tab. Content that arrives late is waited for, for a second at most, unless the person scrolls.
 */
export function keepScroll(router: Router): void {
  history.scrollRestoration = 'manual';
  const positions = new Map<string, number>();
  const mark = (): void => {
    if (!key()) history.replaceState({ ...(history.state as object | null), milepostKey: newId() }, '');
  };
  mark();
  let pathname = location.pathname;
  let back = false;
  let present = key();
  addEventListener('scroll', () => positions.set(present, scrollY), { passive: true });
  addEventListener('popstate', () => (back = true), { capture: true });
  router.place.subscribe((place) => {
    mark();
    const moved = place.pathname !== pathname;
    pathname = place.pathname;
    present = key();
    if (moved) restore(back ? (positions.get(present) ?? 0) : 0);
    back = false;
  });
}

function restore(top: number): void {
  const stop = performance.now() + 1000;
  const ended = new AbortController();
  const end = (): void => ended.abort();
  for (const name of ['wheel', 'touchstart', 'keydown']) addEventListener(name, end, { passive: true, signal: ended.signal });
  const step = (): void => {
    if (ended.signal.aborted) return;
    scrollTo({ top, behavior: 'instant' });
    if (Math.abs(scrollY - top) > 1 && performance.now() < stop) requestAnimationFrame(step);
    else end();
  };
  step();
}
