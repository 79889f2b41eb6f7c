import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { jsonPieces } from '@milepost/allocation/file';
import type { CommandContext } from '../../context.ts';
import { Failure } from '../../failure.ts';

/** Writes beside the file and puts it in place when it is whole: Ctrl-C, an error or a full disk leave what was there. */
export async function writeJson(context: CommandContext, file: string, value: unknown): Promise<void> {
  const path = resolve(context.cwd, file);
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeDraft(context, draft, value);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error instanceof Failure ? error : new Failure('cli.folder.write', { folder: file }, error);
  }
}

async function writeDraft(context: CommandContext, draft: string, value: unknown): Promise<void> {
  const handle = openSync(draft, 'wx');
  try {
    let count = 0;
    for (const piece of jsonPieces(value)) {
      writeSync(handle, piece);
      count += 1;
      // Ctrl-C is only heard between two turns of the event loop.
      if (count % 64 === 0) await setImmediate();
      if (context.signal.aborted) throw new Failure('cli.cancelled');
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  await stopIfCancelled(context);
}

/** Throws when Ctrl-C was pressed, also during the calculation before. */
export async function stopIfCancelled(context: CommandContext): Promise<void> {
  await setImmediate();
  if (context.signal.aborted) throw new Failure('cli.cancelled');
}
