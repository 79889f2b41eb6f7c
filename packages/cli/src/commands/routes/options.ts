import type { FormatObjective, InstanceFormat } from '@milepost/routing/formats';
import { InvalidArgumentError, Option } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';

/** Options of reading an instance, as commander hands them over. */
export interface InstanceFlags {
  readonly format?: InstanceFormat | 'json';
  readonly objective: FormatObjective;
  readonly distances?: 'exact' | 'truncated';
}

const formats: readonly (InstanceFormat | 'json')[] = ['cordeau', 'solomon', 'tsplib', 'json'];

/** `--format`. */
export function formatOption(context: CommandContext): Option {
  const words = say(context, '算例格式；省略则按内容判断', 'format of the instance; judged by its content when left out');
  return new Option('--format <format>', words).choices(formats);
}

/** `--objective` and `--distances`. */
export function objectiveOptions(context: CommandContext): Option[] {
  const objective = say(context, '总路程，或先比车辆数再比路程', 'the whole way, or vehicles first and then the way');
  const distances = say(
    context,
    'Solomon 算例的距离：双精度，或截断到一位小数；省略时按公布值的惯例，50 个客户以内截断',
    'distances of Solomon files: doubles, or cut after one decimal; left out, cut up to 50 customers, as published values are',
  );
  return [
    new Option('--objective <objective>', objective).choices(['distance', 'vehicles-first']).default('distance'),
    new Option('--distances <rule>', distances).choices(['exact', 'truncated']),
  ];
}

/** A number above zero. */
export function positive(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Such as 0.5, 1, 20');
  return value;
}

/** A whole number above zero. */
export function natural(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Such as 1, 2, 3');
  return value;
}

/** Whole numbers above zero, such as `1,2,3`. */
export function naturals(text: string): number[] {
  return text.split(',').map(natural);
}

/** Names, such as `p01,p02`. */
export function names(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
