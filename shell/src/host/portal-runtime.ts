/** Binds the plugin runtime to the portal: its notices, dialogs, addresses and sign-in. */
import { ApiError } from '@milepost/sdk';
import { createObservable } from '@milepost/sdk/host-kit';
import { createRuntime, defineSlotElement } from '@milepost/runtime';
import type { NavigateApi, Organisation } from '@milepost/sdk';
import type { PageHooks, Runtime } from '@milepost/runtime';
import type { Router } from '../state/router.ts';
import type { Shell } from '../state/shell.ts';

type Parts = Omit<Shell, 'runtime' | 'crm' | 'organisation'>;

/** Where the page of a plugin is: the path below its own, and its parameters. */
function locationOf(router: Router): NavigateApi['location'] {
  const look = () => ({ path: router.place.current.match?.rest ?? '', params: router.place.current.params });
  const place = createObservable(look());
  router.place.subscribe(() => place.set(look()));
  return place;
}

function hooksOf({ router, notices, texts, snapshot }: Parts): PageHooks {
  return {
    notify(notice, pluginId) {
      const name = pluginId && texts.words(snapshot.plugins.find(({ id }) => id === pluginId)?.manifest.name);
      notices.add(notice, { kept: name ? { ...notice, text: `${name}：${notice.text}` } : notice });
    },
    async confirm({ title, text, confirmLabel, tone }) {
      const { ask } = await import('../dialogs/confirm.ts');
      return ask({ title, ...(text === undefined ? {} : { text }), action: confirmLabel, danger: tone === 'danger' });
    },
    navigate: (destination) => void router.to(destination),
    href: (destination) => router.href(destination),
    location: locationOf(router),
    setParams: (params) => router.setParams(params),
    setScope: (change) => router.setScope(change),
  };
}

/** A fetch that asks to sign in again when the session has ended, and then repeats what was refused. */
function renewingFetch(parts: Parts): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status !== 401) return response;
    const { signInAgain } = await import('../dialogs/sign-in-again.ts');
    const renewed = await signInAgain(parts.texts, parts.session);
    if (!renewed) return response;
    // The time limit of the first attempt has run while somebody signed in.
    return fetch(input, { ...init, signal: null });
  };
}

/** Makes the runtime and what the shell reads through it. */
export function bindRuntime(parts: Parts): Pick<Shell, 'runtime' | 'crm' | 'organisation'> {
  const { session, portal, snapshot, texts, theme, router, online } = parts;
  const runtime: Runtime = createRuntime({
    gatewayUrl: '',
    auth: { kind: 'cookie' },
    session,
    portal: portal.portal,
    snapshot,
    locale: texts.locale,
    theme,
    scope: router.scope,
    online,
    hooks: hooksOf(parts),
    fetch: renewingFetch(parts),
  });
  defineSlotElement();
  let organisation: Promise<Organisation> | null = null;
  return {
    runtime,
    crm: runtime.crm,
    organisation() {
      organisation ??= runtime.crm.organisation().catch((error: unknown) => {
        organisation = null;
        throw error instanceof Error ? error : new ApiError({ status: 0, code: 'gateway.unreachable', message: String(error) });
      });
      return organisation;
    },
  };
}
