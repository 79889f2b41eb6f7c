/** What a failure brings with it. */
interface WordedFailureOptions {
  /** Further members of the JSON document. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Printed before the line that says what happened. */
  readonly lines?: readonly string[];
  /** 1 when left out. */
  readonly exitCode?: number;
}

/** A failure whose texts come from the part that found it, remedy included, under a stable code. */
export class WordedFailure extends Error {
  readonly code: string;
  readonly texts: { readonly zh: string; readonly en: string };
  readonly details: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  readonly exitCode: number;

  constructor(
    code: string,
    texts: WordedFailure['texts'],
    { details = {}, lines = [], exitCode = 1 }: WordedFailureOptions = {},
  ) {
    super(texts.en);
    this.code = code;
    this.texts = texts;
    this.details = details;
    this.lines = lines;
    this.exitCode = exitCode;
  }
}
