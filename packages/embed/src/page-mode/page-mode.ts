/** Widgets inside the page: one host per gateway, shared by all of them, gone with the last one. */
import { applyTokens } from '@milepost/ui';
import { createWidgetHost } from './widget-host.ts';
import type { ViewHandle } from '@milepost/runtime';
import type { Locale } from '@milepost/sdk';
import type { WidgetHost } from './widget-host.ts';
import type { ThemeTokens } from '../bridge/messages.ts';
import type { GetAssertion } from '../element/assertion.ts';

/** One widget to show. */
export interface PageWidget {
  readonly gateway: string;
  readonly getAssertion: GetAssertion;
  readonly root: ShadowRoot;
  readonly place: HTMLElement;
  readonly plugin: string;
  readonly widget: string;
  readonly account: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly theme: ThemeTokens;
}

/** A widget on the page. */
export interface ShownWidget {
  /** Unsaved work in it. */
  readonly dirty: boolean;
  setTheme(theme: ThemeTokens): void;
  /** Removes it; `force` without asking about unsaved work. */
  remove(): Promise<void>;
}

interface SharedHost {
  readonly host: Promise<WidgetHost>;
  users: number;
}

/** Kept a moment after the last widget: pages that draw themselves again take it up. */
const GRACE_MS = 2000;
const hosts = new Map<string, SharedHost>();

function acquire(widget: PageWidget): SharedHost {
  const known = hosts.get(widget.gateway);
  if (known) {
    known.users += 1;
    return known;
  }
  const { gateway, getAssertion, locale, theme } = widget;
  const shared: SharedHost = { host: createWidgetHost({ gateway, getAssertion, locale, scheme: theme.scheme }), users: 1 };
  hosts.set(gateway, shared);
  // A host that could not start is not kept: the next try starts anew.
  shared.host.catch(() => {
    if (hosts.get(gateway) === shared) hosts.delete(gateway);
  });
  return shared;
}

function release(gateway: string, shared: SharedHost): void {
  shared.users -= 1;
  setTimeout(() => {
    if (shared.users > 0 || hosts.get(gateway) !== shared) return;
    hosts.delete(gateway);
    void shared.host.then((host) => host.dispose()).catch(() => undefined);
  }, GRACE_MS);
}

/** Shows a widget. Rejects when the session or the plugins cannot be had; a plugin that fails shows its own card. */
export async function showInPage(widget: PageWidget): Promise<ShownWidget> {
  const shared = acquire(widget);
  try {
    return await mount(widget, await shared.host, () => release(widget.gateway, shared));
  } catch (error) {
    release(widget.gateway, shared);
    throw error;
  }
}

/** Puts the widget into its place; leaves nothing there when that fails. */
async function mount(widget: PageWidget, host: WidgetHost, left: () => void): Promise<ShownWidget> {
  host.setLocale(widget.locale);
  const removeTokens = applyTokens(widget.root, { scheme: widget.theme.scheme });
  let view: ViewHandle | null = null;
  const clear = async (): Promise<void> => {
    removeTokens();
    await view?.unmount({ force: true });
  };
  try {
    view = host.runtime.mountWidget(widget.place, {
      plugin: widget.plugin,
      widget: widget.widget,
      slot: 'embed',
      placement: 'embed',
      config: widget.config,
      ...(widget.account ? { accountId: widget.account } : {}),
    });
    await view.ready;
  } catch (error) {
    await clear();
    throw error;
  }
  const mounted = view;
  return {
    get dirty() {
      return mounted.dirty;
    },
    setTheme({ scheme }) {
      host.setScheme(scheme);
      applyTokens(widget.root, { scheme });
    },
    async remove() {
      await clear();
      left();
    },
  };
}
