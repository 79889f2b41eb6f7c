import { html, nothing } from '@milepost/sdk';
import type { Proposal } from '../../domain/propose.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import type { Words } from '../words.ts';

/** A proposal before it is saved: what is added on which day, in which order, how far, and who found no place. */
export function renderProposal(
  words: Words,
  model: WeekModel,
  proposal: Proposal,
  change: { remove(accountId: string): void; shift(accountId: string, step: -1 | 1): void },
): unknown {
  const total = proposal.days.reduce((sum, day) => sum + day.added.length, 0);
  return html`<div class="stack">
    <p>${words.t('proposal.summary', { n: total, days: proposal.days.filter((day) => day.added.length > 0).length })}</p>
    <p class="muted small">
      ${words.t('proposal.how', { factor: model.settings.detourFactor, capacity: model.settings.dailyCapacity })}
    </p>
    ${model.start ? nothing : html`<p class="note warning small">${words.t('proposal.noStart')}</p>`}
    ${proposal.days
      .filter((day) => day.added.length > 0)
      .map(
        (day) =>
          html`<section>
            <h4>${words.day(day.dayOn)}</h4>
            <p class="muted small">
              ${words.t('proposal.day', { added: day.added.length, kept: day.kept, km: words.km(day.roadKm) })}
            </p>
            <ol class="rows">
              ${day.added.map((item, index) => {
                const account = model.accounts.get(item.accountId);
                const due = model.dueOf.get(item.accountId);
                const name = account?.name ?? item.accountId;
                const step = (by: -1 | 1, icon: string, key: string, disabled: boolean): unknown =>
                  html`<mp-button
                    variant="quiet"
                    .icon=${icon}
                    .label=${words.t(key, { name })}
                    ?disabled=${disabled}
                    @click=${() => change.shift(item.accountId, by)}
                  ></mp-button>`;
                return html`<li class="proposed">
                  <span class="grow">
                    <span class="line"
                      ><span class="order number">${item.time ?? '—'}</span
                      ><span class="name">${name}</span
                      >${account ? html`<span class="tier ${account.tier}">${account.tier}</span>` : nothing}</span
                    >
                    <span class="muted small"
                      >${due ? words.due(due) : ''}${item.time ? '' : ` · ${words.t('proposal.noTime')}`}</span
                    >
                  </span>
                  ${step(-1, 'arrow-up', 'proposal.up', index === 0)}${step(1, 'arrow-down', 'proposal.down', index === day.added.length - 1)}
                  <mp-button
                    variant="quiet"
                    icon="close"
                    .label=${words.t('proposal.remove', { name })}
                    @click=${() => change.remove(item.accountId)}
                  ></mp-button>
                </li>`;
              })}
            </ol>
          </section>`,
      )}
    ${
      proposal.left.length > 0
        ? html`<section>
            <h4>${words.t('proposal.left', { n: proposal.left.length })}</h4>
            <ul class="rows">
              ${proposal.left.map(({ accountId, why }) => html`<li>${model.accounts.get(accountId)?.name ?? accountId} <span class="muted small">${words.t(`proposal.${why}`)}</span></li>`)}
            </ul>
          </section>`
        : nothing
    }
  </div>`;
}
