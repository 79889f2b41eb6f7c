/** One thing wrong with what was sent: where, what, and what to do. */
export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** The gateway's answer to a request it could not fulfil, in the person's language. */
export class ApiError extends Error {
  /** HTTP status; 0 when the gateway could not be reached. */
  readonly status: number;
  /** Stable code such as `record.invalid`. */
  readonly code: string;
  readonly remedy: string;
  readonly problems: readonly Problem[];
  readonly requestId: string | null;

  constructor(init: {
    status: number;
    code: string;
    message: string;
    remedy?: string;
    problems?: readonly Problem[];
    requestId?: string | null;
  }) {
    super(init.message);
    this.name = 'ApiError';
    this.status = init.status;
    this.code = init.code;
    this.remedy = init.remedy ?? '';
    this.problems = init.problems ?? [];
    this.requestId = init.requestId ?? null;
  }
}

/** Somebody else wrote first. `current` is what is stored now. */
export class WriteConflict extends ApiError {
  readonly current: unknown;

  constructor(init: ConstructorParameters<typeof ApiError>[0] & { current: unknown }) {
    super(init);
    this.name = 'WriteConflict';
    this.current = init.current;
  }
}
