import { totalmem } from 'node:os';

/** Server settings by name, as `postgresql.conf` has them. */
export type Settings = Record<string, string>;

/** How clients reach the server: a socket folder, or a port on 127.0.0.1 where sockets do not exist. */
export type Endpoint = { socketDir: string } | { port: number };

/**
 * The settings a cluster runs with. Nothing here trades safety for speed: an acknowledged write is on the disk.
 * They are passed on the command line, so an edit of `postgresql.conf` cannot undo them.
 */
export function serverSettings(endpoint: Endpoint, overrides: Settings = {}): Settings {
  return {
    ...endpointSettings(endpoint),
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: `${sharedBuffersMb()}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    // Bounds the log that a restart after a crash has to replay, so that it serves again within two seconds.
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    // Statements here are short; compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] %q%u@%d ',
    lc_messages: 'C',
    ...overrides,
  };
}

function endpointSettings(endpoint: Endpoint): Settings {
  if ('port' in endpoint) {
    return { listen_addresses: '127.0.0.1', port: String(endpoint.port), unix_socket_directories: '' };
  }
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: endpoint.socketDir,
    unix_socket_permissions: '0700',
  };
}

/** One sixteenth of the machine, between 64 and 256 MB: room for a company's hot rows, invisible on a laptop. */
function sharedBuffersMb(): number {
  const share = Math.floor(totalmem() / 16 / 1024 / 1024);
  return Math.min(256, Math.max(64, share));
}

/** Settings as arguments of the `postgres` program. */
export function settingArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
