import type { Endpoint } from './settings.ts';

/**
 * A connection string for one role and database. Both node-postgres and libpq take the socket folder from the `host`
 * parameter, which overrides the host before it.
 */
export function connectionString(endpoint: Endpoint, role: string, password: string, database: string): string {
  const who = `${encodeURIComponent(role)}:${password}`;
  const name = encodeURIComponent(database);
  if ('port' in endpoint) return `postgres://${who}@127.0.0.1:${endpoint.port}/${name}`;
  return `postgres://${who}@localhost/${name}?host=${encodeURIComponent(endpoint.socketDir)}`;
}
