import type { AggregateQuery, AggregateRow, EntityName, EntityRows, ListQuery, Page, Role, Unit } from '@milepost/crm';
import type { Locale } from './locale.ts';

/** Ends what a registration began. Calling it twice is harmless. */
export type Disposer = () => void;

/** Who is at work, for which company, on which day. */
export interface SessionInfo {
  readonly user: {
    readonly id: string;
    readonly personId: string;
    readonly name: string;
    readonly role: Role;
    /** The unit led (managers) or belonged to. */
    readonly unitId: string | null;
  };
  readonly tenant: {
    readonly id: string;
    readonly name: string;
    readonly currency: string;
    readonly timeZone: string;
    /** 1–12. */
    readonly fiscalYearStartMonth: number;
  };
  /** Today's business day, `YYYY-MM-DD`, in the company's time zone. */
  readonly today: string;
}

/** The organisation and period everyone on the page works in; it lives in the URL. */
export interface Scope {
  /** A unit, or null for all that the person may see. */
  readonly unitId: string | null;
  /** A person inside the unit, or null. */
  readonly personId: string | null;
  /** `YYYY`, `YYYY-Qn` or `YYYY-MM`. */
  readonly period: string;
}

/** A value that changes, with its listeners. `subscribe` calls the listener on change only. */
export interface Observable<T> {
  readonly current: T;
  subscribe(listener: (value: T) => void): Disposer;
}

/** Reads of the CRM mirror, limited to the entities in the manifest's capabilities and to what the person may see. */
export interface CrmApi {
  list<E extends EntityName>(entity: E, query?: ListQuery, signal?: AbortSignal): Promise<Page<EntityRows[E]>>;
  /**
   * Follows pages until the end. `limit` is the size of a page only.
   * @throws ApiError `read.too-many` when there are more than `max` rows (default 10,000): never a part of them.
   */
  listAll<E extends EntityName>(
    entity: E,
    query?: ListQuery & { readonly max?: number },
    signal?: AbortSignal,
  ): Promise<readonly EntityRows[E][]>;
  /** Null when there is no such row or it is not this person's to see. */
  get<E extends EntityName>(entity: E, id: string, signal?: AbortSignal): Promise<EntityRows[E] | null>;
  aggregate(query: AggregateQuery, signal?: AbortSignal): Promise<readonly AggregateRow[]>;
  /** The organisation as of today (or `asOf`), units with the people in them. */
  organisation(asOf?: string, signal?: AbortSignal): Promise<Organisation>;
}

/** The organisation tree on one day. */
export interface Organisation {
  readonly asOf: string;
  readonly units: readonly Unit[];
  /** People with the unit of their primary membership on that day; leaders of a unit carry `leads`. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly unitId: string;
    readonly leads: string | null;
    readonly joinedOn: string;
    readonly leftOn: string | null;
  }[];
}

/** A stored record of a collection. */
export interface RecordOf<T> {
  readonly id: string;
  /** Counts up from 1 with every write. */
  readonly revision: number;
  readonly ownerId: string | null;
  readonly unitId: string | null;
  readonly accountId: string | null;
  readonly value: T;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly deleted?: boolean;
}

/** Which records of a collection. `where` compares top-level fields of the value, or `ownerId`, `unitId`, `accountId`. */
export type RecordQuery = Omit<ListQuery, 'fields'>;

/** One write of a batch. `revision: 0` creates; otherwise the revision that was seen. */
export type RecordWrite<T = unknown> =
  | {
      readonly op: 'put';
      readonly id: string;
      readonly revision: number;
      readonly value: T;
      /** Defaults to the writer for new records, to the stored one for old ones. */
      readonly ownerId?: string | null;
      readonly unitId?: string | null;
      readonly accountId?: string | null;
    }
  | { readonly op: 'delete'; readonly id: string; readonly revision: number };

/** One collection of the plugin. */
export interface Collection<T> {
  list(query?: RecordQuery, signal?: AbortSignal): Promise<Page<RecordOf<T>>>;
  /** As `CrmApi.listAll`. @throws ApiError `read.too-many` */
  listAll(query?: RecordQuery & { readonly max?: number }, signal?: AbortSignal): Promise<readonly RecordOf<T>[]>;
  get(id: string, signal?: AbortSignal): Promise<RecordOf<T> | null>;
  /** @throws WriteConflict when the revision is not the stored one; ApiError with field paths when invalid. */
  put(
    id: string,
    value: T,
    options: {
      readonly revision: number;
      readonly ownerId?: string | null;
      readonly unitId?: string | null;
      readonly accountId?: string | null;
    },
  ): Promise<RecordOf<T>>;
  remove(id: string, revision: number): Promise<void>;
  history(id: string, signal?: AbortSignal): Promise<readonly RecordOf<T>[]>;
  /** All of them or none. @throws as `put`. */
  batch(writes: readonly RecordWrite<T>[]): Promise<readonly RecordOf<T>[]>;
}

/** A shared collection of another plugin: read, never written. */
export type SharedCollection<T> = Pick<Collection<T>, 'list' | 'listAll' | 'get'>;

/** How an endpoint is called. `POST` when a body is given and nothing is said. */
export interface CallOptions {
  readonly method?: 'GET' | 'POST';
  /** Parameters behind the path. */
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The plugin's own storage and server part. */
export interface DataApi {
  collection<T>(name: string): Collection<T>;
  /**
   * A collection that another plugin shares and `capabilities.records` names. An empty one where that plugin is not
   * installed or shares no such collection.
   */
  shared<T>(pluginId: string, name: string): SharedCollection<T>;
  /**
   * Calls an endpoint of the plugin's server part: `/api/plugins/<id>/call/<path>`. The path is relative and is not encoded
   * yet; parameters go into `query`.
   * @throws ApiError `call.path` for a path with empty, `.` or `..` segments, or with `?` or `#` in it.
   */
  call<T>(path: string, init?: CallOptions): Promise<T>;
}

/** Unsaved work, kept on this device for this person until it is saved or discarded. */
export interface DraftsApi {
  get<T>(key: string): Promise<T | null>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Events that plugins and the portal exchange. Names are `<owner>/<what>`; payloads are plain data. */
export interface HostEvents {
  /** A record of a collection changed through this browser. */
  'milepost/record-changed': { readonly pluginId: string; readonly collection: string; readonly id: string };
  /** A visit was summed up for an account. */
  'visit-planning/visit-completed': { readonly accountId: string; readonly visitId: string; readonly dayOn: string };
  /** A finding was opened or changed state. */
  'compliance-checklists/finding-changed': { readonly accountId: string; readonly findingId: string; readonly state: string };
  /** A target plan was published or edited. */
  'target-decomposition/plan-changed': { readonly planId: string; readonly period: string };
  /** A scorecard period was frozen. */
  'kpi-scoring/run-frozen': { readonly runId: string; readonly period: string };
}

/** Typed publish and subscribe. A listener that throws is reported and does not stop the others. */
export interface EventsApi {
  emit<K extends keyof HostEvents>(name: K, payload: HostEvents[K]): void;
  on<K extends keyof HostEvents>(name: K, listener: (payload: HostEvents[K]) => void): Disposer;
}

/** Where to go. Pages are named, never spelled as URLs. */
export type Destination =
  | {
      readonly page: string;
      readonly path?: string;
      readonly params?: Readonly<Record<string, string>>;
      readonly scope?: Partial<Scope>;
    }
  | { readonly account: string; readonly scope?: Partial<Scope> };

/** Moves between pages of the portal; in an embed it opens the portal in a new tab. */
export interface NavigateApi {
  to(destination: Destination): void;
  /** The URL for a link. */
  href(destination: Destination): string;
  /** Path below the page's own route (`/targets/<path>`), and query parameters of the page. */
  readonly location: Observable<{ readonly path: string; readonly params: Readonly<Record<string, string>> }>;
  /** Replaces page parameters without leaving the page. Null removes one. */
  setParams(params: Readonly<Record<string, string | null>>): void;
}

/** A short message that goes away by itself; `critical` ones stay until closed. */
export interface Notice {
  readonly tone: 'info' | 'positive' | 'warning' | 'critical';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A question before something that cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text?: string;
  /** A verb: 发布计划, not 确定. */
  readonly confirmLabel: string;
  readonly tone?: 'normal' | 'danger';
}

/** Texts in the person's language. */
export interface I18nApi {
  readonly locale: Observable<Locale>;
  /**
   * The text behind `key` of the plugin's own catalogue. `{name}` is replaced;
   * `{n, plural, one {# visit} other {# visits}}` is resolved. A missing key shows itself.
   */
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
}

/** Everything a plugin may do, bound to it and limited to its capabilities. */
export interface PluginHost {
  readonly pluginId: string;
  readonly version: string;
  /** Where the element stands: a page or slot of the portal, or a foreign page. */
  readonly placement: 'page' | 'slot' | 'embed';
  readonly session: SessionInfo;
  readonly scope: Observable<Scope>;
  setScope(change: Partial<Scope>): void;
  readonly crm: CrmApi;
  readonly data: DataApi;
  readonly drafts: DraftsApi;
  readonly events: EventsApi;
  readonly navigate: NavigateApi;
  notify(notice: Notice): void;
  confirm(question: Question): Promise<boolean>;
  readonly i18n: I18nApi;
  readonly theme: Observable<'light' | 'dark'>;
  readonly online: Observable<boolean>;
  /** Named counters and durations for the company's operators; never personal data. */
  telemetry(name: string, value?: number): void;
}
