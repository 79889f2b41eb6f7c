import { html } from '@milepost/sdk';
import type { PluginHost } from '@milepost/sdk';
import type { ResolvedTarget } from '../domain/target-origin.ts';
import type { Words } from './words.ts';

/** Where a target came from, in words. */
export function originText(words: Words, { origin, indicatorId }: ResolvedTarget, nameOf: (personId: string) => string): string {
  if (origin.kind === 'plan') return words.t('origin.plan', { plan: origin.planName });
  const growth = origin.growth === undefined ? '' : words.percent(origin.growth);
  const base = words.value(indicatorId, origin.base ?? null);
  if (origin.kind === 'estimate') return words.t('origin.estimate', { base, growth });
  const how = words.t(`target.source.${origin.source}`, { base, growth });
  return words.t('origin.manual', { name: nameOf(origin.by), day: words.day(origin.at.slice(0, 10)), how });
}

/** The same; a plan's name leads to its page. */
export function renderOrigin(
  host: PluginHost,
  words: Words,
  target: ResolvedTarget,
  nameOf: (personId: string) => string,
): unknown {
  const text = originText(words, target, nameOf);
  if (target.origin.kind !== 'plan') return text;
  return html`<a href=${host.navigate.href({ page: 'targets', scope: { period: target.period } })}>${text}</a>`;
}
