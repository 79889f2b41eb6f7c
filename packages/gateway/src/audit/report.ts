import { Database } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import type { DatabaseSettings } from '../database/open.ts';
import { readCheckpoints } from './checkpoint.ts';
import { verifyChain } from './verify.ts';
import type { ChainReport } from './verify.ts';

/** What a check of all chains found. */
export interface AuditReport {
  readonly chains: readonly (ChainReport & { readonly checkpoints: number })[];
  /** Lines of the checkpoint file that we did not sign. */
  readonly forgedCheckpoints: number;
  readonly intact: boolean;
}

/** Checks every company's chain of a data folder or a server, beside a running gateway or without one. */
export async function auditReport(config: DatabaseSettings): Promise<AuditReport> {
  const opened = await openDatabase(config, undefined, () => undefined, 'command');
  const database = new Database(opened.urls, { statementTimeoutMs: 600_000 });
  try {
    const { places, forged } = await readCheckpoints(config.dataDir);
    const chains = [];
    for (const tenantId of await database.tenantIds()) {
      const known = places.get(tenantId) ?? [];
      chains.push({ ...(await verifyChain(database, tenantId, known)), checkpoints: known.length });
    }
    return {
      chains,
      forgedCheckpoints: forged,
      intact: forged === 0 && chains.every((chain) => chain.intact),
    };
  } finally {
    await database.close();
    await opened.stop();
  }
}

/** Thrown by commands when a chain does not hold, so that pipelines stop. */
export class AuditBroken extends Error {
  readonly code = 'AUDIT_BROKEN';
  readonly text: { readonly zh: string; readonly en: string };

  constructor(report: AuditReport) {
    const names = report.chains.filter((chain) => !chain.intact).map((chain) => chain.tenantId);
    const forged = report.forgedCheckpoints;
    const en = [
      names.length > 0 ? `the audit chain of ${names.join(', ')} is broken` : '',
      forged > 0 ? `${forged} checkpoints carry no signature of ours` : '',
    ].filter(Boolean);
    const zh = [
      names.length > 0 ? `${names.join('、')} 的审计链不完整` : '',
      forged > 0 ? `${forged} 个检查点的签名无效` : '',
    ].filter(Boolean);
    super(en.join('; '));
    this.text = {
      zh: `${zh.join('；')}。请保留数据库和数据目录的现状，并与备份比对。`,
      en: `Verification failed: ${en.join('; ')}. Keep the database and the data folder as they are and compare them with a backup.`,
    };
  }
}
