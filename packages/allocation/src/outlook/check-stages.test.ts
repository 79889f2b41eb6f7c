import { describe, expect, it } from 'vitest';
import { checkStages } from './check-stages.ts';
import type { StageMeasure } from './funnel.ts';
import { measuredStage } from './testing/measured-stage.ts';

const sound = measuredStage('sign', 1, 1, [2]);
const conversion = (change: object): StageMeasure => ({ ...sound, conversion: { ...sound.conversion, ...change } });
const advance = (...shares: [number, number][]): StageMeasure => ({
  ...sound,
  time: { ...sound.time, advance: shares.map(([days, share]) => ({ days, share })) },
});

describe('a funnel from elsewhere', () => {
  it('is taken as it was measured, also after a way through JSON', () => {
    expect(() => checkStages(JSON.parse(JSON.stringify([sound, measuredStage('new', 0, 0)])) as StageMeasure[])).not.toThrow();
  });

  it.each<[string, StageMeasure[], string, string]>([
    ['no stages', [], 'allocation.outlook.stages.empty', 'funnel.stages'],
    ['a stage twice', [sound, sound], 'allocation.outlook.stage.duplicate', 'funnel.stages.1.id'],
    ['NaN', [conversion({ numerator: Number.NaN })], 'allocation.outlook.count.invalid', 'funnel.stages.0.conversion.numerator'],
    ['3 of 2', [conversion({ numerator: 3, ratio: 1.5 })], 'allocation.outlook.fraction.invalid', 'funnel.stages.0.conversion'],
    ['a foreign ratio', [conversion({ ratio: 0.6 })], 'allocation.outlook.fraction.invalid', 'funnel.stages.0.conversion'],
    ['a share above 1', [advance([1, 1.1])], 'allocation.outlook.share.invalid', 'funnel.stages.0.time.advance.0.share'],
    ['half a day', [advance([0.5, 1])], 'allocation.outlook.count.invalid', 'funnel.stages.0.time.advance.0.days'],
    [
      'days that do not rise',
      [advance([2, 0.5], [2, 0.5])],
      'allocation.outlook.days.order',
      'funnel.stages.0.time.advance.1.days',
    ],
  ])('is refused with %s', (_, stages, code, path) => {
    expect(() => checkStages(stages)).toThrow(expect.objectContaining({ code, path }));
  });
});
