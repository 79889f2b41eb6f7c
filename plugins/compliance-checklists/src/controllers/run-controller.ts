import { createRun, score } from '@milepost/checklist';
import type { Answer, Answers, ChecklistScore, Evaluation, ItemState, Run } from '@milepost/checklist';
import { WriteConflict } from '@milepost/sdk';
import type { PluginHost, ReactiveController, ReactiveControllerHost, RecordOf } from '@milepost/sdk';
import { ChecksStore } from '../data/checks-store.ts';
import type { TemplateRecord } from '../data/checks-store.ts';
import { differingItems, recover } from '../domain/run-draft.ts';
import type { LocalDraft } from '../domain/run-draft.ts';
import type { RunValue } from '../domain/records.ts';

const keepAfterMs = 250;
const saveAfterMs = 1500;
const retryAfterMs = 15_000;

/** Where a check's answers are. */
export type SaveState = 'saved' | 'pending' | 'saving' | 'failed' | 'conflict';

/** Two sets of answers to choose between. */
export interface Conflict {
  readonly theirs: RecordOf<RunValue>;
  readonly mine: Answers;
  readonly differing: readonly string[];
}

/**
 * One check being filled in. Every keystroke is kept on this device within a quarter of a second and sent to the gateway
 * soon after; a failed sending is tried again when the network is back, and a conflict is put before the person.
 */
export class RunController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  #run: Run | null = null;
  #versions = new Map<string, number>();
  #unsynced = new Set<string>();
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  #connected = false;
  #stopOnline: (() => void) | undefined;
  #evaluation: Evaluation | null = null;
  #score: ChecklistScore | null = null;
  #answers: Answers | null = null;
  record: RecordOf<RunValue> | null = null;
  template: TemplateRecord | null = null;
  state: SaveState = 'saved';
  restored = false;
  conflict: Conflict | null = null;
  error: unknown = null;

  constructor(element: ReactiveControllerHost, host: () => PluginHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#stopOnline = this.#host().online.subscribe((online) => {
      if (online && this.#unsynced.size > 0) void this.save();
    });
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stopOnline?.();
    clearTimeout(this.#saveTimer);
    // What was typed last is kept even when the page goes in the middle of a word.
    if (this.#keepTimer) void this.#keep();
    if (this.#unsynced.size > 0 && this.state !== 'conflict') void this.save();
  }

  get store(): ChecksStore {
    return new ChecksStore(this.#host());
  }

  get unsynced(): number {
    return this.#unsynced.size;
  }

  get #key(): string {
    return `run:${this.record?.id ?? ''}`;
  }

  /** Loads a check with its template and what this device kept of it. */
  async load(id: string): Promise<void> {
    this.error = null;
    this.record = null;
    try {
      const record = await this.store.runs.get(id);
      const template = record && (await this.store.template(record.value.templateId, record.value.templateVersion));
      if (!record || !template) throw Object.assign(new Error(this.#host().i18n.t('form.unknown')), { code: 'run.unknown' });
      this.template = template;
      this.#open(record, record.value.answers);
      const kept = await this.#host().drafts.get<LocalDraft>(`run:${id}`);
      this.#takeUp(record, kept);
    } catch (error) {
      this.error = error;
    }
    this.#element.requestUpdate();
  }

  #takeUp(record: RecordOf<RunValue>, kept: LocalDraft | null): void {
    if (record.value.status !== 'draft') return;
    const found = recover({ revision: record.revision, answers: record.value.answers }, kept);
    if (found.kind === 'conflict') this.conflict = { theirs: record, mine: found.mine, differing: found.differing };
    if (found.kind === 'conflict') this.state = 'conflict';
    if (found.kind !== 'local') return;
    this.#open(record, found.answers);
    this.restored = true;
    for (const itemId of differingItems(record.value.answers, found.answers)) this.#unsynced.add(itemId);
    this.#plan();
  }

  #open(record: RecordOf<RunValue>, answers: Answers): void {
    if (!this.template) return;
    this.record = record;
    this.#run = createRun(this.template.value.template, answers);
    this.#unsynced.clear();
    this.state = 'saved';
    this.conflict = null;
    this.#versions = new Map([...this.#versions].map(([id, version]) => [id, version + 1]));
    this.#forget();
  }

  #forget(): void {
    this.#evaluation = null;
    this.#score = null;
    this.#answers = null;
  }

  item(itemId: string): ItemState | null {
    return this.#run?.item(itemId) ?? null;
  }

  answer(itemId: string): Answer | null {
    const answers = this.answers();
    return Object.hasOwn(answers, itemId) ? (answers[itemId] ?? null) : null;
  }

  answers(): Answers {
    return (this.#answers ??= this.#run?.answers() ?? {});
  }

  submission(): Answers {
    return this.#run?.submission() ?? {};
  }

  /** Counts up whenever what is shown of a question changes. */
  version(itemId: string): number {
    return this.#versions.get(itemId) ?? 0;
  }

  get evaluation(): Evaluation {
    return (this.#evaluation ??= this.#run?.state() ?? {
      visible: [],
      required: [],
      missing: [],
      errors: [],
      progress: { answered: 0, total: 0 },
      complete: false,
    });
  }

  get score(): ChecklistScore | null {
    if (!this.#score && this.template && this.#run) this.#score = score(this.template.value.template, this.answers());
    return this.#score;
  }

  /** Answers a question; only the questions that depend on it are looked at again. */
  set(itemId: string, answer: Answer | null): void {
    if (!this.#run) return;
    for (const id of this.#run.setAnswer(itemId, answer)) this.#versions.set(id, this.version(id) + 1);
    this.#unsynced.add(itemId);
    this.restored = false;
    this.#forget();
    this.#plan();
    this.#element.requestUpdate();
  }

  #plan(): void {
    if (this.state !== 'conflict' && this.state !== 'saving') this.state = 'pending';
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => void this.#keep(), keepAfterMs);
    clearTimeout(this.#saveTimer);
    if (this.state !== 'conflict') this.#saveTimer = setTimeout(() => void this.save(), saveAfterMs);
  }

  async #keep(): Promise<void> {
    this.#keepTimer = undefined;
    if (!this.record || this.#unsynced.size === 0) return;
    const draft: LocalDraft = { revision: this.record.revision, answers: this.answers() };
    await this.#host().drafts.set(this.#key, draft);
  }

  /** Sends what is not there yet. Saves follow each other; two never overlap. */
  async save(): Promise<void> {
    clearTimeout(this.#saveTimer);
    while (this.#saving) await this.#saving;
    if (!this.record || this.#unsynced.size === 0 || this.state === 'conflict') return;
    this.#saving = this.#send();
    await this.#saving;
    this.#saving = null;
    this.#element.requestUpdate();
  }

  async #send(): Promise<void> {
    if (!this.record) return;
    const sent = [...this.#unsynced];
    this.#unsynced.clear();
    this.state = 'saving';
    this.#element.requestUpdate();
    try {
      this.record = await this.store.saveAnswers(this.record, this.answers());
      this.state = this.#unsynced.size > 0 ? 'pending' : 'saved';
      if (this.#unsynced.size === 0) await this.#host().drafts.remove(this.#key);
    } catch (error) {
      for (const id of sent) this.#unsynced.add(id);
      await this.#keep();
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const theirs = error instanceof WriteConflict ? (error.current as RecordOf<RunValue> | null) : null;
    if (theirs) {
      this.state = 'conflict';
      this.conflict = { theirs, mine: this.answers(), differing: differingItems(theirs.value.answers, this.answers()) };
      return;
    }
    this.state = 'failed';
    // Once the view is gone nobody waits: what is kept on the device is taken up when the check is opened again.
    if (this.#connected) this.#saveTimer = setTimeout(() => void this.save(), retryAfterMs);
  }

  /** Ends a conflict: with the answers of this device on top of what is stored, or with what is stored. */
  async resolve(choice: 'mine' | 'theirs'): Promise<void> {
    const { conflict } = this;
    if (!conflict) return;
    this.#open(conflict.theirs, choice === 'mine' ? conflict.mine : conflict.theirs.value.answers);
    if (choice === 'theirs') await this.#host().drafts.remove(this.#key);
    else for (const id of conflict.differing) this.#unsynced.add(id);
    this.#element.requestUpdate();
    if (choice === 'mine') await this.save();
  }

  /** Submits with the findings chosen. @throws what the gateway answers; the draft stays as it is then. */
  async submit(
    findings: readonly { readonly itemId: string; readonly description: string; readonly ownerId: string }[],
  ): Promise<RecordOf<RunValue>> {
    await this.save();
    if (!this.record || !this.score || !this.template) throw new Error('nothing is open');
    const answers = this.submission();
    const seen = score(this.template.value.template, answers);
    const done = await this.store.submit({
      runId: this.record.id,
      revision: this.record.revision,
      answers,
      seen: { percent: seen.percent, result: seen.result },
      findings,
    });
    await this.#host().drafts.remove(this.#key);
    this.record = done;
    this.#unsynced.clear();
    return done;
  }

  /** Throws a draft away. */
  async discard(): Promise<void> {
    clearTimeout(this.#saveTimer);
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    while (this.#saving) await this.#saving;
    if (!this.record) return;
    await this.store.runs.remove(this.record.id, this.record.revision);
    this.#unsynced.clear();
    await this.#host().drafts.remove(this.#key);
  }
}
