import { explainCell } from '@milepost/allocation';
import type { ExplainedChange, Plan, Step } from '@milepost/allocation';
import { cellAt, nodePeriodOf, organisationOf, timeOf } from '@milepost/allocation/records';
import type { LogEntry, NodePeriod } from '@milepost/allocation/records';
import { formatInstant, formatNumber } from '@milepost/ui/format';
import { html, nothing } from '@milepost/sdk';
import type { PluginHost, TemplateResult } from '@milepost/sdk';
import type { Words } from '../shared/words.ts';

/** What the panel needs beside the plan. */
export interface ExplanationSource {
  readonly plan: Plan;
  readonly cell: NodePeriod;
  readonly lastYear: number | null;
  readonly actual: number | null;
  readonly since: number;
  /** The stored changes by `seq`, from 1: a target may be above what the plan has. */
  readonly log: readonly LogEntry[];
  nodeName(node: string): string;
  personName(id: string): string;
}

/** Why a cell has its number: value, what it compares with, and every change on the way to it. */
export function renderExplanation(source: ExplanationSource, host: PluginHost, words: Words): TemplateResult {
  const { t } = words;
  const { cell, plan } = source;
  const explained = explainCell(plan, cellAt(cell.node, cell.period));
  const last = source.lastYear;
  return html`<div class="stack">
    <p>${explained.value === null ? t('cell.null') : explained.value === 0 ? t('cell.zero') : nothing}</p>
    <dl class="facts">
      <dt>${t('cell.value')}</dt>
      <dd>${explained.value === null ? t('cell.nobody') : words.exact(explained.value)}</dd>
      <dt>${t('cell.lastYear')}</dt>
      <dd>${words.exact(last)}</dd>
      <dt>${t('cell.growth')}</dt>
      <dd>${words.growth(explained.value, last ?? 0)}</dd>
      <dt>${t('cell.actual')}</dt>
      <dd>${words.exact(source.actual)}</dd>
    </dl>
    ${explained.summed ? html`<p class="muted">${t('cell.summed')}</p>` : nothing}
    ${
      explained.heldBy.length > 0
        ? html`<p>
            ${t('cell.heldBy', {
              cells: explained.heldBy
                .map(nodePeriodOf)
                .map(({ node, period }) => `${source.nodeName(node)} ${words.short(period)}`)
                .join('、'),
            })}
          </p>`
        : nothing
    }
    <h3>${t('cell.chain')}</h3>
    ${
      explained.chain.length === 0
        ? html`<p class="muted">${t('cell.noChain')}</p>`
        : html`<ol class="chain">
            ${[...explained.chain].reverse().map((change) => renderChange(change, source, host, words))}
          </ol>`
    }
  </div>`;
}

function renderChange(change: ExplainedChange, source: ExplanationSource, host: PluginHost, words: Words): TemplateResult {
  const { t } = words;
  const when = change.at
    ? formatInstant(change.at, { timeZone: host.session.tenant.timeZone, locale: host.i18n.locale.current })
    : '';
  const who = change.by ? source.personName(change.by) : '';
  const [organisation, time] = [organisationOf(source.plan), timeOf(source.plan)];
  const depth = (step: Step): number => {
    const { node, period } = nodePeriodOf(step);
    return (
      (organisation.depth[organisation.numberOf.get(node) ?? 0] ?? 0) * 10 + (time.depth[time.numberOf.get(period) ?? 0] ?? 0)
    );
  };
  const steps = [...change.steps].sort((a, b) => depth(a) - depth(b));
  const { before, after } = change.entered;
  const target = source.log[change.seq - 1]?.target ?? nodePeriodOf(change.target);
  return html`<li>
    <p>
      <strong>${t(`action.${change.action}`)}</strong>
      <span class="muted">${source.nodeName(target.node)} · ${words.short(target.period)}</span>
      ${change.seq > source.since ? html`<mp-badge tone="accent">${t('cell.unsaved')}</mp-badge>` : nothing}
    </p>
    ${after === null && before === null ? nothing : html`<p class="muted">${words.exact(before)} → ${words.exact(after)}</p>`}
    ${
      steps.length === 0
        ? nothing
        : html`<ol class="plain">
            ${steps.map((step) => html`<li>${renderStep(step, source, words)}</li>`)}
          </ol>`
    }
    ${change.steps.length === 0 && change.leaves > 0 ? html`<p class="muted">${t('cell.fromBelow', { count: change.leaves, amount: words.money(change.moved, 'auto', true) })}</p>` : nothing}
    ${change.reason ? html`<p>${t('cell.reason', { reason: change.reason })}</p>` : nothing}
    <p class="small muted">${[who, when].filter(Boolean).join(' · ')}</p>
  </li>`;
}

/** Bases that are amounts; the others count days or people. */
const amountBases = new Set(['prior', 'lastYear', 'springFestival', 'proportional', 'reference']);

/** One division on the way down, in 元: from the pool to the part of the named cell. */
function renderStep(step: Step, source: ExplanationSource, words: Words): TemplateResult {
  const { t } = words;
  const method = step.method.split(':')[0] ?? '';
  const base = (weight: number): string => (amountBases.has(method) ? words.exact(Math.round(weight)) : formatNumber(weight));
  const { node, period } = nodePeriodOf(step);
  const cell = `${source.nodeName(node)} ${words.short(period)}`;
  return html`<p>${t('step.to', { cell, amount: words.exact(step.after), method: t(`method.${method}`) })}</p>
    <p class="muted">
      ${t('step.share', { pool: words.exact(step.pool), share: formatNumber(step.share * 100, { decimals: 3 }) })}
    </p>
    <p class="muted">${t('step.base', { weight: base(step.weight ?? 0), of: base(step.of) })}</p>
    <p class="muted">
      ${t('step.rounding', { exact: formatNumber(step.exact / 100, { decimals: 4 }), rounding: formatNumber(step.rounding / 100, { decimals: 4, signed: true }) })}
    </p>
    ${step.fallback ? html`<p>${t(`step.fallback.${step.fallback}`)}</p>` : nothing}`;
}
