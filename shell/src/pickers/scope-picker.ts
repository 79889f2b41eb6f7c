import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles, icon, iconStyles, styled } from '@milepost/ui';
import { branchesAbove, treeRows, visibleRows } from './organisation-tree.ts';
import { visibleOrganisation } from '../data/visible-organisation.ts';
import { Watch } from '../state/watch.ts';
import { scopePickerStyles } from './scope-picker.styles.ts';
import type { Organisation } from '@milepost/sdk';
import type { Shell } from '../state/shell.ts';
import type { TreeRow } from './organisation-tree.ts';

/** @summary The units and people one may see, as a tree with a search. Arrows move, Enter chooses. */
export class PortalScopePicker extends LitElement {
  static override styles = [baseStyles, iconStyles, scopePickerStyles];
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  @property({ attribute: false }) shell!: Shell;

  @state() private organisation: Organisation | null = null;
  @state() private failed = false;
  @state() private text = '';
  @state() private open = new Set<string>();
  @state() private marked = 'all';
  @query('input') private input!: HTMLInputElement | null;
  #rows: TreeRow[] = [];

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.router.scope]);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = async (): Promise<void> => {
    this.failed = false;
    try {
      this.organisation = visibleOrganisation(await this.shell.organisation(), this.shell.session);
    } catch {
      this.failed = true;
      return;
    }
    this.#rows = treeRows(this.organisation, this.shell.texts.t('scope.all'));
    this.marked = this.#currentKey();
    const tops = this.#rows.filter(({ level }) => level <= 2).map(({ key }) => key);
    this.open = new Set([
      ...(this.#rows.length > 40 ? tops.filter((key) => key !== 'all').slice(0, 1) : this.#rows.map(({ key }) => key)),
      ...branchesAbove(this.#rows, this.marked),
    ]);
    await this.updateComplete;
    this.input?.focus();
    this.#reveal();
  };

  #currentKey(): string {
    const { unitId, personId } = this.shell.router.scope.current;
    if (personId) return `person:${personId}`;
    return unitId ? `unit:${unitId}` : 'all';
  }

  #visible(): TreeRow[] {
    return visibleRows(this.#rows, this.open, this.text);
  }

  #choose(row: TreeRow): void {
    const unitOfPerson = this.organisation?.people.find(({ id }) => id === row.id)?.unitId ?? null;
    this.shell.router.setScope({
      unitId: row.kind === 'person' ? unitOfPerson : row.id,
      personId: row.kind === 'person' ? row.id : null,
    });
    this.dispatchEvent(new CustomEvent('portal-done', { bubbles: true, composed: true }));
  }

  #toggle(key: string, open = !this.open.has(key)): void {
    const next = new Set(this.open);
    if (open) next.add(key);
    else next.delete(key);
    this.open = next;
  }

  #handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const rows = this.#visible();
    const index = rows.findIndex(({ key }) => key === this.marked);
    const row = rows[index];
    if (event.key === 'ArrowDown') this.#mark(rows[Math.min(index + 1, rows.length - 1)]);
    else if (event.key === 'ArrowUp') this.#mark(rows[Math.max(index - 1, 0)]);
    else if (event.key === 'Enter' && row) this.#choose(row);
    else if (event.key === 'ArrowRight' && row?.expandable && !this.text) this.#toggle(row.key, true);
    else if (event.key === 'ArrowLeft' && row && !this.text) this.#stepOut(row);
    else return;
    event.preventDefault();
  };

  #stepOut(row: TreeRow): void {
    if (row.expandable && this.open.has(row.key)) this.#toggle(row.key, false);
    else this.#mark(this.#rows.find(({ key }) => key === row.parent));
  }

  #mark(row: TreeRow | undefined): void {
    if (!row) return;
    this.marked = row.key;
    void this.updateComplete.then(() => this.#reveal());
  }

  #reveal(): void {
    this.renderRoot.querySelector('.row.marked')?.scrollIntoView({ block: 'nearest' });
  }

  #handleInput = (event: Event): void => {
    this.text = (event.currentTarget as HTMLInputElement).value;
    const wanted = this.text.trim().toLowerCase();
    const hit = this.#visible().find(({ name }) => wanted && name.toLowerCase().includes(wanted));
    this.marked = hit?.key ?? this.#currentKey();
  };

  #renderRow(row: TreeRow): unknown {
    const { texts } = this.shell;
    const open = this.text !== '' || this.open.has(row.key);
    const fold = (event: Event): void => {
      event.stopPropagation();
      this.#toggle(row.key);
    };
    return html`<div
      id=${row.key}
      class="row ${row.key === this.marked ? 'marked' : ''}"
      role="treeitem"
      aria-level=${row.level}
      aria-selected=${row.key === this.#currentKey() ? 'true' : 'false'}
      aria-expanded=${row.expandable ? (open ? 'true' : 'false') : nothing}
      ${styled({ '--level': String(row.level - 1) })}
      @click=${() => this.#choose(row)}
    >
      <span class="fold ${row.expandable ? '' : 'leaf'}" aria-hidden="true" @click=${row.expandable ? fold : nothing}
        >${row.expandable ? icon(open ? 'chevron-down' : 'chevron-right') : nothing}</span
      >
      <span class="name">${row.kind === 'all' ? texts.t('scope.all') : row.name}</span>
      <span class="meta"
        >${row.people === null ? (row.leads ? texts.t('scope.leads') : '') : texts.t('scope.people', { count: row.people })}${row.key === this.#currentKey() ? icon('check') : nothing}</span
      >
    </div>`;
  }

  protected override render(): unknown {
    const { texts } = this.shell;
    if (this.failed) return html`<mp-state kind="error" .heading=${texts.t('scope.error')} @mp-retry=${this.#load}></mp-state>`;
    if (!this.organisation) return html`<mp-state kind="loading" shape="lines"></mp-state>`;
    const rows = this.#visible();
    return html`<div class="search">
        ${icon('search')}<input
          type="search"
          role="combobox"
          autocomplete="off"
          aria-label=${texts.t('scope.search')}
          placeholder=${texts.t('scope.search')}
          aria-expanded="true"
          aria-controls="tree"
          aria-activedescendant=${rows.length > 0 ? this.marked : nothing}
          .value=${this.text}
          @input=${this.#handleInput}
          @keydown=${this.#handleKey}
        />
      </div>
      ${rows.length === 0 ? html`<p class="none" role="status">${texts.t('scope.none', { text: this.text })}</p>` : nothing}
      <div id="tree" class="tree" role="tree" aria-label=${texts.t('scope.label')}>
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => this.#renderRow(row),
        )}
      </div>`;
  }
}
