import { html, nothing } from '@milepost/sdk';
import type { WeekModel } from '../../controllers/week-model.ts';
import { withVisitShifted, withoutVisit } from '../../domain/propose.ts';
import type { Proposal } from '../../domain/propose.ts';
import { renderAccountReason, renderFigureList } from './list-panel.ts';
import { renderProposal } from './proposal-panel.ts';
import { renderReport } from './report-panel.ts';
import { renderVisitFooter, renderVisitPanel } from './visit-panel.ts';
import type { WeekWork } from './week-work.ts';
import type { Panel, WorkSurroundings } from './work-types.ts';

/** What a panel shows. */
export interface PanelContent {
  readonly heading: string;
  readonly body: unknown;
  readonly footer: unknown;
}

/** Heading, body and buttons of the open panel. */
export function panelContent(
  panel: Panel,
  model: WeekModel,
  work: WeekWork,
  { host, words, week, readOnly }: WorkSurroundings,
  redraw: () => void,
): PanelContent {
  const nameOf = (id: string): string => model.accounts.get(id)?.name ?? words.t('account.gone');
  const hrefOf = (accountId: string): string => host.navigate.href({ account: accountId });
  switch (panel.kind) {
    case 'list':
      return {
        heading: words.t(`figure.${panel.list}`),
        body: renderFigureList(words, model, panel.list, {
          visit: work.openVisit,
          account: work.openAccount,
        }),
        footer: nothing,
      };
    case 'account': {
      const place = readOnly ? null : (dayOn: string): void => work.place(panel.accountId, dayOn);
      return {
        heading: nameOf(panel.accountId),
        body: renderAccountReason(words, model, panel.accountId, place, hrefOf(panel.accountId)),
        footer: nothing,
      };
    }
    case 'visit': {
      const visit = model.visits.find(({ id }) => id === panel.form.visit.id) ?? panel.form.visit;
      const actions = {
        start: (withLocation: boolean): void => void work.start(withLocation),
        complete: (): void => void work.complete(),
        savePlan: (): void =>
          void work.run(async () => (await week.save(visit, panel.form.withPlan(visit.value))) && panel.form.clear()),
        confirmStep: (): void => void work.confirmStep(),
        discard: (): void => void panel.form.clear(),
        again: (): void => work.openAccount(visit.accountId),
      };
      const footer = readOnly ? nothing : renderVisitFooter(words, visit, panel.form, actions, redraw);
      return {
        heading: nameOf(visit.accountId),
        body: renderVisitPanel(words, model, visit, panel.form, readOnly, hrefOf),
        footer,
      };
    }
    case 'proposal': {
      const { input, proposal } = panel;
      const change = (next: Proposal): void => void (work.panel = { kind: 'proposal', input, proposal: next });
      const body = renderProposal(words, model, proposal, {
        remove: (accountId) => change(withoutVisit(proposal, input, accountId)),
        shift: (accountId, step) => change(withVisitShifted(proposal, input, accountId, step)),
      });
      const total = proposal.days.reduce((sum, day) => sum + day.added.length, 0);
      return {
        heading: words.t('proposal.title'),
        body,
        footer:
          total > 0
            ? html`<mp-button
                variant="primary"
                icon="check"
                ?loading=${work.busy}
                @click=${() => void work.applyProposal(proposal)}
                >${words.t('proposal.apply', { n: total })}</mp-button
              >`
            : nothing,
      };
    }
    case 'report':
      return {
        heading: words.t('report.of', { day: words.day(panel.report.dayOn) }),
        body: html`${panel.restored && !readOnly ? html`<p class="note small" role="status">${words.t('draft.restored')}</p>` : nothing}${renderReport(words, panel.report, readOnly, (change) => work.editReport(panel.report, change))}`,
        footer: readOnly
          ? nothing
          : html`<mp-button variant="primary" ?loading=${work.busy} @click=${() => void work.saveReport(panel.report)}
              >${words.t('report.save')}</mp-button
            >`,
      };
  }
}
