import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

/** Waits until the pipe from the gateway closes, which the kernel does however the gateway ends, then stops the server. */
const SCRIPT = 'while read -r line; do :; done; kill -INT "$1" 2>/dev/null';

/**
 * Stops the server when this process ends without doing so (`kill -9`, out of memory), so that no server is left behind.
 * @returns calls the watch off.
 */
export function watchOver(postmasterPid: number, user: ServerUser): () => void {
  if (process.platform === 'win32') return () => undefined;
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'milepost-postgres-watchdog', String(postmasterPid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // A machine without /bin/sh still has a working database; the next start finds and stops a leftover server.
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  (guard.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return () => {
    guard.kill('SIGKILL');
  };
}
