import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTemplate, portalEnv } from './data-folder.ts';
import { checkout, milepost, serve } from './program.ts';
import type { Finished, Serving } from './program.ts';

/** A person of the demo's switcher. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly tenantId: string;
  readonly hint: { readonly en: string } | null;
}

/** What people may be. */
export type Role = 'rep' | 'manager' | 'ops' | 'auditor' | 'admin';

/** A portal of its own with the demo companies: a process, a data folder and a portal file. */
export interface Portal {
  readonly url: string;
  /** What `MILEPOST_DATA` names. */
  readonly dataDir: string;
  readonly portalFile: string;
  readonly users: readonly DemoUser[];
  /** The demo's first person of a role; of the second company with `tenant: 1`. */
  user(role: Role, options?: { readonly tenant?: number; readonly hint?: RegExp }): DemoUser;
  /** Runs a command against the same data folder. */
  command(...args: readonly string[]): Promise<Finished>;
  /** Changes the portal file as an administrator would, with a text editor. */
  editPortal(change: (text: string) => string): Promise<void>;
  /** Ends the process, hard by default, and starts it again on the same port. Answers the milliseconds until it served. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number>;
  stop(): Promise<void>;
}

/** How a portal differs from the usual one. */
export interface PortalOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** A seeded data folder; that of the run when left out. */
  readonly template?: string;
}

/** Starts the real program on a copy of the seeded data, on a free port of this machine. */
export async function startPortal({ env = {}, template }: PortalOptions = {}): Promise<Portal> {
  const folder = await copyTemplate(template ?? (await import('vitest')).inject('template'));
  const portalFile = join(folder, 'portal.json');
  await copyFile(join(checkout, 'shell/portal.json'), portalFile);
  const settings = portalEnv(folder, env);
  const start = (port: string): Promise<Serving> => serve(['start', '--demo', '--portal', portalFile, '--port', port], settings);
  let serving = await start('0');
  const { url } = serving;
  const users = await readUsers(url);
  const tenants = [...new Set(users.map(({ tenantId }) => tenantId))];
  return {
    url,
    dataDir: settings['MILEPOST_DATA'] ?? '',
    portalFile,
    users,
    user: (role, { tenant = 0, hint = /./ } = {}) => {
      const found = users.find(
        (user) => user.role === role && user.tenantId === tenants[tenant] && hint.test(user.hint?.en ?? ''),
      );
      if (!found) throw new Error(`The demo has no ${role} like ${hint}`);
      return found;
    },
    command: (...args) => milepost(args, settings),
    editPortal: async (change) => await writeFile(portalFile, change(await readFile(portalFile, 'utf8'))),
    restart: async (signal = 'SIGKILL') => {
      await serving.end(signal);
      serving = await start(new URL(url).port);
      return serving.readyMs;
    },
    stop: async () => {
      await serving.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readUsers(url: string): Promise<readonly DemoUser[]> {
  const answer = await fetch(`${url}/api/demo/users`);
  return ((await answer.json()) as { users: readonly DemoUser[] }).users;
}
