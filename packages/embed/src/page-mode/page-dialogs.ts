/** Notices and questions of widgets on a foreign page: one holder at the end of the body, gone when nothing is shown. */
import { applyTokens, ensureElements } from '@milepost/ui';
import type { Notice, Question } from '@milepost/sdk';

let holder: HTMLElement | null = null;
let users = 0;

function openHolder(): ShadowRoot {
  if (!holder?.shadowRoot) {
    holder = document.createElement('div');
    applyTokens(holder.attachShadow({ mode: 'open' }), 'auto');
    document.body.append(holder);
  }
  users += 1;
  return holder.shadowRoot as ShadowRoot;
}

function closeHolder(): void {
  users -= 1;
  if (users > 0) return;
  holder?.remove();
  holder = null;
}

/** Asks before something that cannot be undone. */
export async function confirm({ title, text, confirmLabel, tone }: Question): Promise<boolean> {
  await ensureElements(['mp-confirm']);
  const dialog = document.createElement('mp-confirm');
  openHolder().append(dialog);
  try {
    return await dialog.ask({ title, action: confirmLabel, danger: tone === 'danger', ...(text === undefined ? {} : { text }) });
  } finally {
    dialog.remove();
    closeHolder();
  }
}

/** Shows a short message in a corner of the page. */
export async function notify(notice: Notice): Promise<void> {
  await ensureElements(['mp-toast']);
  const root = openHolder();
  const toast = root.querySelector('mp-toast') ?? root.appendChild(document.createElement('mp-toast'));
  await toast.updateComplete;
  const durationMs = notice.tone === 'critical' || notice.action ? 20_000 : 6_000;
  toast.notify({
    text: notice.text,
    tone: notice.tone === 'info' ? 'neutral' : notice.tone,
    durationMs,
    ...(notice.action ? { action: notice.action } : {}),
  });
  setTimeout(() => {
    if (users === 1) toast.remove();
    closeHolder();
  }, durationMs + 500);
}
