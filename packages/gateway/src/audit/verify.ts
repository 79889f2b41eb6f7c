import { createHash } from 'node:crypto';
import type { Sql } from '../database/database.ts';
import { systemActor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';

/** What a check of a company's chain found. */
export interface ChainReport {
  readonly tenantId: string;
  /** Entries in the chain. */
  readonly entries: number;
  /** Hash of the last one. */
  readonly head: string;
  readonly intact: boolean;
  /** The first place where the chain does not hold. */
  readonly broken: { readonly seq: number; readonly reason: string } | null;
}

/** A place in the chain that was noted outside the database. */
export interface KnownPlace {
  readonly seq: number;
  readonly hash: string;
}

const start = '0'.repeat(64);
const pageSize = 5_000;

/** The hash of a link, as the database computes it. */
export function linkHash(prevHash: string, seq: number, entry: string): string {
  return createHash('sha256').update(`${prevHash}\n${seq}\n${entry}`).digest('hex');
}

/** Computes a company's chain again from its entries and compares it with the links, the head and the places noted. */
export function verifyChain(database: Database, tenantId: string, known: readonly KnownPlace[]): Promise<ChainReport> {
  return database.readSnapshot(systemActor(tenantId), (sql) => walk(sql, tenantId, placesBySeq(known)));
}

/** Two places that contradict each other become one that no chain fulfils. */
function placesBySeq(known: readonly KnownPlace[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const { seq, hash } of known) places.set(seq, (places.get(seq) ?? hash) === hash ? hash : 'contradiction');
  return places;
}

async function walk(sql: Sql, tenantId: string, known: ReadonlyMap<number, string>): Promise<ChainReport> {
  let seq = 0;
  let hash = start;
  const report = (reason?: string, at = seq): ChainReport => ({
    tenantId,
    entries: seq,
    head: hash,
    intact: reason === undefined,
    broken: reason === undefined ? null : { seq: at, reason },
  });
  for (;;) {
    const { rows } = await sql.query<{ seq: number; prev_hash: string; hash: string; entry: string | null }>(
      `SELECT l.seq, l.prev_hash, l.hash, e.entry FROM audit_link l
       LEFT JOIN audit_entry e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
       WHERE l.tenant_id = $1 AND l.seq > $2 ORDER BY l.seq LIMIT ${pageSize}`,
      [tenantId, seq],
    );
    for (const row of rows) {
      if (row.seq !== seq + 1) return report('a link is missing', seq + 1);
      if (row.entry === null) return report('the entry is missing', row.seq);
      if (row.prev_hash !== hash) return report('it does not follow from the link before', row.seq);
      const expected = linkHash(hash, row.seq, row.entry);
      if (row.hash !== expected) return report('the entry is not what was hashed', row.seq);
      seq = row.seq;
      hash = expected;
      const noted = known.get(seq);
      if (noted !== undefined && noted !== hash) return report('it differs from a signed checkpoint');
    }
    if (rows.length < pageSize) break;
  }
  const beyond = [...known.keys()].find((noted) => noted > seq);
  if (beyond !== undefined) return report('entries after it are gone: a signed checkpoint names a later one');
  return checkHead(sql, tenantId, seq, hash, report);
}

async function checkHead(
  sql: Sql,
  tenantId: string,
  seq: number,
  hash: string,
  report: (reason?: string) => ChainReport,
): Promise<ChainReport> {
  const { rows } = await sql.query<{ seq: number; hash: string }>('SELECT seq, hash FROM audit_head WHERE tenant_id = $1', [
    tenantId,
  ]);
  const head = rows[0] ?? { seq: 0, hash: start };
  if (head.seq !== seq || head.hash !== hash) return report('the head names another end');
  const loose = await sql.query<{ loose: number }>(
    `SELECT count(*) AS loose FROM audit_entry e WHERE e.tenant_id = $1
     AND NOT EXISTS (SELECT FROM audit_link l WHERE l.tenant_id = e.tenant_id AND l.entry_id = e.id)`,
    [tenantId],
  );
  return (loose.rows[0]?.loose ?? 0) > 0 ? report('there are entries outside the chain') : report();
}
