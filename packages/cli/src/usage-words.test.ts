import { Command, CommanderError, Option } from 'commander';
import { expect, it } from 'vitest';
import { usageWords } from './usage-words.ts';

/** What a command line of our kind says to some words. */
function said(args: readonly string[], locale: 'zh-CN' | 'en'): string {
  const program = new Command('milepost').exitOverride().configureOutput({ writeErr: () => undefined });
  program
    .command('decompose')
    .exitOverride()
    .argument('<spec>')
    .addOption(new Option('--unit <unit>').choices(['one', 'wan']))
    .requiredOption('--out <file>')
    .action(() => undefined);
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return usageWords(error, locale);
  }
  return '';
}

it.each([
  [['decompose', 'a', '--out', 'x', '--unt', 'x'], '没有选项 --unt，是否想用 --unit', "unknown option '--unt' (Did you mean --unit?)"],
  [['decompos'], '没有命令 decompos，是否想用 decompose', "unknown command 'decompos' (Did you mean decompose?)"],
  [['decompose', '--out', 'x'], '缺少参数 <spec>', "missing required argument 'spec'"],
  [['decompose', 'a', '--out'], '选项 --out <file> 后面缺少值', "option '--out <file>' argument missing"],
  [['decompose', 'a'], '缺少必填选项 --out <file>', "required option '--out <file>' not specified"],
  [['decompose', 'a', 'b', '--out', 'x'], '参数过多：应有 1 个，收到 2 个', /^too many arguments for 'decompose'\. Expected 1 argument but got 2/],
  [['decompose', 'a', '--unit', 'yi'], '选项 --unit <unit> 的值 yi 无效：可选 one、wan', "option '--unit <unit>' argument 'yi' is invalid. Allowed choices are one, wan"],
])('says what is wrong with %j in both languages', (args, zh, en) => {
  expect(said(args, 'zh-CN')).toBe(zh);
  expect(said(args, 'en')).toMatch(en);
  expect(said(args, 'en')).not.toMatch(/\.$/);
}); // prettier-ignore
