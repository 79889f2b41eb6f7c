import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { columnOf } from '@milepost/crm';
import type { EntityDef, FieldDef, MirrorRow } from '@milepost/crm';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isStorable } from '../http/body.ts';

/** Characters handed to the database at a time. */
const chunkSize = 64 * 1024;

/**
 * Copies rows into a temporary table `incoming`: the columns of the entity, `_given` (bit i: field i was in the row) and
 * `_n` (its place). Tables under row-level security take no COPY, so the merge moves them on.
 */
export async function copyRows(client: PoolClient, entity: EntityDef, rows: Iterable<MirrorRow>): Promise<void> {
  const columns = entity.fields.map((field) => `"${columnOf(field.name)}"`);
  await client.query(`DROP TABLE IF EXISTS incoming`);
  await client.query(
    `CREATE TEMP TABLE incoming ON COMMIT DROP AS
     SELECT ${columns.join(', ')}, 0::bigint AS _given, 0::integer AS _n FROM ${entity.table} WHERE false`,
  );
  const target = client.query(copyFrom(`COPY incoming (${columns.join(', ')}, _given, _n) FROM STDIN`));
  await pipeline(Readable.from(chunks(entity, rows), { objectMode: false }), target);
  await client.query('ANALYZE incoming');
}

function* chunks(entity: EntityDef, rows: Iterable<MirrorRow>): Generator<Buffer> {
  let text = '';
  let n = 0;
  for (const row of rows) {
    text += line(entity, row, n);
    n += 1;
    if (text.length < chunkSize) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function line(entity: EntityDef, row: MirrorRow, n: number): string {
  let given = 0;
  const cells = entity.fields.map((field, index) => {
    const value = row[field.name];
    if (value !== undefined) given += 2 ** index;
    return value === undefined || value === null ? '\\N' : escape(textOf(value, field, entity, n));
  });
  return `${cells.join('\t')}\t${given}\t${n}\n`;
}

function textOf(value: unknown, field: FieldDef, entity: EntityDef, n: number): string {
  const text = field.type === 'json' ? JSON.stringify(value) : String(value);
  if (isStorable(text)) return text;
  throw new RangeError(`${entity.name} row ${n + 1}, ${field.name}: holds a character that cannot be stored`);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** The text form of COPY: backslash, tab and line ends are escaped. */
function escape(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => escapes[char] as string) : text;
}
