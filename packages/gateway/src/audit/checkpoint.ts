import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Words } from '@milepost/crm';
import type { Logger } from 'pino';
import { systemActor } from '../access/actor.ts';
import { keepText } from '../config/secrets.ts';
import type { Database } from '../database/database.ts';
import { words } from '../http/problem.ts';
import { canonicalJson } from './canonical.ts';
import type { KnownPlace } from './verify.ts';

/** The chain's end at a moment, noted outside the database: who rewrites the database cannot rewrite this too. */
export interface Checkpoint extends KnownPlace {
  readonly tenantId: string;
  readonly at: string;
}

const fileName = 'audit-checkpoints.jsonl';
const everyMs = 60_000;

async function loadKey(dataDir: string): Promise<KeyObject> {
  const pem = await keepText(join(dataDir, 'keys'), 'audit.pem', () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  return createPrivateKey(pem);
}

/**
 * The signed checkpoints of the data folder by tenant, and how many lines are not ours. A torn last line, as a power cut
 * leaves it, is passed over.
 */
export async function readCheckpoints(
  dataDir: string,
): Promise<{ readonly places: ReadonlyMap<string, readonly Checkpoint[]>; readonly forged: number }> {
  const key = createPublicKey(await loadKey(dataDir));
  const text = await readFile(join(dataDir, fileName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const places = new Map<string, Checkpoint[]>();
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  let forged = 0;
  for (const line of torn.endsWith('}') ? [...lines, torn] : lines) {
    const checkpoint = readLine(line, key);
    if (checkpoint) places.set(checkpoint.tenantId, [...(places.get(checkpoint.tenantId) ?? []), checkpoint]);
    else if (line.trim() !== '') forged += 1;
  }
  return { places, forged };
}

function readLine(line: string, key: KeyObject): Checkpoint | null {
  try {
    const { signature, ...checkpoint } = JSON.parse(line) as Checkpoint & { signature: string };
    const good = verify(
      null,
      Buffer.from(canonicalJson(checkpoint)),
      key,
      Buffer.from(signature, 'base64url'),
    );
    return good ? checkpoint : null;
  } catch {
    return null;
  }
}

/** Notes the ends of all chains now, every minute while they grow, and once more at the stop. */
export async function startCheckpoints(
  database: Database,
  dataDir: string,
  log: Logger,
): Promise<{ note(): Promise<void>; stop(): Promise<void> }> {
  const key = await loadKey(dataDir);
  const noted = new Map<string, number>();
  const note = async (): Promise<void> => {
    const lines: string[] = [];
    for (const tenantId of await database.tenantIds()) {
      const head = await readHead(database, tenantId);
      if (!head || head.seq === noted.get(tenantId)) continue;
      const checkpoint: Checkpoint = { tenantId, ...head, at: new Date().toISOString() };
      const signature = sign(null, Buffer.from(canonicalJson(checkpoint)), key).toString('base64url');
      lines.push(`${JSON.stringify({ ...checkpoint, signature })}\n`);
      noted.set(tenantId, head.seq);
    }
    if (lines.length === 0) return;
    const file = await open(join(dataDir, fileName), 'a', 0o600);
    await file.writeFile(lines.join(''));
    await file.sync();
    await file.close();
  };
  const attempt = (): Promise<void> =>
    note().catch((error: unknown) => log.warn({ err: error, text: notWritten(dataDir) }, 'audit checkpoint not written'));
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

const notWritten = (dataDir: string): Words =>
  words(
    `无法在 ${dataDir} 写入审计检查点。请检查磁盘空间和权限。`,
    `The audit checkpoint cannot be written in ${dataDir}. Check the disk and the permissions.`,
  );

async function readHead(database: Database, tenantId: string): Promise<KnownPlace | undefined> {
  return database.read(systemActor(tenantId), async (sql) => {
    const { rows } = await sql.query<KnownPlace & { seq: number }>(
      'SELECT seq, hash FROM audit_head WHERE tenant_id = $1',
      [tenantId],
    );
    return rows[0];
  });
}
