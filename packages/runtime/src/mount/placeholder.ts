/** Something to look at where a view will stand: a quiet block of the height that is kept free. */
export function createPlaceholder(label: string, minHeight: number): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', 'status');
  element.setAttribute('aria-busy', 'true');
  element.setAttribute('aria-label', label);
  element.dataset['mpPlaceholder'] = '';
  Object.assign(element.style, {
    blockSize: `${minHeight}px`,
    boxSizing: 'border-box',
    borderRadius: 'var(--mp-radius-card, 8px)',
    background: 'var(--mp-color-surface-sunken, rgb(127 127 127 / 0.12))',
  });
  return element;
}
