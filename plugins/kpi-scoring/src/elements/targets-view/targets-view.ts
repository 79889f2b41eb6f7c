import { parseAmount } from '@milepost/ui/format';
import { LitElement, WriteConflict, html, nothing, property, requireElements, state } from '@milepost/sdk';
import type { PluginHost, PropertyValues, RecordOf, RecordWrite } from '@milepost/sdk';
import type { TableColumn } from '@milepost/ui';
import type { BoardState } from '../../controllers/board-controller.ts';
import { loadLastYear } from '../../data/load-suggestions.ts';
import { hostReader } from '../../data/reader.ts';
import type { Participant } from '../../domain/participants.ts';
import { targetRecordId } from '../../domain/records.ts';
import type { PersonalTarget } from '../../domain/records.ts';
import type { ResolvedTarget } from '../../domain/target-origin.ts';
import { adopted, readPasted, suggest } from '../../domain/targets.ts';
import type { PastedLine, Suggestion, SuggestionBase } from '../../domain/targets.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { renderOrigin } from '../target-origin-text.ts';
import { viewStyles } from '../view-styles.ts';
import { Words } from '../words.ts';
import { cellStyles, targetsStyles } from './targets-view.styles.ts';

/** By person; null takes a target set by hand away, so that the plan counts again. */
type Edits = Readonly<Record<string, PersonalTarget | null>>;

interface Kept {
  readonly edits: Edits;
}

/**
 * @summary The sales target each person is scored against in a month and where it comes from: set by hand, planned, or estimated. Here targets are
 *   set by hand, typed or pasted from a spreadsheet. Frozen people keep theirs.
 */
export class TargetsView extends LitElement {
  static override styles = [viewStyles, targetsStyles];

  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) board!: Extract<BoardState, { kind: 'ready' }>;
  @property({ attribute: false }) changed: () => Promise<void> = async () => undefined;

  @state() private records: ReadonlyMap<string, RecordOf<PersonalTarget>> = new Map();
  @state() private bases: readonly SuggestionBase[] | undefined;
  @state() private growth = 0.1;
  @state() private edits: Edits = {};
  @state() private restored = false;
  @state() private pasting = false;
  @state() private pasted: readonly PastedLine[] = [];
  @state() private saving = false;
  @state() private failure: Failure | undefined;
  @state() private conflict: readonly RecordOf<PersonalTarget>[] = [];
  #month = '';
  readonly #gone = new Map<string, number>();

  get dirty(): boolean {
    return Object.keys(this.edits).length > 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-table', 'mp-number', 'mp-button', 'mp-textarea', 'mp-icon', 'mp-badge', 'mp-state');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('board') && this.#month !== this.board.data.month) {
      this.#month = this.board.data.month;
      void this.#load();
    }
  }

  get #words(): Words {
    return new Words(this.host);
  }

  get #mayEdit(): boolean {
    return ['manager', 'ops', 'admin'].includes(this.host.session.user.role);
  }

  get #draftKey(): string {
    return `targets.${this.board.data.month}`;
  }

  async #load(): Promise<void> {
    const { month, participants } = this.board.data;
    try {
      const [records, bases, kept] = await Promise.all([
        this.host.data.collection<PersonalTarget>('targets').listAll({ where: [{ field: 'period', op: 'eq', value: month }] }),
        loadLastYear(hostReader(this.host).mirror, participants, month),
        this.host.drafts.get<Kept>(this.#draftKey),
      ]);
      if (month !== this.#month) return;
      this.records = new Map(records.map((record) => [record.id, record]));
      this.bases = bases;
      this.edits = kept?.edits ?? {};
      this.restored = kept !== null;
      this.failure = undefined;
      this.#tell();
    } catch (error) {
      this.failure = failureOf(error, this.#words, this.#words.t('targets.failed'));
    }
  }

  #tell(): void {
    this.dispatchEvent(new Event('mp-dirty-change', { bubbles: true, composed: true }));
  }

  #idOf(personId: string): string {
    return targetRecordId({ period: this.board.data.month, personId, indicatorId: 'sales-amount' });
  }

  #setEdits(edits: Edits): void {
    this.edits = edits;
    void (Object.keys(edits).length > 0
      ? this.host.drafts.set(this.#draftKey, { edits })
      : this.host.drafts.remove(this.#draftKey));
    this.#tell();
  }

  #enter(personId: string, value: number | null): void {
    const stored = this.records.get(this.#idOf(personId))?.value;
    const rest = Object.fromEntries(Object.entries(this.edits).filter(([id]) => id !== personId));
    if (value === null && stored) return this.#setEdits({ ...rest, [personId]: null });
    if (value === null || value <= 0 || stored?.value === value) return this.#setEdits(rest);
    this.#setEdits({
      ...rest,
      [personId]: { personId, period: this.board.data.month, indicatorId: 'sales-amount', value, source: 'entered' },
    });
  }

  get #suggestions(): ReadonlyMap<string, Suggestion> {
    return suggest(this.bases ?? [], this.growth);
  }

  /** People whose target may still change: those not frozen. */
  get #open(): readonly Participant[] {
    const frozen = new Set(this.board.data.rows.flatMap((row) => (row.frozen ? [row.id] : [])));
    return this.board.data.participants.filter((person) => !frozen.has(person.id));
  }

  #adoptMissing(): void {
    const { month } = this.board.data;
    const suggestions = this.#suggestions;
    const added = this.#open.flatMap(({ id }): [string, PersonalTarget][] => {
      const suggestion = suggestions.get(id);
      if (!suggestion || this.#resolved(id) || this.edits[id]) return [];
      return [[id, adopted(id, month, suggestion)]];
    });
    this.#setEdits({ ...this.edits, ...Object.fromEntries(added) });
  }

  #handlePaste(event: Event): void {
    const { value } = event.currentTarget as HTMLElement & { value: string };
    const parse = (text: string): number | null => {
      const read = parseAmount(text, { currency: this.host.session.tenant.currency });
      return read.ok ? read.amountMinor : null;
    };
    this.pasted = readPasted(value, this.#open, parse);
  }

  #takePasted(): void {
    const { month } = this.board.data;
    const read = this.pasted.flatMap((line): [string, PersonalTarget][] =>
      line.ok
        ? [
            [
              line.personId,
              { personId: line.personId, period: month, indicatorId: 'sales-amount', value: line.value, source: 'pasted' },
            ],
          ]
        : [],
    );
    this.#setEdits({ ...this.edits, ...Object.fromEntries(read) });
    this.pasting = false;
    this.pasted = [];
  }

  async #save(): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    this.failure = undefined;
    let again = false;
    const words = this.#words;
    const units = new Map(this.board.data.participants.map((person) => [person.id, person.unitId]));
    try {
      const writes = Object.entries(this.edits).map(([personId, value]): RecordWrite<PersonalTarget> => {
        const id = this.#idOf(personId);
        const revision = this.records.get(id)?.revision ?? this.#gone.get(id) ?? 0;
        return value === null
          ? { op: 'delete', id, revision }
          : { op: 'put', id, value, revision, ownerId: personId, unitId: units.get(personId) ?? null };
      });
      await this.host.data.collection<PersonalTarget>('targets').batch(writes);
      this.host.notify({ tone: 'positive', text: words.t('targets.saved', { n: writes.length }) });
      this.#setEdits({});
      this.restored = false;
      await Promise.all([this.#load(), this.changed()]);
    } catch (error) {
      if (error instanceof WriteConflict && this.#learnGone(error)) again = true;
      else if (error instanceof WriteConflict) await this.#readConflict();
      else this.failure = failureOf(error, words, words.t('targets.saveFailed'));
    } finally {
      this.saving = false;
    }
    if (again) await this.#save();
  }

  /** A target that was taken away once comes back above its last revision, which no list tells. True when that was learned. */
  #learnGone(error: WriteConflict): boolean {
    const current = error.current as RecordOf<PersonalTarget> | null;
    if (!current?.deleted || this.#gone.get(current.id) === current.revision) return false;
    this.#gone.set(current.id, current.revision);
    return true;
  }

  /** Reads what is stored now beside what was typed; nothing is decided for the person. */
  async #readConflict(): Promise<void> {
    const stored = await this.host.data
      .collection<PersonalTarget>('targets')
      .listAll({ where: [{ field: 'period', op: 'eq', value: this.board.data.month }] });
    this.conflict = stored.filter(
      (record) => record.value.personId in this.edits && record.revision !== (this.records.get(record.id)?.revision ?? 0),
    );
    this.records = new Map(stored.map((record) => [record.id, record]));
  }

  #resolve(keep: 'mine' | 'theirs'): void {
    if (keep === 'theirs') {
      const theirs = new Set(this.conflict.map((record) => record.value.personId));
      this.#setEdits(Object.fromEntries(Object.entries(this.edits).filter(([id]) => !theirs.has(id))));
    }
    this.conflict = [];
    if (keep === 'mine') void this.#save();
  }

  /** The target a person is scored against as things are stored. */
  #resolved(personId: string): ResolvedTarget | undefined {
    return this.board.data.targets.find((target) => target.personId === personId && target.indicatorId === 'sales-amount');
  }

  #columns(words: Words): TableColumn<Participant>[] {
    const open = new Set(this.#open.map((person) => person.id));
    const shown = (person: Participant): ResolvedTarget | undefined =>
      this.board.data.rows
        .find((row) => row.id === person.id)
        ?.frozen?.targets.find((target) => target.indicatorId === 'sales-amount') ?? this.#resolved(person.id);
    return [
      { key: 'name', label: words.t('column.person'), value: (person) => person.name, sortable: true },
      { key: 'unit', label: words.t('targets.unit'), value: (person) => person.unitName, sortable: true },
      {
        key: 'target',
        label: words.t('targets.target'),
        align: 'end',
        sortable: true,
        value: (person) => shown(person)?.value ?? null,
        cell: (person) => words.moneyExact(shown(person)?.value ?? null),
      },
      {
        key: 'source',
        label: words.t('targets.source'),
        value: (person) => shown(person)?.origin.kind ?? '',
        cell: (person) => this.#origin(shown(person), words, open.has(person.id)),
      },
      ...(this.#mayEdit
        ? [
            {
              key: 'manual',
              label: words.t('targets.manual'),
              align: 'end',
              width: '220px',
              value: (person: Participant) => this.#manual(person)?.value ?? null,
              cell: (person: Participant) => (open.has(person.id) ? this.#field(person, words) : '—'),
            } as const,
          ]
        : []),
    ];
  }

  /** What is set by hand, with what is typed and not saved yet. */
  #manual({ id }: Participant): PersonalTarget | null {
    const edit = this.edits[id];
    return edit === undefined ? (this.records.get(this.#idOf(id))?.value ?? null) : edit;
  }

  #field(person: Participant, words: Words): unknown {
    return html`<span class="field"
      ><mp-number
        label=${words.t('targets.targetOf', { name: person.name })}
        label-hidden
        optional
        kind="money"
        .value=${this.#manual(person)?.value ?? null}
        placeholder=${words.t('targets.none')}
        @change=${(event: Event) => this.#enter(person.id, (event.currentTarget as HTMLElement & { value: number | null }).value)}
      ></mp-number
      >${person.id in this.edits ? html`<span class="muted">${words.t('targets.unsaved')}</span>` : nothing}</span
    >`;
  }

  #origin(target: ResolvedTarget | undefined, words: Words, open: boolean): unknown {
    if (!target) return words.t('targets.noneSource');
    const nameOf = (id: string): string => this.board.organisation.people.find((person) => person.id === id)?.name ?? id;
    return html`${renderOrigin(this.host, words, target, nameOf)}${open ? nothing : html` <span class="muted">${words.t('targets.frozen')}</span>`}`;
  }

  #renderPaste(words: Words): unknown {
    if (!this.pasting) return nothing;
    const good = this.pasted.filter((line) => line.ok).length;
    return html`<section class="frame">
      <mp-textarea
        label=${words.t('targets.pasteLabel')}
        hint=${words.t('targets.pasteHint')}
        @input=${this.#handlePaste}
        @change=${this.#handlePaste}
      ></mp-textarea>
      ${
        this.pasted.length > 0
          ? html`<ul class="list preview">
              ${this.pasted.map((line) => (line.ok ? html`<li class="num">${line.name} · ${words.moneyExact(line.value)}</li>` : html`<li class="critical">${words.t(`targets.paste.${line.problem}`, { line: line.line, text: line.text })}</li>`))}
            </ul>`
          : nothing
      }
      <div class="bar">
        <mp-button variant="primary" ?disabled=${good === 0} @click=${() => this.#takePasted()}
          >${words.t('targets.takePasted', { n: good })}</mp-button
        >
        <mp-button variant="quiet" @click=${() => (this.pasting = false)}>${words.t('editor.close')}</mp-button>
      </div>
    </section>`;
  }

  #renderConflict(words: Words): unknown {
    if (this.conflict.length === 0) return nothing;
    return html`<div class="critical" role="alert">
      <p>${words.t('conflict.text', { n: this.conflict.length })}</p>
      <ul class="list">
        ${this.conflict.map((record) => {
          const name =
            this.board.data.participants.find((person) => person.id === record.value.personId)?.name ?? record.value.personId;
          return html`<li class="num">
            ${words.t('conflict.line', { name, mine: words.moneyExact(this.edits[record.value.personId]?.value ?? null), theirs: words.moneyExact(record.value.value) })}
          </li>`;
        })}
      </ul>
      <div class="bar">
        <mp-button @click=${() => this.#resolve('mine')}>${words.t('conflict.mine')}</mp-button>
        <mp-button @click=${() => this.#resolve('theirs')}>${words.t('conflict.theirs')}</mp-button>
      </div>
    </div>`;
  }

  #renderBar(words: Words): unknown {
    if (!this.#mayEdit) return nothing;
    const missing = this.#open.filter(({ id }) => !this.#resolved(id) && !this.edits[id]).length;
    const unsaved = Object.keys(this.edits).length;
    return html`<div class="bar">
      ${
        missing === 0
          ? nothing
          : html`<mp-number
                label=${words.t('targets.growth')}
                kind="percent"
                .value=${this.growth}
                min="-0.9"
                max="5"
                @change=${(event: Event) => (this.growth = (event.currentTarget as HTMLElement & { value: number | null }).value ?? this.growth)}
              ></mp-number>
              <mp-button @click=${() => this.#adoptMissing()}>${words.t('targets.adopt', { n: missing })}</mp-button>`
      }
      <span class="grow"></span>
      <mp-button icon="copy" @click=${() => (this.pasting = true)}>${words.t('targets.paste')}</mp-button>
      <mp-button variant="primary" icon="save" ?disabled=${unsaved === 0} ?loading=${this.saving} @click=${() => this.#save()}
        >${words.t('targets.save', { n: unsaved })}</mp-button
      >
      ${unsaved > 0 ? html`<mp-button variant="quiet" @click=${() => this.#setEdits({})}>${words.t('editor.discard')}</mp-button>` : nothing}
    </div>`;
  }

  protected override render(): unknown {
    const words = this.#words;
    const { participants, month } = this.board.data;
    return html`<p class="note">${words.t('targets.note', { month: words.month(month) })}</p>
      ${this.restored && this.dirty ? html`<p class="warning">${words.t('editor.restored')}</p>` : nothing}
      ${this.failure ? html`<p class="critical" role="alert">${this.failure.heading} ${this.failure.text} ${words.t('editor.kept')} ${this.failure.code ? html`<code>${this.failure.code}</code>` : nothing}</p>` : nothing}
      ${this.#renderConflict(words)} ${this.#renderBar(words)} ${this.#renderPaste(words)}
      <mp-table
        label=${words.t('targets.label', { month: words.month(month) })}
        .columns=${this.#columns(words)}
        .rows=${participants}
        .state=${participants.length === 0 ? 'empty' : this.bases ? 'ready' : this.failure ? 'error' : 'loading'}
        .cellStyles=${cellStyles}
        .mobile=${(person: Participant) => this.#mobile(person, words)}
        @mp-retry=${() => this.#load()}
      ></mp-table>`;
  }

  #mobile(person: Participant, words: Words): unknown {
    const [, , target, source, manual] = this.#columns(words);
    return html`<div>
      <strong>${person.name}</strong> <span class="muted">${person.unitName}</span><br />${words.t('targets.target')}
      ${target?.cell?.(person)}<br />${source?.cell?.(person)}${manual ? html`<br />${manual.cell?.(person)}` : nothing}
    </div>`;
  }
}
