export { MirrorReferenceError } from './check-references.ts';
export { mirrorLookup } from './lookup.ts';
export { PgMirrorSink } from './sink.ts';
export type { SinkOptions } from './sink.ts';
