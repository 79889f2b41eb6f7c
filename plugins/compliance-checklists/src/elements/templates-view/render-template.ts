import { html, nothing } from '@milepost/sdk';
import type { ChecklistItem, LintProblem, Problem, Template } from '@milepost/checklist';
import type { Locale } from '@milepost/sdk';
import { conditionText } from '../../domain/condition-text.ts';
import type { Text } from '../../domain/records.ts';
import { severityTone } from '../shared/words.ts';

interface Context {
  readonly locale: Locale;
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  say(text: Text): string;
}

/** A place in a template in words: the section and the question it means, with the technical path behind. */
export function placeText({ say }: Context, path: string, template: Template): string {
  const [, section, , item] = path
    .replace(/^template\./, '')
    .split('.')
    .map(Number);
  const found = template.sections[section ?? -1];
  if (!found) return path;
  const question = found.items[item ?? -1];
  return [say(found.title), question && say(question.title), path].filter(Boolean).join(' › ');
}

/** What is questionable about a template, each with its place. */
export function renderLint(context: Context, problems: readonly (LintProblem | Problem)[], template: Template): unknown {
  const { t, say } = context;
  if (problems.length === 0) return html`<p class="positive">${t('lint.clean')}</p>`;
  return html`<section class="card" aria-label=${t('lint.title')}>
    <h3>${t('lint.count', { n: problems.length })}</h3>
    <ul class="lint">
      ${problems.map((problem) => {
        const level = 'level' in problem ? problem.level : 'error';
        return html`<li class="small">
          <mp-badge .tone=${level === 'error' ? 'critical' : 'warning'}>${t(`lint.${level}`)}</mp-badge>
          ${say(problem.message)}${say(problem.remedy)}
          <span class="muted place">${placeText(context, problem.path, template)}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

/** Every section and question: when it is asked, what it is worth, what it rests on. */
export function renderTemplate(context: Context, template: Template): unknown {
  const { t, say } = context;
  return html`<div>
      <h2>${say(template.title)} <span class="muted number">v${template.version}</span></h2>
      ${template.notice ? html`<p class="notice small">${say(template.notice)}</p>` : nothing}
      <p class="muted small">
        ${t('template.pass', { pass: template.passFrom ?? 0 })}
        ${template.riskLevels?.map((level) => t('template.level', { title: say(level.title), from: level.from })).join(t('list.separator'))}
      </p>
    </div>
    ${template.sections.map(
      (section, index) =>
        html`<section class="card">
          <h3>
            ${index + 1}. ${say(section.title)}
            <span class="muted small"
              >${section.weight === undefined ? t('template.unweighted') : t('template.weight', { weight: section.weight })}${section.floor ? ` · ${t('template.floor', { floor: section.floor })}` : ''}</span
            >
          </h3>
          ${section.showIf ? html`<p class="small condition">${conditionText(section.showIf, template, context)}</p>` : nothing}
          <ol class="questions">
            ${section.items.map((item) => renderItem(context, template, item))}
          </ol>
        </section>`,
    )}`;
}

function renderItem(context: Context, template: Template, item: ChecklistItem): unknown {
  const { t, say } = context;
  const facts = [
    t(`type.${item.type}`),
    item.weight === undefined ? '' : t('template.weight', { weight: item.weight }),
    (item.required ?? item.weight !== undefined) ? t('template.required') : '',
    item.evidence
      ? t('template.evidence', {
          when: t(`evidence-when.${item.evidence.when}`),
          needs: item.evidence.needs.map((need) => t(`need.${need}`)).join(t('list.separator')),
        })
      : '',
  ].filter(Boolean);
  return html`<li>
    <p>
      <span class="strong">${say(item.title)}</span>
      ${item.critical ? html`<mp-badge tone="critical">${t('form.critical')}</mp-badge>` : nothing}
      ${item.severity ? html`<mp-badge .tone=${severityTone[item.severity]}>${t(`severity.${item.severity}`)}</mp-badge>` : nothing}
    </p>
    <p class="muted small">${facts.join(' · ')}</p>
    ${item.showIf ? html`<p class="small condition">${conditionText(item.showIf, template, context)}</p>` : nothing}
    ${'options' in item ? html`<p class="small">${item.options.map(({ title, score }) => (score === undefined ? say(title) : t('template.option', { title: say(title), score }))).join(t('list.separator'))}</p>` : nothing}
    ${item.lawRefs?.map(
      (law) =>
        html`<p class="small law">
          ${law.article === '—' ? say(law.law) : t('law.clause', { law: say(law.law), article: law.article })} ·
          ${t(`law.${law.confirmation}`)} · ${say(law.summary)}
          ${law.effectiveFrom ? html`<span class="muted">${t('law.version', { version: law.version, from: law.effectiveFrom })}</span>` : nothing}
        </p>`,
    )}
  </li>`;
}
