import type { MirrorAccess } from '@milepost/crm';
import { say } from './context.ts';
import type { CommandContext } from './context.ts';

/**
 * Opens the mirror of the configured database through the gateway: DATABASE_URL, else the embedded server of the data folder,
 * that of a running portal where there is one. The gateway is loaded only here, so commands without a database start at once.
 */
export async function openMirror(context: Pick<CommandContext, 'locale' | 'err' | 'signal'>): Promise<MirrorAccess> {
  const gateway = await import('@milepost/gateway/mirror');
  const { DATABASE_URL, MILEPOST_DATA, MILEPOST_SECRET } = process.env;
  const onWait = (pid: number): void =>
    context.err(
      say(
        context,
        `等待另一个正在使用数据目录的 Milepost（进程 ${pid}）……\n`,
        `Waiting for another Milepost that uses the data folder (process ${pid})…\n`,
      ),
    );
  return gateway.openMirror({ DATABASE_URL, MILEPOST_DATA, MILEPOST_SECRET }, { onWait, signal: context.signal });
}
