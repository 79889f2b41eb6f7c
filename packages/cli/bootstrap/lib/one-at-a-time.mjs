import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './messages.mjs';
import { cache, requireWritable } from './project.mjs';

/**
 * Does the work while no other bootstrap of this checkout does: two installations into one folder would damage it.
 * The other's work is waited for, and its lock is taken over when its process is gone.
 * @param {() => Promise<void>} work
 */
export async function oneAtATime(work) {
  requireWritable();
  const file = join(cache, 'bootstrap.lock');
  let told = false;
  while (!take(file)) {
    const owner = Number(readOr(file));
    if (isAbandoned(file, owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told)
      console.log(
        say({
          zh: `等待另一个正在准备本项目的进程（${owner}）……`,
          en: `Waiting for process ${owner}, which is preparing this project…`,
        }),
      );
    told = true;
    await sleep(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function readOr(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Its process is gone, or it was written before this machine started, or its writer died before it wrote its id.
 * @param {string} file
 * @param {number} owner
 */
function isAbandoned(file, owner) {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written < Date.now() - uptime() * 1000) return true;
  return owner ? !isAlive(owner) : Date.now() - written > 5000;
}

/**
 * Whether a bootstrap runs under this process id. On Linux the command tells it from another program that got the id later
 * and from a zombie that nobody has reaped; elsewhere the id has to do.
 * @param {number} pid
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return process.platform !== 'linux' || readOr(`/proc/${pid}/cmdline`).includes('bootstrap');
}
