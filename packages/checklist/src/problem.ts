/** A text in both languages of the product. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Something wrong, with a stable code, the path to the place, what it is and what to do about it. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: Text;
  readonly remedy: Text;
}

/** Thrown when a template cannot be evaluated at all (unknown references, circular conditions). */
export class ChecklistError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `At ${p.path}: ${p.message.en} ${p.remedy.en}`).join('\n'));
    this.name = 'ChecklistError';
    this.problems = problems;
  }
}

/** Builds a problem; the order is code, path, message zh/en, remedy zh/en. */
export function problem(code: string, path: string, zh: string, en: string, remedyZh: string, remedyEn: string): Problem {
  return { code, path, message: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } };
}
