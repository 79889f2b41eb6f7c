import { THIN_SPACE } from './locale.ts';

const han = '\\p{Script=Han}';
const latin = 'A-Za-z0-9';
const hanThenLatin = new RegExp(`(${han})([${latin}])`, 'gu');
const latinThenHan = new RegExp(`([${latin}%])(${han})`, 'gu');

/** Puts a thin space between Chinese and Latin or figures: `本月完成 62%，共 18 家`. Leaves existing spaces alone. */
export function spaceMixed(text: string): string {
  return text.replace(hanThenLatin, `$1${THIN_SPACE}$2`).replace(latinThenHan, `$1${THIN_SPACE}$2`);
}
