export { testPostgres } from './test-postgres.ts';
export type { TestDatabase, TestDatabaseAccess, TestTemplate } from './test-postgres.ts';
