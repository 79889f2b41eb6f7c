import type { CommanderError } from 'commander';

/** What commander complains about, by its code: its sentence taken apart, and the same in Chinese. */
const CHINESE: Readonly<Record<string, readonly [match: RegExp, words: (parts: readonly string[]) => string]>> = {
  'commander.unknownOption': [/unknown option '(.*?)'/, ([option]) => `没有选项 ${option}`],
  'commander.unknownCommand': [/unknown command '(.*?)'/, ([command]) => `没有命令 ${command}`],
  'commander.missingArgument': [/argument '(.*?)'/, ([argument]) => `缺少参数 <${argument}>`],
  'commander.optionMissingArgument': [/option '(.*?)'/, ([option]) => `选项 ${option} 后面缺少值`],
  'commander.missingMandatoryOptionValue': [/option '(.*?)'/, ([option]) => `缺少必填选项 ${option}`],
  'commander.conflictingOption': [/option '(.*?)'.*option '(.*?)'/, ([one, other]) => `选项 ${one} 与 ${other} 不能同时使用`],
  'commander.excessArguments': [
    /Expected (\d+) arguments? but got (\d+)/,
    ([expected, got]) => `参数过多：应有 ${expected} 个，收到 ${got} 个`,
  ],
};

/** A wrong value carries the reason of the command that refused it: allowed choices, or an example. */
const VALUE = /(?:option|command-argument value) '(.*?)'(?: argument '(.*?)'| value '(.*?)')? .*?is invalid.*?\. ?(.*)$/;

/** What is wrong with a command line, in Chinese or as commander says it, without a full stop at the end. */
export function usageWords({ code, message }: CommanderError, locale: 'zh-CN' | 'en'): string {
  const plain = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  const words = locale === 'en' ? plain : chinese(code, plain);
  return words.replace(/[.。]+$/, '');
}

function chinese(code: string, message: string): string {
  const similar = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1];
  const hint = similar === undefined ? '' : `，是否想用 ${similar.replaceAll(', ', '、')}`;
  const [match, words] = CHINESE[code] ?? [];
  const found = match?.exec(message);
  if (words !== undefined && found) return `${words(found.slice(1))}${hint}`;
  const value = VALUE.exec(message);
  if (value === null) return message;
  const [, name, argument, given, reason = ''] = value;
  const wrong = argument ?? given;
  const why = reason
    .replace(/^Allowed choices are /, '可选 ')
    .replace(/^Such as /, '例如 ')
    .replace(/\.$/, '')
    .replaceAll(', ', '、');
  return `${wrong === undefined ? `值 ${name}` : `选项 ${name} 的值 ${wrong}`} 无效${why === '' ? '' : `：${why}`}`;
}
