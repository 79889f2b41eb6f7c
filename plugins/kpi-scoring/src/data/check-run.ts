import { canonicalJson, replay } from '@milepost/scoring';
import type { PluginHost } from '@milepost/sdk';
import type { RunPerson, RunSnapshot } from '../domain/records.ts';
import { hashHolds } from '../domain/run.ts';

/** Whether a frozen month is what its snapshot gives: the hash holds, and scoring the snapshot again gives each stored result. */
export async function checkRun(host: PluginHost, run: RunSnapshot, runId: string): Promise<boolean> {
  if (!(await hashHolds(run))) return false;
  const computed = new Map(replay(run.snapshot).people.map((person) => [person.personId, canonicalJson(person)]));
  const stored = await host.data.collection<RunPerson>('runs').listAll({ where: [{ field: 'runId', op: 'eq', value: runId }] });
  return stored.every(({ value }) => value.sha256 === run.sha256 && computed.get(value.personId) === canonicalJson(value.result));
}
