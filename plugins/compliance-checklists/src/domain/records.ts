import type { Answers, Finding, FindingState, Severity, Template } from '@milepost/checklist';

/** A text in both languages, as the engine writes it. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A record of `templates`; its id is `<templateId>@<version>`. The template never changes once stored. */
export interface TemplateValue {
  readonly templateId: string;
  readonly version: string;
  /** Only active versions are offered for new checks; at most one per template. */
  readonly active: boolean;
  /** What the checklist is for, one sentence. */
  readonly purpose: Text;
  readonly template: Template;
}

/** What a submitted run came to. Percentages are thousandths of a percent. */
export interface RunResult {
  /** ISO instant. */
  readonly at: string;
  readonly percent: number | null;
  readonly result: 'pass' | 'fail' | 'not-scored';
  readonly riskLevelId: string | null;
  readonly criticalFails: number;
}

/** A record of `runs`: answers to one version of a template. The record's owner is whoever looks after the account. */
export interface RunValue {
  readonly status: 'draft' | 'submitted';
  readonly templateId: string;
  readonly templateVersion: string;
  /** As it was called on the day. */
  readonly accountName: string;
  readonly inspectorId: string;
  /** Business day: begun while a draft, submitted afterwards. */
  readonly dayOn: string;
  readonly answers: Answers;
  readonly submitted?: RunResult;
}

/** One change of the person responsible. */
export interface Assignment {
  readonly at: string;
  readonly by: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string;
}

/** A record of `findings`; its id is `<runId>.<itemId>`, its owner the person who puts it right. */
export interface FindingValue extends Omit<Finding, 'id' | 'dueOn'> {
  readonly templateId: string;
  readonly templateVersion: string;
  readonly accountName: string;
  readonly inspectorId: string;
  readonly openedOn: string;
  readonly dueOn: string;
  /** How sure the calendar is of the due day. */
  readonly dueStatus: 'official' | 'estimated' | 'unknown';
  readonly description: string;
  readonly assignments: readonly Assignment[];
}

/** A record of `attachments`: a photo, scaled down, or the fingerprint of a file that stays where it is. */
export interface AttachmentValue {
  readonly runId: string;
  readonly kind: 'photo' | 'file';
  readonly name: string;
  /** Bytes of what was chosen. */
  readonly size: number;
  /** Of `data` for photos, of the chosen file for files; lower-case hex. */
  readonly sha256: string;
  /** JPEG as base64, photos only. */
  readonly data?: string;
}

/** A run in a list: everything but its answers. */
export interface RunRow extends Omit<RunValue, 'answers' | 'submitted'> {
  readonly id: string;
  readonly ownerId: string | null;
  readonly unitId: string | null;
  readonly accountId: string | null;
  readonly result: RunResult | null;
}

/** A finding in a list: everything but its story. */
export interface FindingRow {
  readonly id: string;
  readonly runId: string;
  readonly itemId: string;
  readonly templateId: string;
  readonly title: Text;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly accountId: string | null;
  readonly accountName: string;
  readonly ownerId: string | null;
  readonly unitId: string | null;
}

/** What the page lists, from the `overview` endpoint. */
export interface Overview {
  readonly runs: readonly RunRow[];
  readonly findings: readonly FindingRow[];
}

/** The id of a template's record. */
export const templateRecordId = (templateId: string, version: string): string => `${templateId}@${version}`;

/** The id of a finding: one for each question of a run. */
export const findingId = (runId: string, itemId: string): string => `${runId}.${itemId}`;

/** A stored finding as the engine knows it. */
export function toFinding(id: string, value: FindingValue): Finding {
  const { runId, itemId, title, severity, state, dueOn, history } = value;
  return { id, runId, itemId, title, severity, state, dueOn, history };
}
