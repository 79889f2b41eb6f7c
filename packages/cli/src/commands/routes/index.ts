import type { Command } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { benchCommand } from './bench.ts';
import { checkCommand } from './check.ts';
import { solveCommand } from './solve.ts';

/** `milepost routes …`: visit plans from files, without a portal or a database. */
export function routesCommand(program: Command, context: CommandContext): void {
  const routes = program.command('routes').description(say(context, '拜访路线', 'Visit plans'));
  solveCommand(routes, context);
  checkCommand(routes, context);
  benchCommand(routes, context);
}
