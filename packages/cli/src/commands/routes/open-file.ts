import { basename } from 'node:path';
import { guessFormat, readInstance, RoutingError } from '@milepost/routing/formats';
import type { NamedInstance } from '@milepost/routing/formats';
import { readVisitProblem } from '@milepost/routing/problem';
import type { VisitProblem } from '@milepost/routing/problem';
import type { CommandContext } from '../../context.ts';
import { inFile } from './in-file.ts';
import type { InstanceFlags } from './options.ts';
import { readText } from './read-text.ts';

/** A published instance from a file. */
export interface InstanceFile {
  readonly kind: 'instance';
  readonly text: string;
  readonly named: NamedInstance;
  /** Name of the instance, or of its file. */
  readonly name: string;
  /** Whether the format was judged by the content. */
  readonly guessed: boolean;
}

/** A visit problem from a file. */
export interface ProblemFile {
  readonly kind: 'problem';
  readonly text: string;
  readonly problem: VisitProblem;
  readonly guessed: boolean;
}

/** Reads a file in the format named or seen. Throws a failure that names the file and the place in it. */
export function openFile(context: CommandContext, file: string, flags: InstanceFlags): InstanceFile | ProblemFile {
  const text = readText(context, file);
  const { objective, distances } = flags;
  const guessed = flags.format === undefined;
  return inFile(file, () => {
    const format = flags.format ?? guessFormat(text);
    if (format === 'json') return { kind: 'problem', text, problem: readVisitProblem(text), guessed };
    const named = readInstance(text, format, { objective, distances });
    return { kind: 'instance', text, named, name: named.name === '' ? basename(file) : named.name, guessed };
  });
}

/** Reads a published instance; visit problems are refused. */
export function openInstance(context: CommandContext, file: string, flags: InstanceFlags): InstanceFile {
  const opened = openFile(context, file, flags);
  if (opened.kind === 'instance') return opened;
  return inFile(file, () => {
    throw new RoutingError('routing.format.unknown', opened.text.slice(0, 30));
  });
}
