import type { Metric } from '@milepost/allocation';
import { paddingFile } from '@milepost/allocation/file';
import type { PaddingFile, PlanDocument } from '@milepost/allocation/file';
import { amountWords, changeWords, memberWords } from '@milepost/allocation/words';
import type { MoneyUnit, Speech } from '@milepost/allocation/words';

/** What one list of padding rules comes to: managers with a rule, top down, in minor units or pieces. */
export interface PaddingOutcome extends Pick<PaddingFile, 'metric' | 'steps'> {
  readonly axis: string;
}

/** Pads a plan by the rules of its document. Throws a problem with its place where they cannot be met. */
export function paddingOf({ plan, padding }: PlanDocument): PaddingOutcome[] {
  return padding.map((spec, at) => {
    const { metric, steps } = paddingFile(plan, spec, `padding.${at}`);
    return { metric, axis: spec.axis ?? plan.grid.axes.find(({ kind }) => kind === 'organisation')?.id ?? '', steps };
  });
}

/** A line per manager who hands out another amount than the one carried. */
export function paddingLines(speech: Speech, outcomes: readonly PaddingOutcome[], unit: MoneyUnit): string[] {
  const zh = speech.language === 'zh';
  const lines = outcomes.flatMap(({ metric: id, axis, steps }) => {
    const metric = speech.plan.metrics.find((one) => one.id === id) as Metric;
    return steps.map(({ member, carriedMinor, handedOutMinor }) => {
      const [carried, handed] = [carriedMinor, handedOutMinor].map((value) => amountWords(value, metric, speech.language, unit));
      const more = changeWords(handedOutMinor - carriedMinor, metric, speech.language, unit);
      const name = memberWords(speech, axis, member);
      return zh ? `  ${name}：承担 ${carried}，下发 ${handed}（${more}）` : `  ${name}: carries ${carried}, hands out ${handed} (${more})`; // prettier-ignore
    });
  });
  return lines.length === 0 ? [] : [zh ? '加码（计划本身的数值不变）：' : 'Padding (the plan keeps its numbers):', ...lines, ''];
}
