import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { loadServerPart as LoadServerPartFunction, PluginSource } from '@milepost/gateway';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { say } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { Failure } from '../failure.ts';
import { demoSeed } from '../start/demo-seed.ts';
import { openStartLog } from '../start/log.ts';
import { greet, progressLine } from '../start/lines.ts';

type LoadServerPart = typeof LoadServerPartFunction;

interface StartFlags {
  readonly demo?: boolean;
  readonly port?: string;
  readonly host?: string;
  readonly portal?: string;
  readonly log?: string;
}

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

/** `milepost start`: runs the gateway with everything it serves until it is stopped. */
export function startCommand(program: Command, context: CommandContext): void {
  program
    .command('start')
    .description(say(context, '启动门户', 'Start the portal'))
    .option(
      '--demo',
      say(context, '演示模式：装入演示公司，可切换身份，仅限本机', 'demo companies and a user switcher, for this machine alone'),
    )
    .option('--port <port>', say(context, '端口，默认 4780', 'port; 4780 when left out'))
    .option('--host <host>', say(context, '监听地址，默认 127.0.0.1', 'address to listen on; 127.0.0.1 when left out'))
    .option('--portal <file>', say(context, '门户配置文件', 'portal file'))
    .addOption(
      new Option(
        '--log <where>',
        say(
          context,
          '日志去向，默认在终端上写入文件，否则为标准输出',
          'where the log goes; a file when run on a terminal, else standard output',
        ),
      ).choices(['stdout', 'file', 'none']),
    )
    .action((flags: StartFlags) => runStart(context, flags));
}

async function runStart(context: CommandContext, flags: StartFlags): Promise<void> {
  const gateway = await import('@milepost/gateway');
  const { defaultDataDir } = await import('@milepost/gateway/postgres');
  const begun = performance.now();
  const config = gateway.readConfig(process.env, flags, await defaultDataDir(checkout));
  const portalFile = flags.portal === undefined ? undefined : resolve(context.cwd, flags.portal);
  const { log, file } = openStartLog(context, config, gateway.createLog);
  const running = await gateway.createGateway({
    config,
    log,
    plugins: await workspacePlugins(gateway.loadServerPart),
    extensions: gateway.extensionsFor(config, { portalFile, log }),
    ...(config.demo && demoSeed(context, config)),
    onProgress: (progress) => {
      const line = progressLine(context, progress);
      if (line) context.err(`${line}\n`);
    },
  });
  try {
    if (context.signal.aborted) throw new Failure('cli.cancelled');
    const url = await running.listen();
    await greet(context, running, config, config.publicUrl ?? url, performance.now() - begun, file);
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
    const serverPart = await loadServerPart(join(folder, name), manifest.id);
    sources.push({ manifest, serverPart, serverVersion: manifest.version });
  }
  return sources;
}

/** Resolves at Ctrl-C or when the system asks the process to end. */
function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done(), { once: true });
  });
}
