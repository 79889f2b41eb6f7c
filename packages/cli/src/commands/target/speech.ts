import type { PlanDocument } from '@milepost/allocation/file';
import type { Language, MoneyUnit, Speech } from '@milepost/allocation/words';
import { Option } from 'commander';
import { say } from '../../context.ts';
import type { CommandContext } from '../../context.ts';

/** How to speak about a plan. */
export function speechOf(
  context: CommandContext,
  { plan, names, titles }: Pick<PlanDocument, 'plan' | 'names' | 'titles'>,
): Speech {
  return { plan, names, ...(titles === undefined ? {} : { titles }), language: languageOf(context) };
}

/** The language of the texts of the engine. */
export function languageOf(context: CommandContext): Language {
  return context.locale === 'en' ? 'en' : 'zh';
}

/** `--unit`: what money is shown in; files always hold minor units. */
export function unitOption(context: CommandContext): Option {
  const words = say(context, '金额单位：元或万元', 'unit of money: one, or wan for 10,000');
  return new Option('--unit <unit>', words).choices(['one', 'wan'] satisfies MoneyUnit[]).default('one');
}
