/** The page inside the frame: its side of the bridge, and the same widget host as in a page. */
import { applyTokens } from '@milepost/ui';
import { readPageMessage } from '../bridge/messages.ts';
import { EmbedError } from '../element/assertion.ts';
import { createWidgetHost } from '../page-mode/widget-host.ts';
import type { FrameMessage, PageMessage, ThemeTokens, WidgetRequest } from '../bridge/messages.ts';
import type { WidgetHost } from '../page-mode/widget-host.ts';

/** Who may talk to this frame: the one window around it, of the origin it named, with the nonce it gave. */
interface Handshake {
  readonly nonce: string;
  readonly origin: string;
}

function readHandshake(): Handshake | null {
  const params = new URLSearchParams(location.hash.slice(1));
  const nonce = params.get('nonce') ?? '';
  const origin = params.get('origin') ?? '';
  // Where the browser tells who the parent is, the claim has to agree with it.
  const parentOrigin = location.ancestorOrigins?.[0];
  if (!nonce || !/^https?:\/\/[^/]+$/.test(origin) || window.parent === window) return null;
  return parentOrigin === undefined || parentOrigin === origin ? { nonce, origin } : null;
}

/** Waits for the port of the channel. */
function connect({ nonce, origin }: Handshake): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent<unknown>): void => {
      const [port] = event.ports;
      const answer = event.data as { milepost?: unknown; nonce?: unknown } | null;
      if (
        event.origin !== origin ||
        event.source !== window.parent ||
        answer?.milepost !== 'connect' ||
        answer.nonce !== nonce ||
        !port
      )
        return;
      removeEventListener('message', listen);
      resolve(port);
    };
    addEventListener('message', listen);
    window.parent.postMessage({ milepost: 'hello', nonce }, origin);
  });
}

class FrameSide {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, { resolve: (assertion: string) => void; reject: (error: Error) => void }>();
  #next = 1;
  #host: WidgetHost | null = null;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = (event: MessageEvent) => {
      const message = readPageMessage(event.data);
      if (message) void this.#handle(message);
    };
  }

  send(message: FrameMessage): void {
    this.#port.postMessage(message);
  }

  async #handle(message: PageMessage): Promise<void> {
    if (message.type === 'assertion') {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.assertion === null) waiting?.reject(new EmbedError(message.code, message.text));
      else waiting?.resolve(message.assertion);
    } else if (message.type === 'theme') this.#setTheme(message.theme);
    else await this.#show(message.widget, message.theme);
  }

  #getAssertion = (): Promise<string> => {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.send({ type: 'assertion', id });
    });
  };

  #setTheme({ scheme, tokens }: ThemeTokens): void {
    applyTokens(document, { scheme, overrides: tokens });
    this.#host?.setScheme(scheme);
  }

  async #show(request: WidgetRequest, theme: ThemeTokens): Promise<void> {
    this.#setTheme(theme);
    const locale = request.lang.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
    document.documentElement.lang = locale;
    const place = document.getElementById('widget') as HTMLElement;
    try {
      const open = (path: string): void => this.send({ type: 'open', path });
      this.#host = await createWidgetHost({
        gateway: location.origin,
        getAssertion: this.#getAssertion,
        locale,
        scheme: theme.scheme,
        open,
        onOtherPerson: () => this.#startAnew(),
      });
      const view = this.#host.runtime.mountWidget(place, {
        plugin: request.plugin,
        widget: request.widget,
        slot: 'embed',
        placement: 'embed',
        config: JSON.parse(request.config) as Record<string, unknown>,
        ...(request.account ? { accountId: request.account } : {}),
      });
      this.#watch(place, () => view.dirty);
      await view.ready;
      this.send({ type: 'ready' });
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      this.send({
        type: 'failed',
        code: typeof code === 'string' ? code : 'embed.failed',
        text: error instanceof Error ? error.message.slice(0, 2000) : '',
      });
    }
  }

  /** For another person: the page around greets the frame again and says what to show. */
  #startAnew(): void {
    this.send({ type: 'dirty', dirty: false });
    location.reload();
  }

  /** Tells the height when it changed, at most once in a drawn frame, and whether there is unsaved work. */
  #watch(place: HTMLElement, dirty: () => boolean): void {
    let height = 0;
    let wasDirty = false;
    new ResizeObserver(() => {
      const now = Math.ceil(place.getBoundingClientRect().height);
      if (now === height) return;
      height = now;
      this.send({ type: 'size', height });
    }).observe(place);
    place.addEventListener('mp-dirty-change', () => {
      if (dirty() === wasDirty) return;
      wasDirty = !wasDirty;
      this.send({ type: 'dirty', dirty: wasDirty });
    });
  }
}

const handshake = readHandshake();
if (handshake) void connect(handshake).then((port) => new FrameSide(port));
