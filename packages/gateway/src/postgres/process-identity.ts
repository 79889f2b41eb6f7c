import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** True while a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

/**
 * Something that tells two processes with the same id apart: the moment the process started (plus the boot on Linux).
 * Undefined when the process is gone. A zombie counts as gone.
 */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') return birthOnLinux(pid);
  if (process.platform === 'win32') return `pid-${pid}`;
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], {
      env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' },
    });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

async function birthOnLinux(pid: number): Promise<string | undefined> {
  try {
    const [line, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ]);
    // The command name in parentheses may hold anything, so fields count from the last closing one.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${fields[19]}@${boot.trim()}`;
  } catch {
    return undefined;
  }
}

/** True when `pid` is a PostgreSQL server working on `cluster`; a recycled id of some other program is not. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if ((await birthOf(pid)) === undefined) return false;
  const real = await realpath(cluster);
  if (process.platform === 'linux') {
    // A server's working directory is its cluster.
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    return cwd === real;
  }
  if (process.platform === 'win32') return true;
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(real) || stdout.includes(cluster);
}
