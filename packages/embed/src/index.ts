/** The loader's parts, for tests and for pages that bundle it themselves. `src/embed.ts` is what the gateway serves. */
export { MilepostWidget } from './element/milepost-widget.ts';
export { EmbedError } from './element/assertion.ts';
export type { GetAssertion } from './element/assertion.ts';
export { MAX_HEIGHT, MAX_MESSAGE, readFrameMessage, readPageMessage } from './bridge/messages.ts';
export type { FrameMessage, PageMessage, ThemeTokens, WidgetRequest } from './bridge/messages.ts';
