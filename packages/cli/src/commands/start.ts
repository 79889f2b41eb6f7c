import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { generateDemoCompanies } from '@milepost/testing/demo';
import type { MirrorSink } from '@milepost/crm';
import { entityNames } from '@milepost/crm';
import type {
  DemoHints,
  Gateway,
  GatewayConfig,
  loadServerPart as LoadServerPartFunction,
  PluginSource,
  StartProgress,
} from '@milepost/gateway';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { count, say } from '../context.ts';
import type { CommandContext } from '../context.ts';

type LoadServerPart = typeof LoadServerPartFunction;

interface StartFlags {
  readonly demo?: boolean;
  readonly port?: string;
  readonly host?: string;
  readonly portal?: string;
}

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

/** `milepost start`: runs the gateway with everything it serves until it is stopped. */
export function startCommand(program: Command, context: CommandContext): void {
  program
    .command('start')
    .description(say(context, '启动门户', 'Start the portal'))
    .option(
      '--demo',
      say(
        context,
        '演示模式：装入演示公司，可切换身份，仅限本机',
        'demo companies and a user switcher, for this machine alone',
      ),
    )
    .option('--port <port>', say(context, '端口，默认 4780', 'port; 4780 when left out'))
    .option(
      '--host <host>',
      say(context, '监听地址，默认 127.0.0.1', 'address to listen on; 127.0.0.1 when left out'),
    )
    .option('--portal <file>', say(context, '门户配置文件', 'portal file'))
    .action((flags: StartFlags) => runStart(context, flags));
}

async function runStart(context: CommandContext, flags: StartFlags): Promise<void> {
  const gateway = await import('@milepost/gateway');
  const { defaultDataDir } = await import('@milepost/gateway/postgres');
  const begun = performance.now();
  const config = gateway.readConfig(process.env, flags, await defaultDataDir(checkout));
  const portalFile = flags.portal === undefined ? undefined : resolve(context.cwd, flags.portal);
  const running = await gateway.createGateway({
    config,
    plugins: await workspacePlugins(gateway.loadServerPart),
    extensions: gateway.extensionsFor(config, { portalFile }),
    ...(config.demo && {
      seed: (newSink) => seedDemo(context, config, newSink),
      demoHints: () => readHints(config.dataDir),
    }),
    onProgress: (progress) => show(context, progress),
  });
  try {
    const url = await running.listen();
    await greet(context, running, config, config.publicUrl ?? url, performance.now() - begun);
    await stopped(context.signal);
    context.err(say(context, '正在停止……\n', 'Stopping…\n'));
  } finally {
    await running.stop();
  }
}

/** Plugins of this checkout: their manifests, and their server parts where they have one. */
async function workspacePlugins(loadServerPart: LoadServerPart): Promise<readonly PluginSource[]> {
  const folder = join(checkout, 'plugins');
  const sources: PluginSource[] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const text = await readFile(join(folder, name, 'plugin.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const manifest = JSON.parse(text) as PluginManifest;
    sources.push({ manifest, serverPart: await loadServerPart(join(folder, name), manifest.id) });
  }
  return sources;
}

/** Loads the demo companies and notes whom the switcher should show. */
async function seedDemo(
  context: CommandContext,
  config: GatewayConfig,
  newSink: () => MirrorSink,
): Promise<void> {
  const companies = generateDemoCompanies({ asOf: config.today ?? context.today(), scale: 1 });
  const hints: Record<string, DemoHints[string]> = {};
  for (const company of companies) {
    const sink = newSink();
    let total = 0;
    try {
      await sink.begin(company.tenant, { replace: true, source: 'demo' });
      for (const entity of entityNames) {
        const { inserted } = await sink.upsert(
          entity,
          company.rows(entity) as Iterable<object> as Iterable<Record<string, unknown>>,
        );
        total += inserted;
      }
      await sink.finish('given');
    } catch (error) {
      await sink.rollback();
      throw error;
    }
    for (const user of company.users) hints[`${company.tenant.id}:${user.id}`] = user.hint;
    context.err(`  ${company.tenant.name}: ${count(total)}\n`);
  }
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(hintsFile(config.dataDir), JSON.stringify(hints, null, 2));
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

function show(context: CommandContext, progress: StartProgress): void {
  const line = lineOf(context, progress);
  if (line) context.err(`${line}\n`);
}

function lineOf(context: CommandContext, progress: StartProgress): string | undefined {
  if (progress.step === 'database') {
    const { step, state } = progress.detail;
    if (step === 'create' && state === 'begin')
      return say(context, '创建内置数据库……', 'Creating the embedded database…');
    if (step === 'stop-leftover')
      return say(context, '停止了上次遗留的数据库进程', 'Stopped the database left over from last time');
    return undefined;
  }
  if (progress.step === 'migrate') {
    if (progress.state === 'begin' || progress.ran.length === 0) return undefined;
    return say(
      context,
      `数据库结构已更新（${progress.ran.length} 步）`,
      `Database brought up to date (${progress.ran.length} steps)`,
    );
  }
  if (progress.state === 'begin') return say(context, '装入演示公司……', 'Loading the demo companies…');
  const seconds = (progress.durationMs / 1000).toFixed(1);
  return say(context, `演示公司已装入（${seconds} 秒）`, `Demo companies loaded (${seconds} s)`);
}

async function greet(
  context: CommandContext,
  running: Gateway,
  config: GatewayConfig,
  url: string,
  ms: number,
): Promise<void> {
  const seconds = (ms / 1000).toFixed(1);
  context.out(
    say(
      context,
      `\nMilepost 已启动（${seconds} 秒）：${url}\n`,
      `\nMilepost is running (${seconds} s): ${url}\n`,
    ),
  );
  if (config.demo) {
    const { demoUsers } = await import('@milepost/gateway');
    const users = await demoUsers(running.kit.database, running.kit.demoHints);
    context.out(say(context, '演示用户（打开页面后选择）：\n', 'Demo users (choose one on the page):\n'));
    for (const user of users) {
      const hint = user.hint ? `  ${say(context, user.hint['zh-CN'], user.hint.en)}` : '';
      context.out(`  ${user.tenantName} · ${user.name} (${user.role}) ${user.unit ?? ''}${hint}\n`);
    }
  }
  context.out(say(context, '按 Ctrl-C 停止。\n', 'Ctrl-C stops it.\n'));
}

/** Resolves at Ctrl-C or when the system asks the process to end. */
function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done(), { once: true });
    process.once('SIGTERM', () => done());
  });
}
