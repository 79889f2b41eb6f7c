import { html } from 'lit';
import { callGateway } from '../boot/api.ts';
import { define } from '../frame/define.ts';
import { PortalDemoUsers } from '../boot/demo-users.ts';
import { showDialog } from './dialog.ts';
import type { DemoUser } from '../portal/types.ts';
import type { Texts } from '../i18n/texts.ts';

/**
 * Lets one choose another demo user. `switch` starts the portal again as that person; `again` renews an ended session
 * in place, so that nothing typed is lost.
 */
export async function openSwitchUser(texts: Texts, purpose: 'switch' | 'again', userId?: string): Promise<void> {
  define('portal-demo-users', PortalDemoUsers);
  const users = await callGateway<{ users: readonly DemoUser[] } | readonly DemoUser[]>('/api/demo/users');
  const list = 'users' in users ? users.users : users;
  const signIn = async (id: string, close: () => void): Promise<void> => {
    await callGateway('/api/demo/session', { method: 'POST', body: { userId: id } });
    close();
    if (purpose === 'switch') location.assign('/');
  };
  await showDialog(
    texts.t('person.switch'),
    (close) =>
      html`<portal-demo-users .texts=${texts} .users=${list} .current=${userId ?? ''} @portal-pick=${(event: CustomEvent<string>) => void signIn(event.detail, close)}></portal-demo-users>`,
  );
}
