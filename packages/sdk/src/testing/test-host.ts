import type { Locale } from '../host/locale.ts';
import { ApiError } from '../host/errors.ts';
import type {
  CallOptions,
  Collection,
  Destination,
  HostEvents,
  Notice,
  PluginHost,
  Question,
  Scope,
  SessionInfo,
} from '../host/types.ts';
import { callPath } from '../host-kit/call-path.ts';
import { createEventBus } from '../host-kit/event-bus.ts';
import { formatMessage } from '../host-kit/format-message.ts';
import { createObservable, readonlyObservable } from '../host-kit/observable.ts';
import type { Messages } from '../plugin/define.ts';
import { MemoryCollection } from './test-collection.ts';
import type { TestCollection, TestRecord } from './test-collection.ts';
import { testCrm } from './test-crm.ts';
import type { CrmFixtures } from './test-crm.ts';
import { testSession } from './test-session.ts';

/** What surrounds the element under test. Everything has a default. */
export interface TestHostOptions {
  readonly pluginId?: string;
  readonly version?: string;
  readonly placement?: PluginHost['placement'];
  /** The catalogue, or one per language. */
  readonly messages?: Messages | Readonly<Record<Locale, Messages>>;
  readonly locale?: Locale;
  readonly theme?: 'light' | 'dark';
  readonly session?: SessionInfo;
  readonly scope?: Partial<Scope>;
  /** Records by collection. */
  readonly data?: Readonly<Record<string, readonly TestRecord[]>>;
  /** Records that other plugins share, by `<plugin>/<collection>`. */
  readonly shared?: Readonly<Record<string, readonly TestRecord[]>>;
  readonly crm?: CrmFixtures;
  readonly drafts?: Readonly<Record<string, unknown>>;
  /** Answers endpoints of the server part, by path, with the query behind a `?`. */
  readonly calls?: Readonly<Record<string, (body: unknown) => unknown>>;
  /** What people answer to questions; true by default. */
  readonly confirm?: boolean | ((question: Question) => boolean);
  readonly params?: Readonly<Record<string, string>>;
}

/** A host in memory, what was done to it, and the means to change what surrounds the element. */
export interface TestHost {
  readonly host: PluginHost;
  readonly notices: readonly Notice[];
  readonly questions: readonly Question[];
  readonly destinations: readonly Destination[];
  readonly emitted: readonly { readonly name: keyof HostEvents; readonly payload: unknown }[];
  readonly telemetry: readonly { readonly name: string; readonly value: number | undefined }[];
  readonly drafts: ReadonlyMap<string, unknown>;
  /** Calls in order, such as `data.put` and `crm.aggregate`. */
  readonly calls: readonly string[];
  collection(name: string): TestCollection;
  setLocale(locale: Locale): void;
  setTheme(theme: 'light' | 'dark'): void;
  setOnline(online: boolean): void;
  setLocation(location: { readonly path: string; readonly params: Readonly<Record<string, string>> }): void;
  /** The next call whose name starts with this fails once, such as `failNext('data.put', new ApiError({…}))`. */
  failNext(call: string, error: Error): void;
  /** Calls whose name starts with this wait until the answered function is called: to see the loading state. */
  hold(call: string): () => void;
  /** Listeners that are still there: none after an element is removed. */
  readonly listeners: number;
}

/** A `PluginHost` for element tests. */
export function createTestHost(options: TestHostOptions = {}): TestHost {
  const session = options.session ?? testSession;
  const pluginId = options.pluginId ?? 'plugin-under-test';
  const scope = createObservable<Scope>({
    unitId: session.user.unitId,
    personId: null,
    period: session.today.slice(0, 4),
    ...options.scope,
  });
  const locale = createObservable<Locale>(options.locale ?? 'zh-CN');
  const theme = createObservable<'light' | 'dark'>(options.theme ?? 'light');
  const online = createObservable(true);
  const location = createObservable<{ path: string; params: Readonly<Record<string, string>> }>({
    path: '',
    params: options.params ?? {},
  });
  const bus = createEventBus((error) => reportError(error));
  const records = recorder();
  const gate = createGate();
  const drafts = new Map<string, unknown>(Object.entries(options.drafts ?? {}));
  const collections = new Map<string, MemoryCollection>();
  let writes = 0;

  const emit = <K extends keyof HostEvents>(name: K, payload: HostEvents[K]): void => {
    records.emitted.push({ name, payload });
    bus.emit(name, payload);
  };
  const collection = (name: string, records = options.data?.[name]): MemoryCollection => {
    const known = collections.get(name);
    if (known) return known;
    const made = new MemoryCollection(records ?? [], {
      personId: session.user.personId,
      unitId: session.user.unitId,
      now: () => new Date(Date.parse(`${session.today}T01:00:00Z`) + 1000 * writes++).toISOString(),
      written: (id) => emit('milepost/record-changed', { pluginId, collection: name, id }),
      before: gate.pass,
    });
    collections.set(name, made);
    return made;
  };

  const host: PluginHost = {
    pluginId,
    version: options.version ?? '1.0.0',
    placement: options.placement ?? 'page',
    session,
    scope: readonlyObservable(scope),
    setScope: (change) => scope.set({ ...scope.current, ...change }),
    crm: testCrm(options.crm ?? {}, session.today, gate.pass),
    data: {
      collection: <T>(name: string) => collection(name) as unknown as Collection<T>,
      shared: <T>(otherId: string, name: string) =>
        collection(`${otherId}/${name}`, options.shared?.[`${otherId}/${name}`]) as unknown as Collection<T>,
      async call<T>(path: string, { query, body }: CallOptions = {}): Promise<T> {
        if (callPath(path) === null)
          throw new ApiError({ status: 400, code: 'call.path', message: `The path “${path}” of an endpoint is not right.` });
        const params = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)])).toString();
        const name = params ? `${path}?${params}` : path;
        await gate.pass(`data.call:${name}`);
        const answer = options.calls?.[name];
        if (!answer) throw new Error(`The test host has no answer for data.call('${name}'). Give one in calls.`);
        return (await answer(body)) as T;
      },
    },
    drafts: {
      get: async <T>(key: string) => structuredClone((drafts.get(key) ?? null) as T | null),
      set: async (key, value) => void drafts.set(key, structuredClone(value)),
      remove: async (key) => void drafts.delete(key),
    },
    events: { emit, on: (name, listener) => bus.on(name, listener) },
    navigate: {
      to: (destination) => void records.destinations.push(destination),
      href: (destination) => `#${JSON.stringify(destination)}`,
      location: readonlyObservable(location),
      setParams: (params) => location.set({ ...location.current, params: merged(location.current.params, params) }),
    },
    notify: (notice) => void records.notices.push(notice),
    async confirm(question) {
      records.questions.push(question);
      return typeof options.confirm === 'function' ? options.confirm(question) : (options.confirm ?? true);
    },
    i18n: {
      locale: readonlyObservable(locale),
      t: (key, params = {}) => formatMessage(catalogue(options.messages, locale.current)[key] ?? key, params, locale.current),
    },
    theme: readonlyObservable(theme),
    online: readonlyObservable(online),
    telemetry: (name, value) => void records.telemetry.push({ name, value }),
  };

  return {
    host,
    ...records,
    drafts,
    calls: gate.calls,
    collection,
    setLocale: locale.set,
    setTheme: theme.set,
    setOnline: online.set,
    setLocation: location.set,
    failNext: gate.failNext,
    hold: gate.hold,
    get listeners() {
      return [scope, locale, theme, online, location].reduce((sum, { listeners }) => sum + listeners, 0) + bus.listeners;
    },
  };
}

function recorder() {
  return {
    notices: [] as Notice[],
    questions: [] as Question[],
    destinations: [] as Destination[],
    emitted: [] as { name: keyof HostEvents; payload: unknown }[],
    telemetry: [] as { name: string; value: number | undefined }[],
  };
}

/** Every call of the host passes here: it is written down, held or failed as the test asked. */
function createGate() {
  const calls: string[] = [];
  const failures: { readonly call: string; readonly error: Error }[] = [];
  const held = new Map<string, Promise<void>>();
  return {
    calls,
    async pass(call: string): Promise<void> {
      calls.push(call);
      for (const [name, wait] of held) if (call.startsWith(name)) await wait;
      const index = failures.findIndex((failure) => call.startsWith(failure.call));
      const failure = index < 0 ? undefined : failures.splice(index, 1)[0];
      if (failure) throw failure.error;
    },
    failNext: (call: string, error: Error): void => void failures.push({ call, error }),
    hold(call: string): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(call, promise);
      return () => {
        held.delete(call);
        resolve();
      };
    },
  };
}

function catalogue(messages: TestHostOptions['messages'], locale: Locale): Messages {
  if (!messages) return {};
  const perLocale = (messages as Readonly<Record<string, unknown>>)[locale];
  return typeof perLocale === 'object' && perLocale !== null ? (perLocale as Messages) : (messages as Messages);
}

function merged(
  params: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const all: Record<string, string | null> = { ...params, ...change };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}
