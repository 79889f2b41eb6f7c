import type { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { demoCommand } from './demo.ts';
import { importCommand } from './import.ts';
import { templatesCommand } from './templates.ts';

/** Every command of `milepost`, in the order of its help. A new one is a line here and a file beside. */
export const commands: readonly ((program: Command, context: CommandContext) => void)[] = [
  demoCommand,
  importCommand,
  templatesCommand,
];
