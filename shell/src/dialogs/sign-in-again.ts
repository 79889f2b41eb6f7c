import { html } from 'lit';
import { callGateway } from '../boot/api.ts';
import { showDialog } from './dialog.ts';
import type { SessionAnswer } from '../portal/types.ts';
import type { Texts } from '../i18n/texts.ts';

let open: Promise<boolean> | null = null;

/**
 * The session ended while somebody worked. The page stays as it is; the person signs in again and goes on. Answers
 * whether a session of the same person is there. One dialog at a time, however many requests failed.
 */
export function signInAgain(texts: Texts, session: SessionAnswer): Promise<boolean> {
  open ??= run(texts, session).finally(() => (open = null));
  return open;
}

async function run(texts: Texts, session: SessionAnswer): Promise<boolean> {
  const renew = async (close: () => void): Promise<void> => {
    if (session.identity.kind === 'demo') {
      await callGateway('/api/demo/session', { method: 'POST', body: { userId: session.user.id } });
      close();
    } else {
      await signInWindow();
      close();
    }
  };
  await showDialog(
    texts.t('signIn.again.title'),
    (close) =>
      html`<p>${texts.t('signIn.again.text')}</p>
        <mp-button slot="actions" autofocus variant="primary" @click=${() => void renew(close)}
          >${texts.t('signIn.again.button')}</mp-button
        >`,
    { sticky: true },
  );
  const now = await callGateway<SessionAnswer>('/api/session').catch(() => null);
  if (now && now.user.id !== session.user.id) location.reload();
  return now !== null;
}

/** Signs in in a window of its own and waits until it is closed, so that this page keeps what was typed. */
async function signInWindow(): Promise<void> {
  const popup = window.open('/api/login?returnTo=/signed-in.html', 'milepost-sign-in', 'popup,width=520,height=680');
  if (!popup) {
    location.assign(`/api/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`);
    return;
  }
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (!popup.closed) return;
      clearInterval(timer);
      resolve();
    }, 400);
  });
}
