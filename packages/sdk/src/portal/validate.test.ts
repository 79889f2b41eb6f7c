import { describe, expect, it } from 'vitest';
import type { PluginManifest } from '../manifest/types.ts';
import { validatePortal } from './validate.ts';
import type { PortalContext } from './validate.ts';

const words = { 'zh-CN': '文', en: 'Text' };
const visits: PluginManifest = {
  manifestVersion: 1,
  id: 'visit-planning',
  version: '1.2.0',
  sdk: '^1.0.0',
  name: words,
  description: words,
  remote: { entry: 'remoteEntry.js', name: 'v', module: './plugin' },
  contributes: {
    pages: [{ id: 'week', view: 'week', title: words, icon: 'calendar' }],
    widgets: [{ id: 'today', view: 'today', title: words, slots: ['home/rep/v1'] }],
  },
  config: { type: 'object', additionalProperties: false, properties: { days: { type: 'integer' } } },
  capabilities: {},
  locales: ['zh-CN', 'en'],
};
const context: PortalContext = {
  pluginIds: () => ['visit-planning', 'kpi-scoring'],
  versionsOf: () => ['1.2.0'],
  resolve: (id, range) => (id === 'visit-planning' && range !== '^2.0.0' ? visits : null),
};
const good = {
  portalVersion: 1,
  title: words,
  defaultLocale: 'zh-CN',
  plugins: { 'visit-planning': { version: '^1.0.0', config: { days: 5 } } },
  pages: [
    { id: 'home', path: '/', kind: 'slots', title: words, icon: 'home', slot: 'home/rep/v1' },
    { id: 'visits', path: '/visits', kind: 'plugin', plugin: 'visit-planning', contribution: 'week' },
    { id: 'account', path: '/accounts/:accountId', kind: 'account', slot: 'account/overview/v1' },
  ],
  navigation: [{ page: 'home' }, { page: 'visits' }],
  slots: { 'home/rep/v1': [{ plugin: 'visit-planning', widget: 'today' }] },
};

function problems(change: object): readonly (readonly [string, string])[] {
  const result = validatePortal({ ...good, ...change }, context);
  return result.ok ? [] : result.problems.map(({ path, code }) => [path, code] as const);
}

describe('validatePortal', () => {
  it('accepts a portal that names what exists', () => {
    expect(validatePortal(good, context)).toEqual({ ok: true, portal: good });
  });

  it('suggests the nearest names for what does not exist', () => {
    const result = validatePortal(
      {
        ...good,
        plugins: { 'visit-planing': { version: '^1.0.0' } },
        pages: good.pages.slice(0, 1),
        navigation: [{ page: 'hom' }],
        slots: {},
      },
      context,
    );
    expect(result.ok || result.problems.map((problem) => [problem.path, problem.remedy.en])).toEqual([
      ['navigation.0.page', 'Did you mean home?'],
      ['plugins.visit-planing', 'Did you mean visit-planning?'],
    ]);
  });

  it.each([
    [
      'a range nothing satisfies',
      { plugins: { 'visit-planning': { version: '^2.0.0' } } },
      [['plugins.visit-planning.version', 'portal.plugin.version']],
    ],
    [
      'a range that is none',
      { plugins: { 'visit-planning': { version: 'newest' } } },
      [['plugins.visit-planning.version', 'portal.plugin.range']],
    ],
    [
      'configuration that does not fit',
      { plugins: { 'visit-planning': { version: '1.2.0', config: { days: 'five' } } } },
      [['plugins.visit-planning.config.days', 'portal.config.type']],
    ],
    [
      'an unknown widget',
      { slots: { 'home/rep/v1': [{ plugin: 'visit-planning', widget: 'tody' }] } },
      [['slots.home/rep/v1.0.widget', 'portal.widget.unknown']],
    ],
    [
      'a widget in a slot it does not fit',
      { slots: { 'home/ops/v1': [{ plugin: 'visit-planning', widget: 'today' }] } },
      [['slots.home/ops/v1.0.widget', 'portal.widget.slot']],
    ],
    [
      'a plugin that is not listed',
      { slots: { 'home/rep/v1': [{ plugin: 'kpi-scoring', widget: 'rank' }] } },
      [['slots.home/rep/v1.0.plugin', 'portal.plugin.unlisted']],
    ],
    [
      'a parameter in the navigation',
      { navigation: [{ page: 'account' }] },
      [['navigation.0.page', 'portal.navigation.parameter']],
    ],
    ['a missing title', { title: undefined }, [['title', 'portal.required']]],
    ['a wrong kind of page', { pages: [{ id: 'x', path: '/', kind: 'slot' }], navigation: [] }, [['pages.0', 'portal.kind']]],
    ['a path that is no text', { pages: [{ ...good.pages[0], path: null }], navigation: [] }, [['pages.0.path', 'portal.type']]],
    [
      'a style that smuggles a URL',
      { theme: { tokens: { '--mp-color-accent': 'url(https://x)' } } },
      [['theme.tokens.--mp-color-accent', 'portal.pattern']],
    ],
  ])('refuses %s', (_name, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it('refuses two pages at one place and places of the server', () => {
    const page = good.pages[2];
    expect(
      problems({ pages: [...good.pages, { ...page, id: 'other', path: '/accounts/:id/' }], navigation: [] }).map(
        ([path]) => path,
      ),
    ).toEqual(['pages.3.path']);
    expect(
      problems({ pages: [...good.pages, { id: 'a', path: '/visits', kind: 'accounts', title: words, icon: 'team' }] }),
    ).toEqual([['pages.3.path', 'portal.path.conflict']]);
    expect(
      problems({ pages: [...good.pages, { id: 'a', path: '/api/x', kind: 'accounts', title: words, icon: 'team' }] }),
    ).toEqual([['pages.3.path', 'portal.path.reserved']]);
  });

  it('names the place and what was found in both languages', () => {
    const result = validatePortal({ ...good, navigation: null }, context);
    expect(result.ok || result.problems[0]).toMatchObject({
      path: 'navigation',
      message: { en: 'expected array, got null.', 'zh-CN': '应为 array，实际是 null。' },
    });
  });
});
