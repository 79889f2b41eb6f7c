import { basename } from 'node:path';
import { guessFormat, readInstance, RoutingError } from '@milepost/routing/formats';
import type { NamedInstance } from '@milepost/routing/formats';
import type { CommandContext } from '../../context.ts';
import { WordedFailure } from '../../worded-failure.ts';
import type { InstanceFlags } from './options.ts';
import { readText } from './read-text.ts';

/** An instance from a file. */
export interface InstanceFile {
  readonly text: string;
  readonly named: NamedInstance;
  /** Name of the instance, or of its file. */
  readonly name: string;
  /** Whether the format was judged by the content. */
  readonly guessed: boolean;
}

/** Reads an instance. Throws a failure that names the file and the line. */
export function readInstanceFile(context: CommandContext, file: string, flags: InstanceFlags): InstanceFile {
  const text = readText(context, file);
  const { objective, distances } = flags;
  try {
    const named = readInstance(text, flags.format ?? instanceFormat(text), { objective, distances });
    return { text, named, name: named.name === '' ? basename(file) : named.name, guessed: flags.format === undefined };
  } catch (error) {
    throw error instanceof RoutingError ? routingFailure(file, error) : error;
  }
}

function instanceFormat(text: string): Exclude<ReturnType<typeof guessFormat>, 'json'> {
  const format = guessFormat(text);
  if (format === 'json') throw new RoutingError('routing.format.unknown', text.slice(0, 30));
  return format;
}

/** An error of the engine as a failure: `file:line`, what is wrong, what to do. */
export function routingFailure(file: string, { code, path, texts }: RoutingError): WordedFailure {
  const line = /^line (\d+)$/.exec(path)?.[1];
  const place = line !== undefined ? `${file}:${line}` : path === '' ? file : `${file}: ${path}`;
  const worded = { zh: `${place}：${texts.zh}`, en: `${place}: ${texts.en}` };
  const details = { file, line: line === undefined ? null : Number(line), path };
  return new WordedFailure(code, worded, { details });
}
