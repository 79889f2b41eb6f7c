import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { FormatObjective } from '@milepost/routing/formats';
import type { CommandContext } from '../../context.ts';
import { Failure } from '../../failure.ts';

/** An instance to measure. */
export interface BenchCase {
  /** Path from the folder that was named. */
  readonly label: string;
  readonly file: string;
  readonly bestKnown: number | null;
  /** Where vehicles come first. */
  readonly bestVehicles: number | null;
}

/** Tables that hold published values: a row per instance, the value for the way last. */
const tables = ['best-known.csv', 'best-found.csv'];

/** Instances of a folder and of those in it, in the order of their names. Throws a failure for what is no folder. */
export function benchCases(context: CommandContext, folder: string, objective: FormatObjective): BenchCase[] {
  const root = resolve(context.cwd, folder);
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new Failure('cli.folder', { folder });
  return casesIn(root, root, objective);
}

function casesIn(root: string, folder: string, objective: FormatObjective): BenchCase[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true }),
  );
  const known = knownValues(folder);
  return entries.flatMap((entry): BenchCase[] => {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) return casesIn(root, file, objective);
    if (/\.(csv|md|json|sol|tour)$/i.test(entry.name) || entry.name.startsWith('.')) return [];
    return [{ label: relative(root, file), file, ...valuesOf(known, entry.name, objective) }];
  });
}

type Values = ReadonlyMap<string, Readonly<Record<string, string>>>;

function knownValues(folder: string): Values {
  const file = tables.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file === undefined) return new Map();
  const [head = [], ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/).map((line) => line.split(',')); // prettier-ignore
  return new Map(rows.map((row) => [row[0] ?? '', Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']))]));
}

/** `C101.25.txt` is found under that name, `C101.25` or `C101`. */
function valuesOf(known: Values, name: string, objective: FormatObjective): Pick<BenchCase, 'bestKnown' | 'bestVehicles'> {
  const parts = basename(name).split('.');
  const row = parts.map((_, cut) => known.get(parts.slice(0, parts.length - cut).join('.'))).find((found) => found !== undefined);
  if (row === undefined) return { bestKnown: null, bestVehicles: null };
  if (objective === 'vehicles-first') {
    return { bestKnown: valueOf(row['vehicles_first_distance']), bestVehicles: valueOf(row['vehicles_first_vehicles']) };
  }
  return { bestKnown: valueOf(Object.values(row).at(-1)), bestVehicles: null };
}

function valueOf(text: string | undefined): number | null {
  const value = Number(text);
  return text === undefined || text.trim() === '' || !Number.isFinite(value) ? null : value;
}
