import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showInPage } from './page-mode.ts';
import type { PageWidget } from './page-mode.ts';
import type { WidgetHostOptions } from './widget-host.ts';

/** What stands in the page at the moment. */
const page = vi.hoisted(() => ({ tokens: 0, views: 0, hosts: [] as { options: unknown; disposed: boolean }[], ready: (): Promise<unknown> => Promise.resolve() }));

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
  getAssertion: () => Promise.resolve('a'),
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
});
