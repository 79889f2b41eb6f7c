import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CommandContext } from '../../context.ts';
import { Failure } from '../../failure.ts';

/** Refuses a file that cannot be written before the time is spent on searching. Throws `cli.folder.write`. */
export function checkOut(context: CommandContext, file: string | undefined): void {
  if (file === undefined) return;
  const path = resolve(context.cwd, file);
  try {
    accessSync(dirname(path), constants.W_OK);
    if (!statSync(dirname(path)).isDirectory()) throw new Error('no folder');
  } catch (error) {
    throw new Failure('cli.folder.write', { folder: file }, error);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw new Failure('cli.folder.write', { folder: file });
}
