import { entityNames } from '../field.ts';
import type { EntityName } from '../field.ts';
import type { MirrorLookup, MirrorRow } from '../sink.ts';
import { checkLines, checkOrders, checkReceipts } from './check-money.ts';
import { checkReferences, checkUnitTree } from './check-references.ts';
import { checkDeals, checkIntervals, checkMemberships } from './check-time.ts';
import type { CheckContext } from './checks.ts';
import type { Encoding } from './decode.ts';
import { Problems } from './problems.ts';
import type { ImportProblem } from './problems.ts';
import { readFile } from './read-file.ts';
import type { ReadFile, ReadOptions, ReadRow } from './read-file.ts';

/** A file to import, with its name: the name says which entity it holds. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file was found to be. */
export interface ImportFileSummary {
  readonly file: string;
  readonly entity: EntityName;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly rows: number;
}

/** The outcome of a validation. Only with `ok` may `rows` be written. */
export interface ImportValidation {
  readonly ok: boolean;
  /** At most ten thousand; `errorCount` counts all. */
  readonly errors: readonly ImportProblem[];
  readonly errorCount: number;
  readonly warnings: readonly ImportProblem[];
  readonly summary: readonly ImportFileSummary[];
  /** Rows by entity, in the order in which they can be loaded. */
  readonly rows: ReadonlyMap<EntityName, readonly MirrorRow[]>;
}

/**
 * Checks the files of one import as a whole, against each other and against what the mirror holds. Reads nothing
 * itself and writes nothing; the same files and the same mirror give the same answer.
 */
export async function validateImport(
  files: readonly ImportFile[],
  lookup: MirrorLookup,
  options: ReadOptions,
): Promise<ImportValidation> {
  const errors = new Problems();
  const warnings = new Problems();
  const read = readAll(files, options, errors, warnings);
  const ids = new Map([...read].map(([entity, file]) => [entity, idsOf(file, errors)]));
  const context: CheckContext = { files: read, ids, lookup, errors };
  checkIntervals(context);
  checkDeals(context);
  checkLines(context);
  await checkReferences(context);
  await checkUnitTree(context);
  await checkMemberships(context);
  await checkOrders(context);
  await checkReceipts(context);
  const order = new Map(files.map((file, index) => [file.name, index]));
  const position = (problem: ImportProblem): number => order.get(problem.file) ?? 0;
  return {
    ok: errors.total === 0,
    errors: errors.list.sort((left, right) => position(left) - position(right) || (left.row ?? 0) - (right.row ?? 0)),
    errorCount: errors.total,
    warnings: warnings.list,
    summary: [...read.values()].map(({ name, entity, encoding, delimiter, rows }) => ({
      file: name,
      entity,
      encoding,
      delimiter,
      rows: rows.length,
    })),
    rows: new Map([...read].map(([entity, file]) => [entity, file.rows.map((row) => row.values)])),
  };
}

function readAll(
  files: readonly ImportFile[],
  options: ReadOptions,
  errors: Problems,
  warnings: Problems,
): Map<EntityName, ReadFile> {
  const found = new Map<EntityName, ReadFile>();
  for (const { name, bytes } of files) {
    const file = readFile(name, bytes, options, errors, warnings);
    if (file === null) continue;
    const other = found.get(file.entity);
    if (other) errors.add('csv.file.twice', { file: name }, { other: other.name });
    else found.set(file.entity, file);
  }
  return new Map(entityNames.flatMap((entity) => (found.has(entity) ? [[entity, found.get(entity) as ReadFile]] : [])));
}

function idsOf(file: ReadFile, errors: Problems): Map<string, ReadRow> {
  const ids = new Map<string, ReadRow>();
  for (const row of file.rows) {
    const id = row.values['id'];
    if (typeof id !== 'string') continue;
    const first = ids.get(id);
    if (first) {
      const place = { file: file.name, row: row.row, column: file.heading('id'), value: id };
      errors.add('import.id.twice', place, { row: String(first.row) });
    } else ids.set(id, row);
  }
  return ids;
}
