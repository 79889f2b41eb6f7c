/** The first heading of an element, also inside shadow roots. */
function findTitle(root: ParentNode): HTMLElement | null {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === 'h1') return element;
    const inner = element.shadowRoot && findTitle(element.shadowRoot);
    if (inner) return inner;
  }
  return null;
}

/** After a navigation the focus stands on the page's title, so that a screen reader says where one is. */
export function focusTitle(page: HTMLElement, waitMs = 1500): void {
  const stop = performance.now() + waitMs;
  const before = document.activeElement;
  const attempt = (): void => {
    // The person was quicker and is already somewhere on the new page.
    if (document.activeElement !== before && document.activeElement !== document.body) return;
    const title = findTitle(page);
    if (title?.textContent?.trim()) {
      title.tabIndex = -1;
      title.style.outline = 'none';
      title.focus({ preventScroll: true });
    } else if (performance.now() < stop) {
      setTimeout(attempt, 50);
    }
  };
  attempt();
}
