import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import { callGateway } from '../boot/api.ts';
import { Watch } from '../state/watch.ts';
import type { Preferences } from '../state/preferences.ts';
import type { Shell } from '../state/shell.ts';
import type { TextKey } from '../i18n/texts.ts';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** @summary Who is at work, how the portal looks to them, and the way out. */
export class PortalPersonMenu extends LitElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: block;
        min-inline-size: 280px;
        padding: 14px;
        text-align: start;
      }
      .who {
        padding: 0 4px 12px;
      }
      .who b {
        display: block;
        font-weight: var(--mp-weight-strong);
      }
      .who span,
      legend {
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
      }
      fieldset {
        margin: 0 0 10px;
        padding: 0 4px;
        border: 0;
      }
      .segments {
        display: flex;
        margin-block-start: 4px;
        padding: 2px;
        border-radius: var(--mp-radius);
        background: var(--mp-color-sunken);
      }
      label {
        flex: 1;
        display: grid;
        place-items: center;
        min-block-size: 32px;
        padding: 0 8px;
        border-radius: var(--mp-radius-small);
        cursor: pointer;
        white-space: nowrap;
      }
      label:has(:checked) {
        background: var(--mp-color-surface);
        box-shadow: 0 1px 2px var(--mp-color-shadow);
        font-weight: var(--mp-weight-strong);
      }
      label:has(:focus-visible) {
        outline: var(--mp-focus-ring);
      }
      input {
        position: absolute;
        opacity: 0;
        pointer-events: none;
      }
      .actions {
        margin-block-start: 4px;
        padding-block-start: 8px;
        border-block-start: 1px solid var(--mp-color-border);
      }
      .action {
        display: flex;
        align-items: center;
        gap: 10px;
        inline-size: 100%;
        min-block-size: 38px;
        padding: 0 8px;
        border: 0;
        border-radius: var(--mp-radius);
        background: none;
        color: inherit;
        cursor: pointer;
        text-align: start;
        text-decoration: none;
      }
      .action .mp-icon {
        color: var(--mp-color-muted);
      }
      .action:hover {
        background: var(--mp-color-hover);
      }
      @media (max-width: 640px) {
        label,
        .action {
          min-block-size: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.preferences.value]);

  #done = (): void => {
    this.dispatchEvent(new CustomEvent('portal-done', { bubbles: true, composed: true }));
  };

  #signOut = async (): Promise<void> => {
    if (!(await this.shell.router.open('/'))) return;
    await callGateway('/api/session', { method: 'DELETE' }).catch(() => undefined);
    location.assign('/');
  };

  #switchUser = async (): Promise<void> => {
    this.#done();
    const { openSwitchUser } = await import('../dialogs/switch-user.ts');
    await openSwitchUser(this.shell.texts, this.shell.session.user.id);
  };

  #showHelp = async (): Promise<void> => {
    this.#done();
    const { openHelp } = await import('../dialogs/help.ts');
    await openHelp(this.shell.texts);
  };

  #renderChoice<T extends string>(
    label: string,
    name: string,
    current: T,
    choices: readonly Choice<T>[],
    pick: (value: T) => void,
  ): unknown {
    return html`<fieldset>
      <legend>${label}</legend>
      <div class="segments">
        ${choices.map(
          (choice) =>
            html`<label
              ><input
                type="radio"
                name=${name}
                .checked=${choice.value === current}
                @change=${() => pick(choice.value)}
              />${choice.label}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #choicesOf<K extends 'theme' | 'density'>(key: K, values: readonly Preferences[K][]): Choice<Preferences[K]>[] {
    return values.map((value) => ({ value, label: this.shell.texts.t(`person.${key}.${value}` as TextKey) }));
  }

  protected override render(): unknown {
    const { texts, session, preferences, router } = this.shell;
    const now = preferences.value.current;
    const languages: Choice<'zh-CN' | 'en'>[] = [
      { value: 'zh-CN', label: '中文' },
      { value: 'en', label: 'English' },
    ];
    return html`<div class="who">
        <b>${session.user.name}</b><span>${texts.t(`role.${session.user.role}`)} · ${session.tenant.name}</span>
      </div>
      ${this.#renderChoice(texts.t('person.language'), 'language', texts.locale.current, languages, (locale) => preferences.change({ locale }))}
      ${this.#renderChoice(
        texts.t('person.theme'),
        'theme',
        now.theme,
        this.#choicesOf('theme', ['auto', 'light', 'dark']),
        (theme) => preferences.change({ theme }),
      )}
      ${this.#renderChoice(
        texts.t('person.density'),
        'density',
        now.density,
        this.#choicesOf('density', ['compact', 'normal', 'roomy']),
        (density) => preferences.change({ density }),
      )}
      <div class="actions">
        ${
          session.identity.canSwitch
            ? html`<button class="action" type="button" @click=${this.#switchUser}>
                ${icon('team')}${texts.t('person.switch')}
              </button>`
            : nothing
        }
        <button class="action" type="button" @click=${this.#showHelp}>${icon('help')}${texts.t('person.help')}</button>
        <a class="action" href=${router.href({ page: 'about' })} @click=${this.#done}
          >${icon('info')}${texts.t('person.about')}</a
        >
        <button class="action" type="button" @click=${this.#signOut}>${icon('external')}${texts.t('person.signOut')}</button>
      </div>`;
  }
}
