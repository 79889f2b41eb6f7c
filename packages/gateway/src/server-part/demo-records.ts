import type { RecordWrite } from '@milepost/sdk/host';
import type { Logger } from 'pino';
import { systemActor } from '../access/actor.ts';
import type { Sql } from '../database/database.ts';
import type { GatewayExtension } from '../gateway.ts';
import type { GatewayKit } from '../http/kit.ts';
import { words } from '../http/problem.ts';
import type { PluginSource } from '../records/plugin-source.ts';
import type { RequestTx } from '../records/request-tx.ts';
import { writeRecords } from '../records/write.ts';
import { loadIdentity, todayClock } from '../session/identity.ts';
import { collectionOf, serverContext } from './context.ts';
import type { DemoRecord, ServerPart } from './types.ts';

/**
 * Lets server parts fill the demo companies, so that first screens are alive. Runs once for each company and plugin: as soon
 * as the plugin has ever stored a record there, it is left alone. Writes go the way of every other write, as the company's
 * operations person, with all checks. A plugin that fails is named in the log and does not stop the start.
 */
export function demoRecords(log: Logger): GatewayExtension {
  return {
    name: 'demo-records',
    async start({ kit }) {
      if (!kit.config.demo) return;
      for (const tenantId of await kit.database.tenantIds()) {
        for (const { serverPart } of readFirst(kit.plugins().all())) {
          if (!serverPart?.demoRecords) continue;
          try {
            await seed(kit, tenantId, serverPart);
          } catch (error) {
            const text = words(
              `插件 ${serverPart.id} 的演示数据未能写入 ${tenantId}，其他功能不受影响。`,
              `The demo records of the plugin ${serverPart.id} were not written to ${tenantId}; everything else works.`,
            );
            log.warn({ err: error, plugin: serverPart.id, tenantId, text }, 'the demo records of a plugin were refused');
          }
        }
      }
    },
  };
}

/** Plugins whose shared records others read come before their readers: demo records may be made from what is there. */
function readFirst(plugins: readonly PluginSource[]): PluginSource[] {
  const ordered = new Set<PluginSource>();
  const visit = (plugin: PluginSource, above: readonly PluginSource[]): void => {
    if (ordered.has(plugin) || above.includes(plugin)) return;
    const read = (plugin.manifest.capabilities.records ?? []).map((name) => name.split('/')[0]);
    for (const other of plugins) if (read.includes(other.manifest.id)) visit(other, [...above, plugin]);
    ordered.add(plugin);
  };
  for (const plugin of plugins) visit(plugin, []);
  return [...ordered];
}

async function seed(kit: GatewayKit, tenantId: string, part: ServerPart): Promise<void> {
  const identity = await kit.database.read(systemActor(tenantId), async (sql) => {
    if (await hasRecords(sql, part.id)) return null;
    const { rows } = await sql.query<{ id: string }>(
      `SELECT id FROM crm_person WHERE role = 'ops' AND left_on IS NULL ORDER BY id LIMIT 1`,
    );
    return rows[0] ? loadIdentity(sql, tenantId, rows[0].id, todayClock(kit.config.today)) : null;
  });
  if (!identity) return;
  const plugins = kit.plugins();
  const actor = { ...identity.actor, openCollections: plugins.openCollections };
  await kit.database.write(actor, async (sql) => {
    const tx: RequestTx = {
      sql,
      actor,
      session: identity.info,
      plugins,
      cursors: kit.cursors,
      requestId: 'demo-records',
      serverContext: (pluginId) => serverContext(tx, pluginId, true),
    };
    const records = (await part.demoRecords?.(serverContext(tx, part.id))) ?? [];
    const revisions = new Map<string, number>();
    for (const batch of batchesOf(records)) await writeBatch(tx, part.id, batch, revisions);
  });
}

async function hasRecords(sql: Sql, pluginId: string): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT FROM record WHERE plugin_id = $1 LIMIT 1', [pluginId]);
  return (rowCount ?? 0) > 0;
}

/** Neighbours of one collection go together, in the order given; a record that comes twice begins a new batch. */
function batchesOf(records: readonly DemoRecord[]): DemoRecord[][] {
  const batches: DemoRecord[][] = [];
  let ids = new Set<string>();
  for (const record of records) {
    const last = batches.at(-1);
    if (last?.[0]?.collection === record.collection && !ids.has(record.id) && last.length < 2000) last.push(record);
    else {
      batches.push([record]);
      ids = new Set();
    }
    ids.add(record.id);
  }
  return batches;
}

async function writeBatch(
  tx: RequestTx,
  pluginId: string,
  batch: readonly DemoRecord[],
  revisions: Map<string, number>,
): Promise<void> {
  const name = batch[0]?.collection ?? '';
  const writes = batch.map(({ collection, ...record }): RecordWrite => ({
    op: 'put',
    ...record,
    revision: revisions.get(`${collection}/${record.id}`) ?? 0,
  }));
  const stored = await writeRecords(tx, collectionOf(tx, pluginId, name), writes, (index) => `writes.${index}.`);
  for (const record of stored) revisions.set(`${name}/${record.id}`, record.revision);
}
