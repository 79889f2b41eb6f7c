export { startForeignPage } from './server.ts';
export type { ForeignPage, ForeignPageOptions } from './server.ts';
