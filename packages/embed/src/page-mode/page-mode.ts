/** Widgets inside the page: one host per gateway and source of assertions, shared by all of them, gone with the last one. */
import { applyTokens } from '@milepost/ui';
import { createWidgetHost } from './widget-host.ts';
import type { ViewHandle } from '@milepost/runtime';
import type { Locale } from '@milepost/sdk';
import type { WidgetHost } from './widget-host.ts';
import type { ThemeTokens } from '../bridge/messages.ts';
import type { AssertionSource, GetAssertion } from '../element/assertion.ts';

/** One widget to show. */
export interface PageWidget {
  readonly gateway: string;
  /** Widgets share a host where gateway and source are the same. */
  readonly source: AssertionSource;
  readonly getAssertion: GetAssertion;
  /** Called when the source vouches for another person: this widget's host has ended. */
  restart(): void;
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
  /** Removes it without asking about unsaved work. `now` ends the host with its last widget, without a moment's grace. */
  remove(how?: { readonly now?: boolean }): Promise<void>;
}

interface SharedHost {
  readonly gateway: string;
  readonly source: AssertionSource;
  readonly host: Promise<WidgetHost>;
  readonly widgets: Set<PageWidget>;
}

/** Kept a moment after the last widget: pages that draw themselves again take it up. */
const GRACE_MS = 2000;
const hosts = new Set<SharedHost>();

function acquire(widget: PageWidget): SharedHost {
  const { gateway, source, getAssertion, locale, theme } = widget;
  const known = [...hosts].find((shared) => shared.gateway === gateway && shared.source === source);
  if (known) {
    known.widgets.add(widget);
    return known;
  }
  const onOtherPerson = (): void => {
    end(shared);
    for (const shown of shared.widgets) shown.restart();
  };
  const host = createWidgetHost({ gateway, getAssertion, locale, scheme: theme.scheme, onOtherPerson });
  const shared: SharedHost = { gateway, source, host, widgets: new Set([widget]) };
  hosts.add(shared);
  // A host that could not start is not kept: the next try starts anew.
  host.catch(() => hosts.delete(shared));
  return shared;
}

/** Nobody takes the host up any more, and what it holds of a person is gone. */
function end(shared: SharedHost): void {
  if (!hosts.delete(shared)) return;
  void shared.host.then((host) => host.dispose()).catch(() => undefined);
}

function release(shared: SharedHost, widget: PageWidget, now: boolean): void {
  shared.widgets.delete(widget);
  const endIfUnused = (): void => {
    if (shared.widgets.size === 0) end(shared);
  };
  if (now) endIfUnused();
  else setTimeout(endIfUnused, GRACE_MS);
}

/** Ends every host of the page at once: sessions, tokens and what widgets have read. */
export function endHosts(): void {
  for (const shared of [...hosts]) end(shared);
}

/** Shows a widget. Rejects when the session or the plugins cannot be had; a plugin that fails shows its own card. */
export async function showInPage(widget: PageWidget): Promise<ShownWidget> {
  const shared = acquire(widget);
  try {
    return await mount(widget, await shared.host, (now) => release(shared, widget, now));
  } catch (error) {
    release(shared, widget, false);
    throw error;
  }
}

/** Puts the widget into its place; leaves nothing there when that fails. */
async function mount(widget: PageWidget, host: WidgetHost, left: (now: boolean) => void): Promise<ShownWidget> {
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
    async remove({ now = false } = {}) {
      left(now);
      await clear();
    },
  };
}
