import { readFile, stat, writeFile, chown } from 'node:fs/promises';
import { join } from 'node:path';

/** The lines of `postmaster.pid` that matter to us; PostgreSQL's own note about a running server. */
export interface PostmasterFile {
  pid: number;
  /** `starting`, `ready`, `stopping`, `standby`; empty until the server wrote it. */
  status: string;
  port: number;
  /** Empty where the server listens on a port alone. */
  socketDir: string;
}

const NAME = 'postmaster.pid';
const PORT_LINE = 3;
const SOCKET_LINE = 4;
const STATUS_LINE = 7;

/** Reads the note, or undefined when there is none or it is still being written. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, NAME), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const line = (index: number): string => (lines[index] ?? '').trim();
  return { pid, status: line(STATUS_LINE), port: Number(line(PORT_LINE)), socketDir: line(SOCKET_LINE) };
}

/**
 * Makes a stale note harmless whose process id meanwhile belongs to some other program, which PostgreSQL would take for a
 * running server. It ignores the id of its own parent, so ours goes in; the rest stays, because the line about shared
 * memory is how PostgreSQL notices orphaned sessions of the old server, and deleting the file would lose that protection.
 */
export async function disarmPostmasterFile(cluster: string): Promise<void> {
  const path = join(cluster, NAME);
  const { uid, gid } = await stat(path);
  const lines = (await readFile(path, 'utf8')).split('\n');
  lines[0] = String(process.pid);
  await writeFile(path, lines.join('\n'));
  if (process.getuid?.() === 0) await chown(path, uid, gid);
}
