/** A funnel comes back from storage or from another program: its counts are checked before anything is divided by them. */
import { outlookError } from './outlook-error.ts';
import { checkCount, checkShare } from './check.ts';
import type { StageMeasure } from './funnel.ts';
import { indexStages } from './stages.ts';

/**
 * Throws for no stages, a stage twice, counts that are none, a ratio that is not that of its counts, and shares of time
 * outside 0..1 or on days that do not rise.
 */
export function checkStages(stages: readonly StageMeasure[]): void {
  indexStages(
    stages.map(({ stage }) => ({ id: stage })),
    'funnel.stages',
  );
  stages.forEach(({ conversion, time }, place) => {
    const path = `funnel.stages.${place}`;
    const numerator = checkCount(conversion.numerator, `${path}.conversion.numerator`);
    const denominator = checkCount(conversion.denominator, `${path}.conversion.denominator`);
    const ratio = denominator === 0 ? null : numerator / denominator;
    if (numerator > denominator || conversion.ratio !== ratio) {
      const shown = `${numerator}/${denominator} = ${conversion.ratio}`;
      throw outlookError('allocation.outlook.fraction.invalid', shown, `${path}.conversion`);
    }
    time.advance.forEach(({ days, share }, index) => {
      checkShare(share, `${path}.time.advance.${index}.share`);
      const before = time.advance[index - 1]?.days ?? -1;
      if (checkCount(days, `${path}.time.advance.${index}.days`) <= before) {
        throw outlookError('allocation.outlook.days.order', days, `${path}.time.advance.${index}.days`);
      }
    });
  });
}
