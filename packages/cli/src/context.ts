import type { MirrorAccess, Words } from '@milepost/crm';

/** The languages the command line speaks. */
export type Locale = 'zh-CN' | 'en';

/** What commands get from their surroundings; tests hand in their own. */
export interface CommandContext {
  readonly locale: Locale;
  /** The folder relative paths start from. */
  readonly cwd: string;
  /** Results, on standard output. */
  out(text: string): void;
  /** Progress and complaints, on standard error. */
  err(text: string): void;
  /** Whether standard error is a terminal, on which a line may be rewritten. */
  readonly interactive: boolean;
  /** Whether standard output is a terminal: people read it, not a collector of logs. */
  readonly terminal: boolean;
  /** `YYYY-MM-DD` in Shanghai, for the default of `--as-of`. */
  today(): string;
  openMirror(): Promise<MirrorAccess>;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The text in the command's language. */
export function say(context: Pick<CommandContext, 'locale'>, zh: string, en: string): string {
  return context.locale === 'en' ? en : zh;
}

/** A pair of texts in the command's language. */
export function tell(context: Pick<CommandContext, 'locale'>, words: Words): string {
  return words[context.locale];
}

/** A count with separators. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** The language: `--lang`, else that of the terminal (LC_ALL, LC_MESSAGES, LANG). */
export function localeOf(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Locale {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const named = index < 0 ? undefined : (args[index]?.split('=')[1] ?? args[index + 1]);
  const chosen = named ?? [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((value) => value);
  return /^zh/i.test(chosen ?? '') ? 'zh-CN' : 'en';
}
