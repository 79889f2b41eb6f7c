/** A widget in an iframe of the gateway: for pages whose policy keeps foreign scripts out. The host's side of the bridge. */
import { MAX_HEIGHT, readFrameMessage } from '../bridge/messages.ts';
import type { FrameMessage, PageMessage, ThemeTokens, WidgetRequest } from '../bridge/messages.ts';
import { word } from '../element/words.ts';
import type { EmbedError, GetAssertion } from '../element/assertion.ts';

/** What a frame is made from. */
export interface FrameOptions {
  readonly gateway: string;
  readonly lang: string;
  readonly getAssertion: GetAssertion;
  readonly place: HTMLElement;
  readonly title: string;
  readonly request: WidgetRequest;
  readonly theme: () => ThemeTokens;
  readonly onReady: () => void;
  readonly onDirty: (dirty: boolean) => void;
  readonly onFailed: (code: string, text: string) => void;
}

/** A frame on the page. */
export interface ShownFrame {
  setTheme(theme: ThemeTokens): void;
  remove(): void;
}

const VIOLATIONS_ALLOWED = 20;
/** A frame greets before its `load`; the browser's own error page, in place of ours, never does. */
const SILENT_AFTER_LOAD_MS = 3000;
const SILENT_MS = 30_000;

/**
 * The frame says hello to its exact parent origin with the nonce it was given; only then, and only to the window and
 * origin of that frame, is one end of a MessageChannel handed over. A frame that was moved in the document loads again
 * and says hello again.
 */
export function showInFrame(options: FrameOptions): ShownFrame {
  const { gateway, place } = options;
  // Pages of an old CRM may be plain http, where browsers have no `crypto.randomUUID`.
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const frame = document.createElement('iframe');
  frame.title = options.title;
  // The frame runs on the gateway's own origin: it needs that origin to speak to the gateway, and nothing of this page.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms');
  frame.setAttribute('allow', 'local-network-access');
  frame.setAttribute('referrerpolicy', 'origin');
  frame.height = '160';
  frame.src = `${gateway}/embed/frame#${new URLSearchParams({ nonce, origin: location.origin })}`;
  let port: MessagePort | null = null;
  let violations = 0;

  const send = (message: PageMessage): void => port?.postMessage(message);
  const answerAssertion = async (id: number): Promise<void> => {
    try {
      send({ type: 'assertion', id, assertion: await options.getAssertion(), code: '', text: '' });
    } catch (error) {
      const { code, message } = error as Partial<EmbedError>;
      send({
        type: 'assertion',
        id,
        assertion: null,
        code: code ?? 'embed.assertion',
        text: String(message ?? error).slice(0, 2000),
      });
    }
  };
  const handle = (message: FrameMessage): void => {
    if (message.type === 'ready') options.onReady();
    else if (message.type === 'size') frame.height = String(Math.min(message.height, MAX_HEIGHT));
    else if (message.type === 'dirty') options.onDirty(message.dirty);
    else if (message.type === 'open') window.open(gateway + message.path, '_blank', 'noopener');
    else if (message.type === 'failed') options.onFailed(message.code, message.text);
    else void answerAssertion(message.id);
  };
  const listen = (event: MessageEvent): void => {
    const message = readFrameMessage(event.data);
    if (message) handle(message);
    else if (++violations > VIOLATIONS_ALLOWED) disconnect();
  };
  const disconnect = (): void => {
    port?.close();
    port = null;
  };
  const greet = (event: MessageEvent<unknown>): void => {
    if (event.origin !== gateway || event.source !== frame.contentWindow) return;
    const hello = event.data as { milepost?: unknown; nonce?: unknown } | null;
    if (hello?.nonce !== nonce) return;
    if (hello.milepost === 'refused') return options.onFailed('embed.origin', word('origin', options.lang, location.origin));
    if (hello.milepost !== 'hello') return;
    clearTimeout(silence);
    disconnect();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = listen;
    frame.contentWindow?.postMessage({ milepost: 'connect', nonce }, gateway, [channel.port2]);
    send({ type: 'show', widget: options.request, theme: options.theme() });
  };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const expectHello = (ms: number): void => {
    clearTimeout(silence);
    silence = setTimeout(
      () => options.onFailed('gateway.unreachable', word('frame', options.lang, gateway, location.origin)),
      ms,
    );
  };
  addEventListener('message', greet);
  frame.addEventListener('load', () => port || expectHello(SILENT_AFTER_LOAD_MS));
  expectHello(SILENT_MS);
  place.replaceChildren(frame);
  return {
    setTheme: (theme) => send({ type: 'theme', theme }),
    remove() {
      removeEventListener('message', greet);
      clearTimeout(silence);
      disconnect();
      frame.remove();
    },
  };
}
