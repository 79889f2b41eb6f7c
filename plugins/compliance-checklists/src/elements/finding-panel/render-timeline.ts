import { html } from '@milepost/sdk';
import type { FindingValue } from '../../domain/records.ts';

interface Words {
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  when(at: string): string;
  name(personId: string | null): string;
}

/** All steps and changes of owner, oldest first: who, when, with what. */
export function renderTimeline({ history, assignments }: FindingValue, { t, when, name }: Words): unknown {
  const steps = history.map((step) => ({
    at: step.at,
    by: step.by,
    title: t(`step.${step.from}.${step.to}`),
    detail: Object.entries(step.evidence),
    role: t(`role.${step.role}`),
  }));
  const moves = assignments.map((move) => ({
    at: move.at,
    by: move.by,
    title: t('timeline.assigned', { from: name(move.from), to: name(move.to) }),
    detail: [['reason', move.reason] as const],
    role: '',
  }));
  const all = [...steps, ...moves].sort((a, b) => (a.at < b.at ? -1 : 1));
  return html`<ol class="timeline">
    ${all.map(
      ({ at, by, title, detail, role }) =>
        html`<li>
          <span class="strong">${title}</span>
          <span class="muted small">${when(at)} · ${name(by)}${role ? ` · ${role}` : ''}</span>
          ${detail.map(([kind, text]) => html`<p class="small"><span class="muted">${t(`evidence.${kind}`)}</span> ${String(text)}</p>`)}
        </li>`,
    )}
  </ol>`;
}
