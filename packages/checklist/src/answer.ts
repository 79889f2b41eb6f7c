/** What can be answered: `yes`, `no`, `na` or an option id; several option ids or file ids; a number (money in minor units). */
export type AnswerValue = string | number | readonly string[];

/** One answer with what belongs to it. */
export interface Answer {
  /** Null is "not answered". Dates are 'YYYY-MM-DD'. */
  readonly value: AnswerValue | null;
  /** The item does not apply here; for yes/no/na items the value `na` says the same. */
  readonly notApplicable?: boolean;
  readonly note?: string;
  /** Ids of photos and files handed in as evidence. */
  readonly photos?: readonly string[];
  readonly files?: readonly string[];
  readonly by?: string;
  /** ISO instant. */
  readonly at?: string;
}

/** Answers by item id. */
export type Answers = Readonly<Record<string, Answer>>;

/** The answer to an item, never something inherited by the object. */
export function answerOf(answers: Answers, itemId: string): Answer | null {
  return Object.hasOwn(answers, itemId) ? (answers[itemId] ?? null) : null;
}

/** Whether an answer says that its item does not apply. */
export function isNotApplicable(answer: Answer | null): boolean {
  return answer !== null && (answer.notApplicable === true || answer.value === 'na');
}

/** Whether there is an answer; an empty text or list is none, "does not apply" is one. */
export function isAnswered(answer: Answer | null): boolean {
  if (answer === null) return false;
  if (isNotApplicable(answer)) return true;
  const { value } = answer;
  return value !== null && (typeof value === 'number' || value.length > 0);
}
