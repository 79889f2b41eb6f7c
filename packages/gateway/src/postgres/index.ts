export { defaultDataDir } from './data-dir.ts';
export { PostgresStartError } from './errors.ts';
export type { PostgresErrorCode, PostgresErrorText } from './errors.ts';
export type { PostgresProgress } from './keeper.ts';
export { startPostgres } from './start-postgres.ts';
export type { EmbeddedPostgres, StartPostgresOptions } from './start-postgres.ts';
export { usePostgres } from './use-postgres.ts';
export type { UsePostgresOptions } from './use-postgres.ts';
