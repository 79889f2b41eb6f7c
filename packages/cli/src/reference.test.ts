import { readFile } from 'node:fs/promises';
import type { Argument, Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from './context.ts';
import { buildProgram } from './run.ts';

const context: CommandContext = {
  ...{ locale: 'en', cwd: '/', interactive: false, terminal: false, signal: new AbortController().signal },
  ...{ out: () => undefined, err: () => undefined, today: () => '2026-11-21' },
  openMirror: () => Promise.reject(new Error('no database here')),
};
const program = buildProgram('0.1.0', context);

/** Commands that do something, with the words that name them: `audit verify`, not `audit`. */
function leaves(command: Command, words: readonly string[] = []): { words: string; command: Command }[] {
  return command.commands.flatMap((child) => {
    const path = [...words, child.name()];
    return child.commands.length > 0 ? leaves(child, path) : [{ words: path.join(' '), command: child }];
  });
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function optionRow({ flags, description, defaultValue, argChoices }: Option): string {
  const choices = argChoices ? `: ${argChoices.map((choice) => `\`${choice}\``).join(', ')}` : '';
  const preset = defaultValue === undefined ? '' : ` (\`${String(defaultValue)}\` when left out)`;
  return `| \`${cell(flags)}\` | ${cell(description)}${choices}${preset} |`;
}

function section({ words, command }: ReturnType<typeof leaves>[number]): string {
  const takes = command.registeredArguments
    .map((argument: Argument) => (argument.required ? ` <${argument.name()}>` : ` [${argument.name()}]`))
    .join('');
  const rows = command.options.filter(({ long }) => long !== '--lang').map(optionRow);
  const table = rows.length > 0 ? `\n\n| option | meaning |\n|---|---|\n${rows.join('\n')}` : '';
  return `### milepost ${words}${takes}\n${command.description()}.${table}`;
}

describe('the reference of the command line', async () => {
  const page = await readFile(new URL('../../../docs/reference/cli.md', import.meta.url), 'utf8');
  const commands = leaves(program);

  it.each(commands)('describes milepost $words as it is', (command) => {
    expect(page).toContain(section(command));
  });

  it('describes nothing else', () => {
    const described = [...page.matchAll(/^### milepost ([a-z-]+(?: [a-z-]+)*)/gm)].map((match) => match[1]);
    expect(described).toEqual(commands.map(({ words }) => words));
  });

  it('names the language option, which every command takes, and every exit code', () => {
    expect(page).toContain('`--lang <language>`');
    for (const code of [0, 1, 2, 130]) expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });
});
