import { PortalDemoUsers } from './demo-users.ts';
import { PortalSignIn } from './sign-in.ts';
import { callGateway } from './api.ts';
import { define } from '../frame/define.ts';
import { showSkipLink } from './skip-link.ts';
import type { DemoUsers } from '../portal/types.ts';
import type { Locale } from '@milepost/sdk';
import type { PreferenceStore } from '../state/preferences.ts';
import type { Texts } from '../i18n/texts.ts';

/** Puts the sign-in page in the place of the whole frame. */
export async function showSignIn(texts: Texts, preferences: PreferenceStore): Promise<void> {
  define('portal-demo-users', PortalDemoUsers);
  define('portal-sign-in', PortalSignIn);
  const answer = await callGateway<DemoUsers>('/api/demo/users').catch(() => null);
  const element = document.createElement('portal-sign-in') as PortalSignIn;
  element.texts = texts;
  element.users = answer?.users ?? null;
  const showWords = (): void => {
    document.title = texts.t(answer ? 'signIn.title' : 'signIn.oidc.title');
    showSkipLink(texts);
  };
  element.addEventListener('portal-language', (event) => {
    preferences.change({ locale: (event as CustomEvent<Locale>).detail });
  });
  texts.locale.subscribe(showWords);
  showWords();
  document.documentElement.dataset['frame'] = 'none';
  document.getElementById('page')?.replaceChildren(element);
}
