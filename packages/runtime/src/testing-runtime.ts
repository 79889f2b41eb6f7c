import type { Locale, Notice, Question, Scope, SessionInfo } from '@milepost/sdk';
import { createObservable } from '@milepost/sdk/host-kit';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { createRuntime } from './runtime.ts';
import type { Runtime, RuntimeOptions } from './runtime.ts';
import type { PluginVersion, SnapshotPlugin } from './registry/snapshot.ts';

const words = (name: string) => ({ 'zh-CN': name, en: name });

const session: SessionInfo = {
  user: { id: 'u1', personId: 'p1', name: '李雷', role: 'rep', unitId: 't1' },
  tenant: { id: 'test', name: '清禾健康', currency: 'CNY', timeZone: 'Asia/Shanghai', fiscalYearStartMonth: 1 },
  today: '2026-03-12',
};

/** A version whose remote is the fixture folder of that name. */
export function fixtureVersion(id: string, version: string, folder: string, change: Partial<PluginManifest> = {}): PluginVersion {
  const manifest: PluginManifest = {
    manifestVersion: 1,
    id,
    version,
    sdk: '^1.0.0',
    name: words(id),
    description: words(id),
    remote: {
      entry: 'remoteEntry.js',
      name: `t_${id}_${version}_${folder}_${counter++}`.replaceAll(/\W/g, '_'),
      module: './plugin',
    },
    contributes: { widgets: [{ id: 'card', view: 'main', title: words('Card'), slots: ['home/rep/v1'], minHeight: 90 }] },
    capabilities: { host: ['notify', 'drafts'], crm: ['accounts'] },
    locales: ['zh-CN', 'en'],
    ...change,
  };
  return { version, baseUrl: `/packages/runtime/fixtures/remotes/${folder}/`, manifest };
}

let counter = 0;

/** A plugin of a snapshot with fixtures behind it. */
export function fixturePlugin(id: string, at: PluginVersion, lastKnownGood: PluginVersion | null = null): SnapshotPlugin {
  return { id, ...at, config: {}, lastKnownGood };
}

/** A runtime over fixtures, with what it reported, said and asked. */
export interface FixtureRuntime {
  readonly runtime: Runtime;
  readonly reports: Record<string, unknown>[];
  readonly notices: Notice[];
  readonly questions: Question[];
  readonly locale: { set(locale: Locale): void };
  answer: boolean;
}

/** Makes a runtime whose gateway is in memory. */
export function fixtureRuntime(plugins: readonly SnapshotPlugin[], options: Partial<RuntimeOptions> = {}): FixtureRuntime {
  const locale = createObservable<Locale>('zh-CN');
  const found = {
    reports: [] as Record<string, unknown>[],
    notices: [] as Notice[],
    questions: [] as Question[],
    locale,
    answer: true,
  };
  const gateway: typeof fetch = async (input, init) => {
    if ((input as string).endsWith('/api/registry/reports'))
      found.reports.push(JSON.parse(init?.body as string) as Record<string, unknown>);
    return new Response(null, { status: 204 });
  };
  const runtime = createRuntime({
    gatewayUrl: '',
    auth: { kind: 'cookie' },
    session,
    portal: { plugins: Object.fromEntries(plugins.map(({ id }) => [id, { version: '*' }])) },
    snapshot: { id: 's', plugins, problems: [] },
    locale,
    theme: createObservable<'light' | 'dark'>('light'),
    scope: createObservable<Scope>({ unitId: null, personId: null, period: '2026' }),
    fetch: gateway,
    timeoutMs: 300,
    hooks: {
      notify: (notice) => void found.notices.push(notice),
      async confirm(question) {
        found.questions.push(question);
        return found.answer;
      },
      navigate: () => undefined,
      href: () => '#',
      location: createObservable({ path: '', params: {} }),
      setParams: () => undefined,
      setScope: () => undefined,
    },
    ...options,
  });
  return Object.assign(found, { runtime });
}
