import type { Shell } from '../state/shell.ts';

/** Whether keys belong to what has the focus. */
function types(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** `/` finds an account, `g h` and `g a` go places, `?` lists the keys. Letters with a modifier are left alone. */
export function listenToKeys(shell: Shell, focusSearch: () => void): void {
  let afterG = 0;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || types(event)) return;
    if (document.querySelector('dialog[open], mp-dialog[open]')) return;
    const follows = performance.now() - afterG < 1000;
    afterG = 0;
    if (event.key === '/') focusSearch();
    else if (event.key === '?') void import('../dialogs/help.ts').then(({ openHelp }) => openHelp(shell.texts));
    else if (follows && event.key === 'h') void shell.router.to({ page: 'home' });
    else if (follows && event.key === 'a') void shell.router.to({ page: 'accounts' });
    else {
      if (event.key === 'g') afterG = performance.now();
      return;
    }
    event.preventDefault();
  });
}
