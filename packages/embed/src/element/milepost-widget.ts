import { EmbedError, fromEndpoint, fromFunction } from './assertion.ts';
import { Surface } from './surface.ts';
import { showInFrame } from '../frame-mode/frame-mode.ts';
import { schemeOf, themeOf, watchTheme } from './theme.ts';
import { watchPolicy } from './policy.ts';
import { word } from './words.ts';
import type { AssertionSource, GetAssertion } from './assertion.ts';
import type { endHosts, PageWidget, ShownWidget, showInPage } from '../page-mode/page-mode.ts';
import type { ShownFrame } from '../frame-mode/frame-mode.ts';

/** Where this script came from is where the gateway is. */
const scriptOrigin = new URL(import.meta.url).origin;
/** A re-render that takes the element out and puts it back is not a farewell. */
const FAREWELL_MS = 150;

type PageMode = { readonly endHosts: typeof endHosts; readonly showInPage: typeof showInPage };
type Farewell = { readonly now: boolean };
/** Null until the first widget in the page: without it there are no hosts to end. */
let pageMode: PageMode | null = null;
const live = new Set<MilepostWidget>();

async function loadPageMode(): Promise<PageMode> {
  return (pageMode ??= await import('../page-mode/page-mode.ts'));
}

/**
 * @summary A widget of a plugin in a page that is not ours.
 *
 * Attributes: `plugin`, `widget`, `account`, `mode` (`page`, `frame`, or automatic), `gateway` (the script's origin by
 * default), `lang`, `theme` (`light`, `dark`, or as the page), `config` (a JSON object), `token-endpoint` (of the page's
 * own backend). `getAssertion` takes the place of `token-endpoint`.
 *
 * @fires milepost-ready - The widget is shown.
 * @fires milepost-error - `detail` is `{code, message}`; a card with retry is shown.
 * @fires milepost-dirty - `detail` is whether there is unsaved work.
 */
export class MilepostWidget extends HTMLElement {
  static readonly observedAttributes = [
    'plugin',
    'widget',
    'account',
    'mode',
    'gateway',
    'lang',
    'theme',
    'config',
    'token-endpoint',
  ];

  /**
   * For the page to call when somebody signs out of the CRM or another person signs in: forgets the session, its token and
   * what was read with it, also unsaved work. Widgets that are still in the page start anew, with a fresh assertion.
   */
  static reset(): void {
    for (const widget of live) widget.#stop({ now: true });
    pageMode?.endHosts();
    for (const widget of live) widget.#plan();
  }

  /**
   * Answers a fresh assertion; set it before or just after the element is put into the page. Widgets with the same function
   * share one session; a function set later counts from the next start.
   */
  getAssertion: GetAssertion | undefined;

  #surface: Surface | null = null;
  #shown: ShownWidget | null = null;
  #frame: ShownFrame | null = null;
  #dirty = false;
  #stopTheme: (() => void) | null = null;
  #farewell: ReturnType<typeof setTimeout> | undefined;
  #run = 0;
  /** How the last run was ended, for what comes to be shown after its end. */
  #how: Farewell = { now: false };
  #planned = false;

  /** Whether the widget holds unsaved work. */
  get dirty(): boolean {
    return this.#shown?.dirty ?? this.#dirty;
  }

  connectedCallback(): void {
    clearTimeout(this.#farewell);
    if (!this.#surface) this.#plan();
  }

  disconnectedCallback(): void {
    this.#farewell = setTimeout(() => {
      if (!this.isConnected) this.#end({ now: false });
    }, FAREWELL_MS);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#surface || before === after) return;
    if (name === 'theme') this.#applyTheme();
    else this.#plan();
  }

  /**
   * Takes the widget, its listeners and its styles away; the last one ends the session at once. Putting the element into a
   * page again starts anew.
   */
  destroy(): void {
    this.#end({ now: true });
  }

  #end(how: Farewell): void {
    clearTimeout(this.#farewell);
    live.delete(this);
    this.#stop(how);
    this.#surface?.clear();
    this.#surface = null;
  }

  #stop(how: Farewell = { now: false }): void {
    this.#run += 1;
    this.#how = how;
    this.#stopTheme?.();
    this.#stopTheme = null;
    void this.#shown?.remove(how);
    this.#shown = null;
    this.#frame?.remove();
    this.#frame = null;
    this.#dirty = false;
  }

  /** Several attributes set at once start one widget. */
  #plan = (): void => {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) void this.#start();
    });
  };

  get #lang(): string {
    return this.getAttribute('lang') ?? (document.documentElement.lang || navigator.language);
  }

  get #gateway(): string {
    const named = this.getAttribute('gateway');
    return named ? new URL(named, location.href).origin : scriptOrigin;
  }

  #readConfig(): Record<string, unknown> {
    try {
      const config: unknown = JSON.parse(this.getAttribute('config') ?? '{}');
      if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Record<string, unknown>;
    } catch {
      // Answered below, with the same words as for a value that is no object.
    }
    throw new EmbedError('embed.config', word('config', this.#lang));
  }

  /** As things are now: a session outlives the widget that began it, and must not follow what becomes of that one. */
  #vouching(): { readonly source: AssertionSource; readonly getAssertion: GetAssertion } {
    const lang = this.#lang;
    const own = this.getAssertion;
    const endpoint = this.getAttribute('token-endpoint');
    if (own) return { source: own, getAssertion: fromFunction(own, lang) };
    if (endpoint) return { source: new URL(endpoint, document.baseURI).href, getAssertion: fromEndpoint(endpoint, lang) };
    return { source: null, getAssertion: () => Promise.reject(new EmbedError('embed.assertion', word('assertion', lang))) };
  }

  async #start(): Promise<void> {
    this.#stop();
    const run = this.#run;
    live.add(this);
    this.#surface ??= new Surface(this);
    this.#surface.showLoading(this.#lang);
    try {
      if (!this.getAttribute('plugin') || !this.getAttribute('widget'))
        throw new EmbedError('embed.attributes', word('attributes', this.#lang));
      const config = this.#readConfig();
      this.#stopTheme = watchTheme(() => this.#applyTheme());
      if (this.getAttribute('mode') === 'frame') this.#startFrame(run, config);
      else await this.#startPage(run, config);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  /** In the page; when the page's policy forbids what that needs, and no mode was asked for, in a frame. */
  async #startPage(run: number, config: Record<string, unknown>): Promise<void> {
    const policy = watchPolicy(this.#gateway);
    try {
      const { showInPage } = await loadPageMode();
      const shown = await showInPage(this.#pageWidget(config));
      if (run !== this.#run) return void shown.remove(this.#how);
      this.#shown = shown;
      this.#ready();
    } catch (error) {
      if (run !== this.#run) return;
      const mayFrame = this.getAttribute('mode') !== 'page' && (policy.violated() || !(await this.#reachable()));
      if (!mayFrame) throw error;
      this.#startFrame(run, config);
    } finally {
      policy.stop();
    }
  }

  /** A page's policy also shows in scripts that do not load while the gateway answers; then the chunk is what is missing. */
  async #reachable(): Promise<boolean> {
    try {
      await loadPageMode();
      return true;
    } catch {
      return false;
    }
  }

  #pageWidget(config: Record<string, unknown>): PageWidget {
    const surface = this.#surface as Surface;
    return {
      gateway: this.#gateway,
      ...this.#vouching(),
      restart: this.#plan,
      root: surface.root,
      place: surface.place,
      plugin: this.getAttribute('plugin') ?? '',
      widget: this.getAttribute('widget') ?? '',
      account: this.getAttribute('account') ?? '',
      config,
      locale: this.#lang.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
      theme: themeOf(this),
    };
  }

  #startFrame(run: number, config: Record<string, unknown>): void {
    const attribute = (name: string): string => this.getAttribute(name) ?? '';
    this.#frame = showInFrame({
      gateway: this.#gateway,
      lang: this.#lang,
      getAssertion: this.#vouching().getAssertion,
      place: (this.#surface as Surface).place,
      title: `Milepost ${attribute('plugin')}`,
      request: {
        plugin: attribute('plugin'),
        widget: attribute('widget'),
        account: attribute('account'),
        lang: this.#lang,
        config: JSON.stringify(config),
      },
      theme: () => themeOf(this),
      onReady: () => run === this.#run && this.#ready(),
      onDirty: (dirty) => this.#setDirty(dirty),
      onFailed: (code, text) => run === this.#run && this.#fail(new EmbedError(code, text)),
    });
  }

  #applyTheme(): void {
    if (!this.#shown && !this.#frame) return;
    const theme = themeOf(this);
    this.#shown?.setTheme({ ...theme, scheme: schemeOf(this) });
    this.#frame?.setTheme(theme);
  }

  #setDirty(dirty: boolean): void {
    this.#dirty = dirty;
    this.dispatchEvent(new CustomEvent('milepost-dirty', { detail: dirty }));
  }

  #ready(): void {
    const account = this.getAttribute('account');
    this.#surface?.showWidget(this.#lang, `${this.#gateway}/${account ? `?open=account:${encodeURIComponent(account)}` : ''}`);
    this.dispatchEvent(new CustomEvent('milepost-ready'));
  }

  #fail(error: unknown): void {
    this.#stop();
    const code = (error as { code?: unknown } | null)?.code;
    const text = error instanceof Error ? error.message : String(error);
    // Texts without a code of ours are the browser's: in its words, and not always in the person's language.
    const detail =
      typeof code === 'string' ? { code, message: text } : { code: 'embed.failed', message: word('unknown', this.#lang, text) };
    this.#surface?.showError(this.#lang, detail.code, detail.message, this.#plan);
    this.dispatchEvent(new CustomEvent('milepost-error', { detail }));
  }
}
