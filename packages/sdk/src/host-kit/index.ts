// Pieces that every host of plugins needs: the portal's runtime and the test host share them, so that a test sees what a page shows.
export { callPath, isSegment } from './call-path.ts';
export { createEventBus } from './event-bus.ts';
export type { EventBus } from './event-bus.ts';
export { formatMessage } from './format-message.ts';
export { createObservable, readonlyObservable } from './observable.ts';
export type { MutableObservable } from './observable.ts';
