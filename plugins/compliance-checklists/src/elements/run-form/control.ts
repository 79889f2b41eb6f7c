import { html, live, nothing } from '@milepost/sdk';
import { parseAmount } from '@milepost/ui/format';
import type { Answer, ChecklistItem } from '@milepost/checklist';
import { renderAttachments } from './attachments.ts';
import type { FormContext } from './form-context.ts';

type ItemOf<T extends ChecklistItem['type']> = Extract<ChecklistItem, { type: T }>;

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The control that answers a question, by its type: large targets, the keyboard that fits. */
export function renderControl(context: FormContext, item: ChecklistItem, answer: Answer | null): unknown {
  switch (item.type) {
    case 'yes-no-na':
      return renderSegments(context, item, answer);
    case 'choice':
      return renderChoice(context, item, answer);
    case 'multi-choice':
      return renderMultiChoice(context, item, answer);
    case 'number':
    case 'money':
      return withNotApplicable(context, item, answer, renderNumber(context, item, answer));
    case 'date':
      return withNotApplicable(context, item, answer, renderDate(context, item, answer));
    case 'text':
      return withNotApplicable(context, item, answer, renderText(context, item, answer));
    case 'photo':
    case 'file': {
      const ids = Array.isArray(answer?.value) ? (answer.value as readonly string[]) : [];
      return renderAttachments(context, item, item.type, ids, (next) =>
        context.set(item.id, next.length ? { ...answer, value: next } : null),
      );
    }
  }
}

/** Another value with everything else that was handed in. */
function withValue(context: FormContext, item: ChecklistItem, answer: Answer | null, value: Answer['value']): void {
  if (value === null && !answer?.note) return context.set(item.id, null);
  const next: Answer = { ...answer, value };
  if ('notApplicable' in next) delete (next as { notApplicable?: boolean }).notApplicable;
  context.set(item.id, next);
}

function renderSegments(context: FormContext, item: ItemOf<'yes-no-na'>, answer: Answer | null): unknown {
  const choices: readonly Choice[] = ['yes', 'no', 'na'].map((value) => ({
    value,
    label: context.t(`answer.${value}`),
  }));
  const chosen = answer?.notApplicable ? 'na' : answer?.value;
  return html`<div class="segments">
    ${choices.map((choice) => renderRadio(context, item, answer, choice, chosen === choice.value))}
  </div>`;
}

function renderChoice(context: FormContext, item: ItemOf<'choice'>, answer: Answer | null): unknown {
  const choices = item.options.map(({ id, title }): Choice => ({ value: id, label: context.say(title) }));
  if (item.allowNotApplicable) choices.push({ value: 'na', label: context.t('answer.na') });
  const chosen = answer?.notApplicable ? 'na' : answer?.value;
  return html`<div class="choices">
    ${choices.map((choice) => renderRadio(context, item, answer, choice, chosen === choice.value))}
  </div>`;
}

function renderRadio(
  context: FormContext,
  item: ChecklistItem,
  answer: Answer | null,
  { value, label }: Choice,
  checked: boolean,
): unknown {
  return html`<label class="option" data-value=${value}
    ><input
      type="radio"
      name=${item.id}
      value=${value}
      .checked=${live(checked)}
      @change=${() => withValue(context, item, answer, value)}
    /><span>${label}</span></label
  >`;
}

function renderMultiChoice(context: FormContext, item: ItemOf<'multi-choice'>, answer: Answer | null): unknown {
  const chosen = Array.isArray(answer?.value) ? (answer.value as readonly string[]) : [];
  const toggle = (id: string, on: boolean): void => {
    const next = item.options.map((option) => option.id).filter((option) => (option === id ? on : chosen.includes(option)));
    withValue(context, item, answer, next.length ? next : null);
  };
  return html`<div class="choices">
    ${item.options.map(
      ({ id, title }) =>
        html`<label class="option"
          ><input
            type="checkbox"
            .checked=${live(chosen.includes(id))}
            @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}
          /><span>${context.say(title)}</span></label
        >`,
    )}
  </div>`;
}

function renderNumber(context: FormContext, item: ItemOf<'number'> | ItemOf<'money'>, answer: Answer | null): unknown {
  const money = item.type === 'money';
  const value = typeof answer?.value === 'number' ? answer.value : null;
  const typed = context.typed(item.id);
  const text = typed ?? (value === null ? '' : String(money ? value / 100 : value));
  const input = (event: Event): void => {
    const raw = (event.target as HTMLInputElement).value;
    const read = readNumber(raw, money, money ? item.currency : 'CNY');
    context.setTyped(item.id, raw);
    withValue(context, item, answer, read === 'wrong' ? null : read);
  };
  const wrong = typed !== undefined && typed.trim() !== '' && readNumber(typed, money, money ? item.currency : 'CNY') === 'wrong';
  const unit = money ? context.t('unit.yuan') : context.say(item.unit);
  return html`<div class="figure">
      <input
        inputmode="decimal"
        autocomplete="off"
        aria-label=${`${context.say(item.title)} ${unit}`}
        aria-invalid=${wrong ? 'true' : nothing}
        ?disabled=${answer?.notApplicable === true}
        .value=${live(text)}
        @input=${input}
      /><span class="muted">${unit}</span>
    </div>
    ${wrong ? html`<p class="problem" role="alert">${context.t('form.number.wrong')}</p>` : nothing}`;
}

/** Full-width digits, thousands separators and `1.2万` are read as people write them. Money in minor units. */
function readNumber(text: string, money: boolean, currency: string): number | null | 'wrong' {
  if (text.trim() === '') return null;
  if (money) {
    const parsed = parseAmount(text, { currency });
    return parsed.ok ? parsed.amountMinor : 'wrong';
  }
  const value = Number(text.normalize('NFKC').replaceAll(',', '').replace('−', '-').trim());
  return Number.isFinite(value) ? value : 'wrong';
}

function renderDate(context: FormContext, item: ItemOf<'date'>, answer: Answer | null): unknown {
  const value = typeof answer?.value === 'string' && answer.value !== 'na' ? answer.value : '';
  return html`<mp-date
    label=${context.say(item.title)}
    label-hidden
    min=${item.min ?? nothing}
    max=${item.max ?? nothing}
    ?disabled=${answer?.notApplicable === true}
    .value=${live(value)}
    @change=${(event: Event) => withValue(context, item, answer, (event.currentTarget as HTMLElement & { value: string }).value || null)}
  ></mp-date>`;
}

function renderText(context: FormContext, item: ItemOf<'text'>, answer: Answer | null): unknown {
  const value = typeof answer?.value === 'string' ? answer.value : '';
  return html`<textarea
    rows="3"
    maxlength=${item.maxLength ?? 10_000}
    aria-label=${context.say(item.title)}
    ?disabled=${answer?.notApplicable === true}
    .value=${live(value)}
    @input=${(event: Event) => withValue(context, item, answer, (event.target as HTMLTextAreaElement).value || null)}
  ></textarea>`;
}

function withNotApplicable(context: FormContext, item: ChecklistItem, answer: Answer | null, control: unknown): unknown {
  if (!item.allowNotApplicable) return control;
  const toggle = (event: Event): void =>
    (event.target as HTMLInputElement).checked
      ? context.set(item.id, { ...answer, value: null, notApplicable: true })
      : withValue(context, item, answer, null);
  return html`${control}<label class="option"
      ><input type="checkbox" .checked=${live(answer?.notApplicable === true)} @change=${toggle} /><span
        >${context.t('answer.na')}</span
      ></label
    >`;
}
