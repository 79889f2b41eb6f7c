import { html, nothing } from '@milepost/sdk';
import type { ChecklistItem } from '@milepost/checklist';
import type { FormContext } from './form-context.ts';

/** Photos are taken along scaled down; of files the fingerprint is kept and the file stays where it is. */
export function renderAttachments(
  context: FormContext,
  item: ChecklistItem,
  kind: 'photo' | 'file',
  ids: readonly string[],
  change: (ids: readonly string[]) => void,
): unknown {
  const { t } = context;
  const max = (item.type === 'photo' || item.type === 'file') && item.type === kind ? (item.maxFiles ?? 20) : 5;
  const choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    const id = file ? await context.attach(item.id, kind, file) : null;
    if (id) change([...ids, id]);
  };
  const remove = (id: string): void => {
    change(ids.filter((other) => other !== id));
    context.detach(id);
  };
  return html`<div class="attachments">
    <ul>
      ${ids.map((id) => {
        const { name, note, url } = context.attachment(id);
        return html`<li>
          ${url ? html`<img src=${url} alt=${name} />` : nothing}
          <span class="grow"><span class="name">${name}</span><span class="muted small">${note}</span></span>
          <mp-button
            variant="quiet"
            icon="trash"
            .label=${t('attachment.remove', { name })}
            @click=${() => remove(id)}
          ></mp-button>
        </li>`;
      })}
    </ul>
    ${
      ids.length >= max
        ? nothing
        : html`<label class="upload"
            ><input
              type="file"
              accept=${kind === 'photo' ? 'image/*' : nothing}
              @change=${(event: Event) => void choose(event)}
            /><mp-icon .name=${kind === 'photo' ? 'camera' : 'upload'}></mp-icon>${t(`attachment.${kind}`)}</label
          >`
    }
    <p class="muted small">${t(`attachment.${kind}.note`)}</p>
  </div>`;
}
