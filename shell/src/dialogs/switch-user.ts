import { html } from 'lit';
import { callGateway } from '../boot/api.ts';
import { define } from '../frame/define.ts';
import { PortalDemoUsers } from '../boot/demo-users.ts';
import { showDialog } from './dialog.ts';
import type { DemoUsers } from '../portal/types.ts';
import type { Texts } from '../i18n/texts.ts';

/** Lets one choose another demo user; the portal starts again as that person. */
export async function openSwitchUser(texts: Texts, userId: string): Promise<void> {
  define('portal-demo-users', PortalDemoUsers);
  const { users } = await callGateway<DemoUsers>('/api/demo/users');
  const signIn = async (id: string, close: () => void): Promise<void> => {
    await callGateway('/api/demo/session', { method: 'POST', body: { userId: id } });
    close();
    location.assign('/');
  };
  await showDialog(
    texts.t('person.switch'),
    (close) =>
      html`<portal-demo-users
        .texts=${texts}
        .users=${users}
        .current=${userId}
        @portal-pick=${(event: CustomEvent<string>) => void signIn(event.detail, close)}
      ></portal-demo-users>`,
  );
}
