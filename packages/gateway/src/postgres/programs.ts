import { PostgresStartError } from './errors.ts';

/** The environment of database programs: nothing of ours, so that `PG*` variables of a developer do not leak in. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const keep = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SYSTEMROOT'];
  const kept = keep.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' } as NodeJS.ProcessEnv;
}

/** What a failed spawn means: no right to switch users, or a program this system cannot run. Undefined for other errors. */
export function explainSpawn(errno: string | undefined, path: string, cause: unknown): PostgresStartError | undefined {
  const syscall = (cause as { syscall?: string }).syscall ?? '';
  if (!syscall.startsWith('spawn')) return undefined;
  if (errno === 'EPERM' || errno === 'EINVAL') {
    return new PostgresStartError('PG_CANNOT_DROP_ROOT', { detail: errno }, cause);
  }
  return new PostgresStartError('PG_BINARIES_UNUSABLE', { path, detail: errno ?? 'unknown' }, cause);
}

/** The last line that says what went wrong, without PostgreSQL's own prefix. */
export function meaningfulLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const wrong = lines.filter((line) => /(error|fatal|panic):/i.test(line));
  const last = wrong.at(-1) ?? lines.filter(Boolean).at(-1) ?? '';
  return last.replace(/^.*?(error|fatal|panic):\s*/i, '');
}
