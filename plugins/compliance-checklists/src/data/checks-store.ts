import type { Answers } from '@milepost/checklist';
import type { Account } from '@milepost/crm';
import type { Collection, Organisation, PluginHost, RecordOf } from '@milepost/sdk';
import type { Days } from '../domain/figures.ts';
import type { FindingValue, Overview, RunValue, TemplateValue } from '../domain/records.ts';
import { templateRecordId } from '../domain/records.ts';
import type { AssignRequest, StepRequest, SubmitRequest } from '../domain/requests.ts';

/** A record of templates that the page holds. */
export type TemplateRecord = RecordOf<TemplateValue>;

/** An account as the picker shows it. */
export type AccountChoice = Pick<Account, 'id' | 'name' | 'city' | 'customerType' | 'tier' | 'ownerId'>;

const accountFields = ['id', 'name', 'city', 'customerType', 'tier', 'ownerId'];

/** Everything the plugin reads and writes. Errors are the host's `ApiError` and `WriteConflict`. */
export class ChecksStore {
  readonly #host: PluginHost;

  constructor(host: PluginHost) {
    this.#host = host;
  }

  get runs(): Collection<RunValue> {
    return this.#host.data.collection<RunValue>('runs');
  }

  get findings(): Collection<FindingValue> {
    return this.#host.data.collection<FindingValue>('findings');
  }

  get templates(): Collection<TemplateValue> {
    return this.#host.data.collection<TemplateValue>('templates');
  }

  overview({ from, to }: Days): Promise<Overview> {
    return this.#host.data.call<Overview>('overview', { query: { from, to } });
  }

  organisation(): Promise<Organisation> {
    return this.#host.crm.organisation();
  }

  template(templateId: string, version: string): Promise<TemplateRecord | null> {
    return this.templates.get(templateRecordId(templateId, version));
  }

  /** Accounts whose name holds `text`, at most eight. */
  async searchAccounts(text: string, signal: AbortSignal): Promise<readonly AccountChoice[]> {
    const where = text.trim() ? [{ field: 'name', op: 'contains' as const, value: text.trim() }] : [];
    const { items } = await this.#host.crm.list('accounts', { where, sort: 'name', limit: 8, fields: accountFields }, signal);
    return items;
  }

  account(id: string): Promise<AccountChoice | null> {
    return this.#host.crm.get('accounts', id);
  }

  /** Begins a check: it is stored at once, so that nothing depends on this browser. */
  async begin(id: string, template: TemplateRecord, account: AccountChoice): Promise<RecordOf<RunValue>> {
    const { user, today } = this.#host.session;
    const value: RunValue = {
      status: 'draft',
      templateId: template.value.templateId,
      templateVersion: template.value.version,
      accountName: account.name,
      inspectorId: user.personId,
      dayOn: today,
      answers: {},
    };
    const ownerId = user.role === 'rep' ? user.personId : account.ownerId;
    return this.runs.put(id, value, { revision: 0, ownerId, accountId: account.id });
  }

  saveAnswers(record: RecordOf<RunValue>, answers: Answers): Promise<RecordOf<RunValue>> {
    return this.runs.put(record.id, { ...record.value, answers }, { revision: record.revision });
  }

  submit(body: SubmitRequest): Promise<RecordOf<RunValue>> {
    return this.#host.data.call('submit', { method: 'POST', body });
  }

  async step(body: StepRequest): Promise<RecordOf<FindingValue>> {
    return this.#told(await this.#host.data.call<RecordOf<FindingValue>>('step', { method: 'POST', body }));
  }

  async assign(body: AssignRequest): Promise<RecordOf<FindingValue>> {
    return this.#told(await this.#host.data.call<RecordOf<FindingValue>>('assign', { method: 'POST', body }));
  }

  /** Findings of one check. */
  async findingsOf(runId: string): Promise<readonly RecordOf<FindingValue>[]> {
    return this.findings.listAll({ where: [{ field: 'runId', op: 'eq', value: runId }] });
  }

  /** Tells the page that a finding changed. */
  announce(record: Pick<RecordOf<FindingValue>, 'id' | 'accountId' | 'value'>): void {
    const payload = { accountId: record.accountId ?? '', findingId: record.id, state: record.value.state };
    this.#host.events.emit('compliance-checklists/finding-changed', payload);
  }

  #told(record: RecordOf<FindingValue>): RecordOf<FindingValue> {
    this.announce(record);
    return record;
  }
}
