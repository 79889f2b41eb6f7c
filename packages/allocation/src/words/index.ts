export { amountWords, changeWords, percentWords, plainAmount, unitName } from './amount-words.ts';
export { cellWords, instantWords, memberWords } from './cell-words.ts';
export { explainInWords } from './explain-in-words.ts';
export { methodWords } from './method-words.ts';
export { refusalWords } from './refusal-words.ts';
export type { AnyRefusal } from './refusal-words.ts';
export type { Language, MoneyUnit } from './amount-words.ts';
export type { Names, Speech } from './cell-words.ts';
export type { Sentence } from './explain-in-words.ts';
