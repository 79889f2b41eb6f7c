import type { Answers, EvidenceKind, FindingState } from '@milepost/checklist';

/** Body of `submit`. */
export interface SubmitRequest {
  readonly runId: string;
  /** The draft's revision that was seen. */
  readonly revision: number;
  readonly answers: Answers;
  /** The score the person saw. */
  readonly seen: { readonly percent: number | null; readonly result: string };
  readonly findings: readonly { readonly itemId: string; readonly description: string; readonly ownerId: string }[];
}

/** Body of `step`: the next step of a finding. Who, in which role and when is the server's to say. */
export interface StepRequest {
  readonly findingId: string;
  readonly revision: number;
  readonly to: FindingState;
  readonly evidence: Readonly<Partial<Record<EvidenceKind, string>>>;
}

/** Body of `assign`: another person responsible. */
export interface AssignRequest {
  readonly findingId: string;
  readonly revision: number;
  readonly ownerId: string;
  readonly reason: string;
}
