/**
 * What a page and its frame say to each other over their MessageChannel. Both sides check every message by shape and
 * size; what does not fit is dropped. Hand-written, because the loader has ten kilobytes for everything.
 */

/** From the frame to the page around it. */
export type FrameMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'dirty'; readonly dirty: boolean }
  | { readonly type: 'open'; readonly path: string }
  | { readonly type: 'assertion'; readonly id: number }
  | { readonly type: 'failed'; readonly code: string; readonly text: string };

/** From the page to its frame. */
export type PageMessage =
  | { readonly type: 'show'; readonly widget: WidgetRequest; readonly theme: ThemeTokens }
  | { readonly type: 'theme'; readonly theme: ThemeTokens }
  | {
      readonly type: 'assertion';
      readonly id: number;
      readonly assertion: string | null;
      readonly code: string;
      readonly text: string;
    };

/** Which widget to show, beside what. */
export interface WidgetRequest {
  readonly plugin: string;
  readonly widget: string;
  readonly account: string;
  readonly lang: string;
  /** JSON text of the widget's configuration. */
  readonly config: string;
}

/** The colour scheme and the page's own values of design tokens. */
export interface ThemeTokens {
  readonly scheme: 'light' | 'dark';
  readonly tokens: Readonly<Record<string, string>>;
}

/** No message is larger, in UTF-16 units of its JSON text. */
export const MAX_MESSAGE = 256 * 1024;
/** No frame grows beyond this. CSS pixels. */
export const MAX_HEIGHT = 20_000;

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= max;
const flag: Check = (value) => typeof value === 'boolean';
const integer =
  (max: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
const textOrNull =
  (max: number): Check =>
  (value) =>
    value === null || text(max)(value);
const shaped =
  (shape: Shape): Check =>
  (value) =>
    fits(value, shape);
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const tokens: Check = (value) =>
  isPlain(value) &&
  Object.entries(value).every(
    ([name, token]) => /^--mp-[a-z0-9-]{1,60}$/.test(name) && text(300)(token) && !/[{};]|url\(/i.test(String(token)),
  );
const theme = shaped({ scheme: (value) => value === 'light' || value === 'dark', tokens });
const widget = shaped({ plugin: text(100), widget: text(100), account: text(200), lang: text(20), config: text(100_000) });
/** A path on the gateway: never another origin, never a scheme. */
const path: Check = (value) => text(2000)(value) && /^\/(?![/\\])/.test(String(value));

const fromFrame: Readonly<Record<FrameMessage['type'], Shape>> = {
  ready: {},
  size: { height: integer(MAX_HEIGHT) },
  dirty: { dirty: flag },
  open: { path },
  assertion: { id: integer(1e9) },
  failed: { code: text(100), text: text(2000) },
};

const fromPage: Readonly<Record<PageMessage['type'], Shape>> = {
  show: { widget, theme },
  theme: { theme },
  assertion: { id: integer(1e9), assertion: textOrNull(16_000), code: text(100), text: text(2000) },
};

function fits(value: unknown, shape: Shape): boolean {
  if (!isPlain(value)) return false;
  const names = Object.keys(value);
  return (
    names.length === Object.keys(shape).length && names.every((name) => Object.hasOwn(shape, name) && shape[name]?.(value[name]))
  );
}

function read(value: unknown, shapes: Readonly<Record<string, Shape>>): boolean {
  if (!isPlain(value) || typeof value['type'] !== 'string') return false;
  const { type, ...rest } = value;
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  return shape !== undefined && fits(rest, shape) && smallEnough(value);
}

function smallEnough(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= MAX_MESSAGE;
  } catch {
    return false;
  }
}

/** The message of a frame, or null when it is none. */
export function readFrameMessage(value: unknown): FrameMessage | null {
  return read(value, fromFrame) ? (value as FrameMessage) : null;
}

/** The message of a page, or null when it is none. */
export function readPageMessage(value: unknown): PageMessage | null {
  return read(value, fromPage) ? (value as PageMessage) : null;
}
