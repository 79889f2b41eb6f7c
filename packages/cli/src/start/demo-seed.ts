import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entities, entityNames } from '@milepost/crm';
import type { MirrorSink } from '@milepost/crm';
import type { DemoHints, GatewayConfig, GatewayOptions } from '@milepost/gateway';
import { generateDemoCompanies } from '@milepost/testing/demo';
import type { DemoCompany } from '@milepost/testing/demo';
import { count, tell } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { Failure } from '../failure.ts';
import { Progress } from '../progress.ts';

/**
 * The first load of the demo companies. Each company is one transaction; a note in the data folder says that the load has begun,
 * so that the start after a crash loads the companies that are missing.
 */
export function demoSeed(
  context: CommandContext,
  config: Pick<GatewayConfig, 'dataDir' | 'today'>,
): Required<Pick<GatewayOptions, 'seed' | 'seedPending' | 'demoHints'>> {
  const note = join(config.dataDir, 'demo-loading');
  return {
    seedPending: () =>
      stat(note).then(
        () => true,
        () => false,
      ),
    seed: async (newSink, present) => {
      await mkdir(config.dataDir, { recursive: true });
      await writeFile(note, '', { flush: true });
      const companies = generateDemoCompanies({ asOf: config.today ?? context.today(), scale: 1 });
      for (const company of companies) {
        if (!present.includes(company.tenant.id)) await load(context, company, newSink());
      }
      await writeFile(hintsFile(config.dataDir), JSON.stringify(hintsOf(companies), null, 2));
      await rm(note, { force: true });
    },
    demoHints: () => readHints(config.dataDir),
  };
}

async function load(context: CommandContext, company: DemoCompany, sink: MirrorSink): Promise<void> {
  if (context.signal.aborted) throw new Failure('cli.cancelled');
  const progress = new Progress(context, false);
  try {
    await sink.begin(company.tenant, { replace: true, source: 'demo' });
    for (const entity of entityNames) {
      const rows = company.rows(entity) as Iterable<object> as Iterable<Record<string, unknown>>;
      await sink.upsert(entity, progress.count(`  ${tell(context, entities[entity].label)}`, rows));
    }
    await sink.finish('given');
  } catch (error) {
    await sink.rollback();
    throw error;
  }
  progress.done(`  ${company.tenant.name}: ${count(progress.total)}`);
}

function hintsOf(companies: readonly DemoCompany[]): DemoHints {
  return Object.fromEntries(
    companies.flatMap(({ tenant, users }) => users.map((user) => [`${tenant.id}:${user.id}`, user.hint])),
  );
}

const hintsFile = (dataDir: string): string => join(dataDir, 'demo-users.json');

/** The switcher's people as the load noted them; without the note the gateway chooses by itself. */
async function readHints(dataDir: string): Promise<DemoHints> {
  const text = await readFile(hintsFile(dataDir), 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as DemoHints;
  } catch {
    return {};
  }
}
