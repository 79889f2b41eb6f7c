import type { Words } from '@milepost/crm';
import type { Logger } from 'pino';
import { systemActor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import { words } from '../http/problem.ts';
import { CheckpointFile } from './checkpoint-file.ts';
import type { Checkpoint } from './checkpoint-line.ts';
import { dispensable } from './thin-checkpoints.ts';
import type { KnownPlace } from './verify.ts';

export type { Checkpoint } from './checkpoint-line.ts';

const everyMs = 60_000;
const thinEveryMs = 86_400_000;

/** The signed checkpoints of the data folder by tenant, in the order they were noted, and how many lines are not ours. */
export async function readCheckpoints(
  dataDir: string,
): Promise<{ readonly places: ReadonlyMap<string, readonly Checkpoint[]>; readonly forged: number }> {
  const lines = await (await CheckpointFile.open(dataDir)).read();
  const known = lines.flatMap(({ checkpoint }) => checkpoint ?? []);
  return { places: byTenant(known), forged: lines.length - known.length };
}

/**
 * Notes the ends of all chains that grew since their last checkpoint: now, every minute, and once more at the stop. Once a
 * day the older ones are thinned.
 */
export async function startCheckpoints(
  database: Database,
  dataDir: string,
  log: Logger,
): Promise<{ note(): Promise<void>; stop(): Promise<void> }> {
  const file = await CheckpointFile.open(dataDir);
  const noted = new Map<string, number>();
  let thinned = 0;
  const note = async (): Promise<void> => {
    if (Date.now() - thinned > thinEveryMs) {
      const left = await thin(database, file);
      for (const [tenantId, places] of left) noted.set(tenantId, places.at(-1)?.seq ?? 0);
      thinned = Date.now();
    }
    const grown: Checkpoint[] = [];
    for (const tenantId of await database.tenantIds()) {
      const head = await readHead(database, tenantId);
      if (head && head.seq > (noted.get(tenantId) ?? 0)) grown.push({ tenantId, ...head, at: new Date().toISOString() });
    }
    if (grown.length === 0) return;
    await file.append(grown);
    for (const { tenantId, seq } of grown) noted.set(tenantId, seq);
  };
  let last: Promise<void> = Promise.resolve();
  const attempt = (): Promise<void> =>
    (last = last
      .then(note)
      .catch((error: unknown) => log.warn({ err: error, text: notWritten(dataDir) }, 'audit checkpoint not written')));
  const timer = setInterval(() => void attempt(), everyMs);
  timer.unref();
  await attempt();
  return {
    note,
    stop: async () => {
      clearInterval(timer);
      await attempt();
    },
  };
}

/**
 * Takes checkpoints out that later ones make dispensable. One that the chain contradicts is evidence and stays.
 * @returns what is known by tenant.
 */
async function thin(database: Database, file: CheckpointFile): Promise<ReadonlyMap<string, readonly Checkpoint[]>> {
  const lines = await file.read();
  const known = byTenant(lines.flatMap(({ checkpoint }) => checkpoint ?? []));
  const textOf = new Map(lines.map(({ text, checkpoint }) => [checkpoint, text]));
  const texts = new Set<string>();
  for (const [tenantId, places] of known) {
    const spare = dispensable(places, Date.now());
    const agreed = spare.length > 0 ? await placesInChain(database, tenantId, spare) : new Map<number, string>();
    for (const checkpoint of spare) {
      if (agreed.get(checkpoint.seq) === checkpoint.hash) texts.add(textOf.get(checkpoint) ?? '');
    }
  }
  await file.remove(texts);
  return known;
}

function byTenant(checkpoints: readonly Checkpoint[]): ReadonlyMap<string, readonly Checkpoint[]> {
  const places = new Map<string, Checkpoint[]>();
  for (const checkpoint of checkpoints) {
    const known = places.get(checkpoint.tenantId);
    if (known) known.push(checkpoint);
    else places.set(checkpoint.tenantId, [checkpoint]);
  }
  return places;
}

const notWritten = (dataDir: string): Words =>
  words(
    `无法在 ${dataDir} 写入审计检查点。请检查磁盘空间和权限。`,
    `The audit checkpoint cannot be written in ${dataDir}. Check the disk and the permissions.`,
  );

async function readHead(database: Database, tenantId: string): Promise<KnownPlace | undefined> {
  return database.read(systemActor(tenantId), async (sql) => {
    const { rows } = await sql.query<KnownPlace & { seq: number }>('SELECT seq, hash FROM audit_head WHERE tenant_id = $1', [
      tenantId,
    ]);
    return rows[0];
  });
}

/** The hashes that the chain has now at the given places. */
async function placesInChain(
  database: Database,
  tenantId: string,
  places: readonly KnownPlace[],
): Promise<ReadonlyMap<number, string>> {
  return database.read(systemActor(tenantId), async (sql) => {
    const { rows } = await sql.query<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM audit_link WHERE tenant_id = $1 AND seq = ANY($2::bigint[])',
      [tenantId, places.map(({ seq }) => seq)],
    );
    return new Map(rows.map(({ seq, hash }) => [seq, hash]));
  });
}
