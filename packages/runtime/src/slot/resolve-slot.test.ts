import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../registry/snapshot.ts';
import { resolveSlot } from './resolve-slot.ts';

const words = { 'zh-CN': '文', en: 'Text' };
const slot = 'home/rep/v1';

function plugin(id: string, ...widgets: { id: string; when?: object; slots?: string[] }[]): Snapshot['plugins'][number] {
  const contributes = { widgets: widgets.map((widget) => ({ view: widget.id, title: words, slots: [slot], ...widget })) };
  const manifest = {
    manifestVersion: 1 as const,
    id,
    version: '1.0.0',
    sdk: '*',
    name: words,
    description: words,
    remote: { entry: 'e', name: 'n', module: './plugin' },
    contributes,
    capabilities: {},
    locales: ['en' as const],
  };
  return { id, version: '1.0.0', baseUrl: '/', manifest, config: {}, lastKnownGood: null };
}

const snapshot: Snapshot = {
  id: 's',
  problems: [],
  plugins: [
    plugin('b', { id: 'two' }, { id: 'elsewhere', slots: ['home/ops/v1'] }),
    plugin('a', { id: 'one', when: { roles: ['rep'] } }, { id: 'net', when: { online: true } }),
  ],
};
const plugins = { a: { version: '*' }, b: { version: '*' } };
const names = (portal: object, role: 'rep' | 'ops' = 'rep', online = true) =>
  resolveSlot(slot, { plugins, ...portal }, snapshot, { role, online }).map(({ pluginId, widget }) => `${pluginId}/${widget.id}`);

describe('resolveSlot', () => {
  it('shows every widget that names an unlisted slot, in the order of the portal’s plugins', () => {
    expect(names({})).toEqual(['a/one', 'a/net', 'b/two']);
  });

  it('follows the portal’s own list and leaves out what does not exist', () => {
    const slots = {
      [slot]: [
        { plugin: 'b', widget: 'two' },
        { plugin: 'a', widget: 'gone' },
        { plugin: 'a', widget: 'one', config: { n: 1 } },
      ],
    };
    expect(names({ slots })).toEqual(['b/two', 'a/one']);
    expect(names({ slots: { [slot]: [] } })).toEqual([]);
  });

  it('holds conditions of the manifest and of the portal together', () => {
    expect(names({}, 'ops')).toEqual(['a/net', 'b/two']);
    expect(names({}, 'rep', false)).toEqual(['a/one', 'b/two']);
    expect(names({ slots: { [slot]: [{ plugin: 'a', widget: 'one', when: { roles: ['ops'] } }] } })).toEqual([]);
  });
});
