import type { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { auditCommand } from './audit.ts';
import { demoCommand } from './demo.ts';
import { demoCrmCommand } from './demo-crm.ts';
import { importCommand } from './import.ts';
import { publishCommand } from './publish.ts';
import { rollbackCommand } from './rollback.ts';
import { pluginsCommand } from './plugins.ts';
import { portalCommand } from './portal.ts';
import { routesCommand } from './routes/index.ts';
import { startCommand } from './start.ts';
import { targetCommand } from './target/index.ts';
import { templatesCommand } from './templates.ts';

/** Every command of `milepost`, in the order of its help. A new one is a line here and a file beside. */
export const commands: readonly ((program: Command, context: CommandContext) => void)[] = [
  startCommand,
  demoCommand,
  demoCrmCommand,
  importCommand,
  templatesCommand,
  auditCommand,
  publishCommand,
  rollbackCommand,
  pluginsCommand,
  portalCommand,
  targetCommand,
  routesCommand,
];
