import { html, nothing } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import type { OrganisationChange } from '../../domain/changes.ts';
import type { Words } from '../shared/words.ts';

/** What the organisation did since the plan was made, opened to the people behind it. `adopt` takes in who joined; null: may not. */
export function renderChanges(
  changes: readonly OrganisationChange[],
  { nodeName, adopt }: { nodeName(node: string): string; readonly adopt: (() => void) | null },
  words: Words,
): TemplateResult | typeof nothing {
  const { t } = words;
  if (changes.length === 0) return nothing;
  const left = changes.filter((change) => change.kind === 'left');
  const joined = changes.filter((change) => change.kind === 'joined');
  const openMinor = left.reduce((sum, change) => sum + change.openMinor, 0);
  const what = [
    ...(left.length > 0 ? [t('change.summary.left', { count: left.length, amount: words.money(openMinor) })] : []),
    ...(joined.length > 0 ? [t('change.summary.joined', { count: joined.length })] : []),
  ];
  return html`<details class="note warning">
    <summary>${t('change.summary', { what: what.join(t('change.and')) })}</summary>
    <div class="text">
      <ul class="plain">
        ${left.map((change) => html`<li>${t('change.left', { name: change.label, unit: nodeName(change.unitId), month: words.short(change.month ?? ''), amount: words.money(change.openMinor) })}</li>`)}
        ${joined.map((change) => html`<li>${t('change.joined', { name: change.label, unit: nodeName(change.unitId) })}</li>`)}
      </ul>
      <p>${t('change.remedy')}</p>
      ${joined.length > 0 && adopt ? html`<mp-button icon="plus" @click=${adopt}>${t('change.adopt', { count: joined.length })}</mp-button>` : nothing}
    </div>
  </details>`;
}
