/** A text in both languages of the product. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/**
 * Something wrong with a card or its inputs. `code` is stable, `path` leads to the place
 * (`groups.0.items.2.weight`), `remedy` says what to do about it.
 */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: Text;
  readonly remedy: Text;
}

/** Thrown by the entry points that must never return a wrong score; carries every problem found. */
export class ScoringError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `At ${p.path}: ${p.message.en} ${p.remedy.en}`).join('\n'));
    this.name = 'ScoringError';
    this.problems = problems;
  }
}

/** Builds a problem; the order is code, path, message zh/en, remedy zh/en. */
export function problem(code: string, path: string, zh: string, en: string, remedyZh: string, remedyEn: string): Problem {
  return { code, path, message: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } };
}
