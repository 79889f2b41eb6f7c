import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endHosts, showInPage } from './page-mode.ts';
import type { PageWidget } from './page-mode.ts';
import type { WidgetHostOptions } from './widget-host.ts';

/** What stands in the page at the moment. */
const page = vi.hoisted(() => ({
  tokens: 0,
  views: 0,
  hosts: [] as { options: WidgetHostOptions; disposed: boolean }[],
  ready: (): Promise<unknown> => Promise.resolve(),
}));

vi.mock('@milepost/ui', () => ({
  applyTokens: () => {
    page.tokens += 1;
    return () => void (page.tokens -= 1);
  },
}));
vi.mock('./widget-host.ts', () => ({
  createWidgetHost: (options: WidgetHostOptions) => {
    const host = { options, disposed: false };
    page.hosts.push(host);
    const mountWidget = () => {
      page.views += 1;
      let mounted = true;
      const unmount = () => {
        if (mounted) page.views -= 1;
        mounted = false;
        return Promise.resolve(true);
      };
      return { ready: page.ready(), dirty: false, unmount };
    };
    return Promise.resolve({
      runtime: { mountWidget },
      setLocale: () => undefined,
      setScheme: () => undefined,
      dispose: () => Promise.resolve(void (host.disposed = true)),
    });
  },
}));

const widget = (change: Partial<PageWidget> = {}): PageWidget => ({
  gateway: 'https://mp.example',
  source: '/milepost-assertion',
  getAssertion: () => Promise.resolve('a'),
  restart: () => undefined,
  root: {} as ShadowRoot,
  place: {} as HTMLElement,
  plugin: 'p',
  widget: 'w',
  account: '',
  config: {},
  locale: 'en',
  theme: { scheme: 'light', tokens: {} },
  ...change,
});

beforeEach(() => {
  vi.useFakeTimers();
  page.ready = () => Promise.resolve();
});
afterEach(async () => {
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  endHosts();
  Object.assign(page, { tokens: 0, views: 0, hosts: [] });
});

describe('showInPage', () => {
  it('leaves nothing behind when a widget cannot be shown', async () => {
    page.ready = () => Promise.reject(new Error('no'));
    await expect(showInPage(widget())).rejects.toThrow('no');
    expect([page.views, page.tokens]).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(page.hosts.map((host) => host.disposed)).toEqual([true]);
  });

  const disposed = (): boolean[] => page.hosts.map((host) => host.disposed);

  it('shares one host, kept a moment after the last widget for a page that draws itself again', async () => {
    const [first, second] = await Promise.all([showInPage(widget()), showInPage(widget())]);
    await Promise.all([first.remove(), second.remove()]);
    await vi.advanceTimersByTimeAsync(1900);
    await showInPage(widget());
    await vi.advanceTimersByTimeAsync(5000);
    expect(disposed()).toEqual([false]);
  });

  it('ends the host at once with the last widget that is destroyed on purpose, not before', async () => {
    const [first, second] = await Promise.all([showInPage(widget()), showInPage(widget())]);
    await first.remove({ now: true });
    expect(disposed()).toEqual([false]);
    await second.remove({ now: true });
    expect(disposed()).toEqual([true]);
    await showInPage(widget());
    expect(disposed()).toEqual([true, false]);
  });

  it('shares no host between sources of assertions', async () => {
    const own = (): Promise<string> => Promise.resolve('a');
    for (const source of ['/milepost-assertion', '/other', own, () => Promise.resolve('b'), own])
      await showInPage(widget({ source }));
    expect(page.hosts).toHaveLength(4);
  });

  it('discards the host of the previous person and starts every widget anew', async () => {
    const restarts: string[] = [];
    await showInPage(widget({ restart: () => void restarts.push('first') }));
    await showInPage(widget({ restart: () => void restarts.push('second') }));
    page.hosts[0]?.options.onOtherPerson();
    await vi.advanceTimersByTimeAsync(0);
    expect(restarts).toEqual(['first', 'second']);
    expect(disposed()).toEqual([true]);
    await showInPage(widget());
    expect(disposed()).toEqual([true, false]);
  });

  it('forgets every session when it is told to', async () => {
    await showInPage(widget());
    await showInPage(widget({ source: '/other' }));
    endHosts();
    await vi.advanceTimersByTimeAsync(0);
    expect(disposed()).toEqual([true, true]);
  });
});
