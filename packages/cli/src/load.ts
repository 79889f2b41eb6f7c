import { entities, entityNames } from '@milepost/crm';
import type { EntityName, LoadOptions, MirrorRow, MirrorSink, TenantInfo, UpsertCounts } from '@milepost/crm';
import { count, say, tell } from './context.ts';
import type { CommandContext } from './context.ts';
import { Failure } from './failure.ts';
import type { Progress } from './progress.ts';

/** What to load, and how. */
export interface Load {
  readonly tenant: TenantInfo;
  readonly options: LoadOptions;
  /** Whether the rows bring their derived fields. */
  readonly derive: 'compute' | 'given';
  /** Rows of an entity, or undefined where there are none to load. */
  rows(entity: EntityName): Iterable<MirrorRow> | undefined;
}

/** What a load did, by entity. */
export type LoadCounts = Partial<Record<EntityName, UpsertCounts>>;

/** Runs one load, all or nothing: whatever goes wrong, or Ctrl-C, leaves the mirror as it was. */
export async function runLoad(context: CommandContext, sink: MirrorSink, load: Load, progress: Progress): Promise<LoadCounts> {
  const counts: LoadCounts = {};
  try {
    await sink.begin(load.tenant, load.options);
    for (const entity of entityNames) {
      const rows = load.rows(entity);
      if (rows === undefined) continue;
      const label = tell(context, entities[entity].label);
      const result = await sink.upsert(entity, progress.count(label, rows));
      counts[entity] = result;
      progress.done(`${label} ${describe(context, result)}`);
    }
    if (context.signal.aborted) throw new Failure('cli.cancelled');
    progress.done(
      load.derive === 'compute'
        ? say(context, '计算派生数据并提交……', 'Computing derived values and committing…')
        : say(context, '提交……', 'Committing…'),
    );
    await sink.finish(load.derive);
    return counts;
  } catch (error) {
    await sink.rollback();
    throw error;
  }
}

function describe(context: CommandContext, { inserted, changed, unchanged }: UpsertCounts): string {
  return say(
    context,
    `新增 ${count(inserted)}，更新 ${count(changed)}，未变 ${count(unchanged)}`,
    `${count(inserted)} new, ${count(changed)} changed, ${count(unchanged)} unchanged`,
  );
}
