import { outline } from '@milepost/scoring';
import type { CardItem, LintProblem, ScoreCard } from '@milepost/scoring';
import { html, nothing } from '@milepost/sdk';
import { withGrade } from '../../domain/card-edit.ts';
import { isRatio } from '../../domain/measurable.ts';
import { renderCurve } from '../curve-picture.ts';
import type { Words } from '../words.ts';

/** What is wrong stands open; what a floor, a cap or a step means by design is there for those who ask. */
export function renderProblems(problems: readonly LintProblem[], words: Words): unknown {
  const notes = problems.filter(({ level }) => level === 'note');
  const serious = problems.filter(({ level }) => level !== 'note');
  return html`${serious.map((problem) => html`<p class=${problem.level === 'error' ? 'critical' : 'warning'}>${words.text(problem.message)} ${words.text(problem.remedy)}</p>`)}
  ${
    notes.length === 0
      ? nothing
      : html`<details class="note">
          <summary>${words.t('editor.flat')}</summary>
          ${notes.map((problem) => html`<p>${words.text(problem.message)}</p>`)}
        </details>`
  }`;
}

/** The curve of an item with its rule in words. */
export function renderPicture(item: CardItem, name: string, words: Words): unknown {
  const { axis, rule } = outline(item.curve, 0, 1, isRatio(item.indicatorId));
  const axisText = (x: number): string => (axis === 'attainment' ? words.percent(x, 0) : words.value(item.indicatorId, x));
  return html`<div>
    ${renderCurve({ curve: item.curve, value: null, target: null, axisText, label: words.t('curve.label', { name, rule: words.text(rule) }) })}
    <p class="note">${words.text(rule)}</p>
  </div>`;
}

/** The bands of the card, each with where it begins. */
export function renderGrades(
  card: ScoreCard,
  words: Words,
  problems: readonly LintProblem[],
  setCard: (card: ScoreCard) => void,
): unknown {
  return html`<section class="frame">
    <h2>${words.t('rules.grades')}</h2>
    <div class="fields">
      ${(card.grades ?? []).map(
        (grade) =>
          html`<mp-number
            label=${words.t('editor.gradeFrom', { grade: grade.id, name: words.text(grade.name) })}
            unit=${words.t('unit.points')}
            .value=${grade.from}
            @change=${(event: Event) => {
              const { value } = event.currentTarget as HTMLElement & { value: number | null };
              if (value !== null) setCard(withGrade(card, grade.id, { from: value }));
            }}
          ></mp-number>`,
      )}
    </div>
    ${renderProblems(problems, words)}
  </section>`;
}
