import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildProgram, run } from '@milepost/cli';
import type { CommandContext } from '@milepost/cli';
import { describe, expect, it } from 'vitest';
import { checkout } from '../support/program.ts';
import { commandsIn, documents, linksIn } from './documents.ts';

const context: CommandContext = {
  ...{
    locale: 'en',
    cwd: checkout,
    interactive: false,
    terminal: false,
    signal: new AbortController().signal,
  },
  ...{ out: () => undefined, err: () => undefined, today: () => '2026-11-21' },
  openMirror: () => Promise.reject(new Error('no database here')),
};

/** The words that name the command, and the options it has. */
function known(words: readonly string[]): {
  readonly path: readonly string[];
  readonly options: ReadonlySet<string>;
} {
  let command = buildProgram('0', context);
  const path: string[] = [];
  for (const word of words) {
    const next = command.commands.find((child) => child.name() === word);
    if (!next) break;
    command = next;
    path.push(word);
  }
  const own = command.options.flatMap(({ long, short }) => [long, short]).filter((flag) => flag !== undefined && flag !== null);
  return { path, options: new Set([...own, '--lang', '--help', '--version']) };
}

const all = documents();
const withCommands = all.filter(({ text }) => commandsIn(text).length > 0);

describe('documents', () => {
  it.each(all.map(({ path, text }) => ({ path, text })))('$path links only to what is there', ({ path, text }) => {
    expect(linksIn(text).filter((target) => !existsSync(join(checkout, dirname(path), decodeURI(target))))).toEqual([]);
  });

  it.each(withCommands)('$path names only commands and options that exist', async ({ text }) => {
    for (const words of commandsIn(text)) {
      const { path, options } = known(words);
      // Templates such as `milepost <command>` name none.
      if (path.length === 0 && /^[<-]/.test(words[0] ?? '')) continue;
      expect(path.length, words.join(' ')).toBeGreaterThan(0);
      expect(await run([...path, '--help'], '0', context), words.join(' ')).toBe(0);
      const flags = words.filter((word) => word.startsWith('--') && word !== '--').map((word) => word.replace(/=.*$/, ''));
      expect(
        flags.filter((flag) => !options.has(flag)),
        words.join(' '),
      ).toEqual([]);
    }
  });

  it('are read at all: the README and the guide to embedding have commands and links', () => {
    expect(withCommands.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'docs/how-to/embed.md', 'docs/tutorials/write-a-plugin.md']),
    );
    expect(linksIn(all.find(({ path }) => path === 'README.md')?.text ?? '').length).toBeGreaterThan(8);
  });
});
