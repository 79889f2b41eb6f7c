/// <reference types="mocha" />
import { expect, expectAccessible } from '@milepost/testing/browser';
import type { ViewHandle } from './index.ts';
import type { SnapshotPlugin } from './registry/snapshot.ts';
import { fixturePlugin, fixtureRuntime, fixtureVersion } from './testing-runtime.ts';
import type { FixtureRuntime } from './testing-runtime.ts';

const open: (() => Promise<void>)[] = [];

function start(...plugins: SnapshotPlugin[]): FixtureRuntime {
  const fixture = fixtureRuntime(plugins);
  open.push(() => fixture.runtime.dispose());
  return fixture;
}

function mount(
  fixture: FixtureRuntime,
  pluginId: string,
  config = {},
): { readonly container: HTMLElement; readonly view: ViewHandle } {
  const container = document.createElement('div');
  document.body.append(container);
  open.push(async () => container.remove());
  const context = { place: 'home/rep/v1' };
  return {
    container,
    view: fixture.runtime.mountView({ pluginId, view: 'main', container, context, config, placement: 'slot', minHeight: 90 }),
  };
}

const good = fixtureVersion('good', '1.0.0', 'good');
const text = (container: Element): string => container.firstElementChild?.shadowRoot?.textContent?.trim() ?? '';
/** A rejection nobody handles is the fixture's purpose; the test runner must not count it as its own. */
const swallow = (event: PromiseRejectionEvent | ErrorEvent): void => {
  if (/broken/.test(String('reason' in event ? event.reason : event.message))) event.preventDefault();
};

describe('runtime', () => {
  before(() => {
    addEventListener('unhandledrejection', swallow);
    addEventListener('error', swallow);
    const heard = window.onerror;
    window.onerror = (message, ...rest) =>
      typeof message === 'string' && message.includes('broken') ? true : heard?.call(window, message, ...rest);
  });
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });

  it('shows a view under a tag of its own, with its texts and its place', async () => {
    const fixture = start(fixturePlugin('good', good));
    const { container, view } = mount(fixture, 'good', { name: '韩梅梅' });
    expect(container.querySelector('[aria-busy]'), 'a placeholder first').to.not.equal(null);
    expect(container.getBoundingClientRect().height).to.equal(90);
    expect(await view.ready).to.equal('shown');
    expect(view.element?.localName).to.match(/^mpx-good-main-\d+$/);
    expect(text(container)).to.equal('你好，韩梅梅 1.0.0 home/rep/v1');
    expect(fixture.runtime.statuses.current).to.deep.equal({ good: { status: 'good', version: '1.0.0' } });
    fixture.locale.set('en');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(text(container)).to.contain('Hello, 韩梅梅');
  });

  it('gives two views of one class the same tag and both their own element', async () => {
    const fixture = start(fixturePlugin('good', good));
    const [a, b] = [mount(fixture, 'good', { name: 'a' }), mount(fixture, 'good', { name: 'b' })];
    await Promise.all([a.view.ready, b.view.ready]);
    expect(a.view.element?.localName).to.equal(b.view.element?.localName);
    expect([text(a.container), text(b.container)].map((words) => words.slice(3, 4))).to.deep.equal(['a', 'b']);
  });

  it('runs two versions of a plugin side by side', async () => {
    const first = start(fixturePlugin('good', good));
    const second = start(fixturePlugin('good', fixtureVersion('good', '1.1.0', 'newer')));
    const [a, b] = [mount(first, 'good'), mount(second, 'good')];
    await Promise.all([a.view.ready, b.view.ready]);
    expect(text(a.container)).to.contain('1.0.0');
    expect(text(b.container)).to.equal('newer');
  });

  for (const [folder, phase, message] of [
    ['throws-on-load', 'load', 'broken at load'],
    ['missing', 'load', ''],
    ['no-definition', 'definition', ''],
    ['throws-in-setup', 'setup', 'broken in setup'],
    ['throws-in-constructor', 'construct', 'broken in constructor'],
    ['throws-when-connected', 'render', 'broken when connected'],
    ['throws-in-render', 'render', 'broken in render'],
    ['hangs', 'timeout', ''],
  ] as const) {
    it(`falls back to the last known good version when the newest ${folder.replaceAll('-', ' ')}`, async () => {
      const broken = fixtureVersion('plugin', '1.2.0', folder);
      const fixture = start(
        fixturePlugin('plugin', broken, fixtureVersion('plugin', '1.1.0', 'newer')),
        fixturePlugin('good', good),
      );
      const other = mount(fixture, 'good');
      await other.view.ready;
      const untouched = other.view.element;
      const { container, view } = mount(fixture, 'plugin');
      expect(await view.ready).to.equal('shown');
      expect(text(container)).to.equal('newer');
      expect(view.version).to.equal('1.1.0');
      expect(fixture.runtime.statuses.current['plugin']?.status).to.equal('fallback');
      expect(fixture.notices.map(({ text: words }) => words)).to.deep.equal(['plugin 1.2.0 无法使用，已改用 1.1.0。']);
      const report = fixture.reports.find((candidate) => candidate['phase'] === phase);
      expect(report, JSON.stringify(fixture.reports)).to.include({ pluginId: 'plugin', version: '1.2.0' });
      expect(String(report?.['message'])).to.contain(message);
      expect(other.view.element, 'the rest of the page').to.equal(untouched);
    });
  }

  it('refuses a version for another SDK before it loads it', async () => {
    const future = fixtureVersion('plugin', '3.0.0', 'newer', { sdk: '^9.0.0' });
    const fixture = start(fixturePlugin('plugin', future, good));
    const { view } = mount(fixture, 'plugin');
    await view.ready;
    expect(view.version).to.equal('1.0.0');
    expect(fixture.reports[0]).to.include({ phase: 'sdk', version: '3.0.0' });
  });

  it('names the version behind a rejection that nobody handles, and replaces a view that fails right after its start', async () => {
    const fixture = start(
      fixturePlugin('plugin', fixtureVersion('plugin', '1.2.0', 'throws-later'), fixtureVersion('plugin', '1.1.0', 'newer')),
    );
    const { container, view } = mount(fixture, 'plugin');
    await view.ready;
    expect(text(container)).to.equal('looks well');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(fixture.reports[0]).to.deep.include({
      pluginId: 'plugin',
      version: '1.2.0',
      phase: 'runtime',
      message: 'broken later',
    });
    expect(text(container)).to.equal('newer');
  });

  it('shows an error card with retry when no version works', async () => {
    const fixture = start(fixturePlugin('plugin', fixtureVersion('plugin', '1.2.0', 'throws-in-render')));
    const { container, view } = mount(fixture, 'plugin');
    expect(await view.ready).to.equal('failed');
    const card = container.querySelector('mp-plugin-error');
    expect(card?.shadowRoot?.textContent).to.contain('plugin 暂时无法显示').and.to.contain('broken in render');
    await expectAccessible(container);
    card?.shadowRoot?.querySelector('button')?.click();
    expect(container.querySelector('[aria-busy]')).to.not.equal(null);
  });

  it('shows an error card for a plugin the portal does not have', async () => {
    const fixture = start();
    const { container, view } = mount(fixture, 'nobody');
    expect(await view.ready).to.equal('failed');
    await (container.firstElementChild as { updateComplete?: Promise<unknown> } | null)?.updateComplete;
    expect(container.firstElementChild?.shadowRoot?.textContent).to.contain('nobody');
  });

  it('asks before it removes unsaved work', async () => {
    const fixture = start(fixturePlugin('good', good));
    const { container, view } = mount(fixture, 'good');
    await view.ready;
    (view.element as unknown as { dirty: boolean }).dirty = true;
    fixture.answer = false;
    expect(await view.unmount()).to.equal(false);
    expect(container.childElementCount).to.equal(1);
    fixture.answer = true;
    expect(await view.unmount()).to.equal(true);
    expect(container.childElementCount).to.equal(0);
  });

  it('refuses what the manifest does not declare, and names the line', async () => {
    const fixture = start(fixturePlugin('good', good));
    const { view } = mount(fixture, 'good');
    await view.ready;
    const host = view.element?.host;
    expect(() => host?.data.collection('visits'))
      .to.throw()
      .with.property('code', 'capability.refused');
    const refused = await host?.crm.list('orders').catch((error: unknown) => error);
    expect(refused).to.deep.include({
      code: 'capability.refused',
      remedy: '请在 plugin.json 的 capabilities.crm 中加入 "orders"，再构建一次。',
    });
    const navigate = (): void => host?.navigate.to({ page: 'home' });
    expect(navigate).to.throw().with.property('code', 'capability.refused');
  });

  it('keeps drafts of one plugin apart from those of another', async () => {
    const fixture = start(fixturePlugin('good', good), fixturePlugin('other', fixtureVersion('other', '1.0.0', 'good')));
    const [a, b] = [mount(fixture, 'good'), mount(fixture, 'other')];
    await Promise.all([a.view.ready, b.view.ready]);
    await a.view.element?.host.drafts.set('k', { typed: '一半' });
    expect(await a.view.element?.host.drafts.get('k')).to.deep.equal({ typed: '一半' });
    expect(await b.view.element?.host.drafts.get('k')).to.equal(null);
    await a.view.element?.host.drafts.remove('k');
    expect(await a.view.element?.host.drafts.get('k')).to.equal(null);
  });

  it('leaves no listener and no element behind after a hundred mounts', async () => {
    const fixture = start(fixturePlugin('good', good));
    const { runtime } = fixture;
    const counts = countListeners();
    const elements: WeakRef<Element>[] = [];
    for (let round = 0; round < 100; round++) {
      const container = document.createElement('div');
      document.body.append(container);
      const view = runtime.mountView({ pluginId: 'good', view: 'main', container, context: { place: 'x' }, placement: 'slot' });
      await view.ready;
      if (view.element) elements.push(new WeakRef(view.element));
      await view.unmount();
      expect(container.childElementCount).to.equal(0);
      container.remove();
    }
    expect(elements.length).to.equal(100);
    expect(counts.open(), 'listeners on the window').to.equal(0);
    expect(counts.timers(), 'timers').to.equal(0);
    expect(runtime.bus.listeners, 'listeners on the bus').to.equal(0);
    expect((runtime.online as { readonly listeners?: number }).listeners, 'listeners on an observable').to.equal(0);
    counts.restore();
  });
});

/** Counts listeners of the window and timers that were started and not ended. */
function countListeners(): { open(): number; timers(): number; restore(): void } {
  const { addEventListener: add, removeEventListener: remove, setTimeout: set, clearTimeout: clear } = window;
  let balance = 0;
  const timers = new Set<unknown>();
  window.addEventListener = (...args: Parameters<typeof add>) => {
    balance++;
    add.apply(window, args);
  };
  window.removeEventListener = (...args: Parameters<typeof remove>) => {
    balance--;
    remove.apply(window, args);
  };
  window.setTimeout = ((run: () => void, ms?: number) => {
    const id: number = set.call(
      window,
      () => {
        timers.delete(id);
        run();
      },
      ms,
    );
    timers.add(id);
    return id;
  }) as typeof set;
  window.clearTimeout = (id) => {
    timers.delete(id);
    clear.call(window, id);
  };
  const restore = (): void =>
    void Object.assign(window, { addEventListener: add, removeEventListener: remove, setTimeout: set, clearTimeout: clear });
  return { open: () => balance, timers: () => timers.size, restore };
}
