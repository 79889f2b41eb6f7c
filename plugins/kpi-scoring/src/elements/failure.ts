import { ApiError } from '@milepost/sdk';
import type { Figures } from './figures.ts';

/** What to say about an error: what happened, what is safe, what to do, and its code. */
export interface Failure {
  readonly heading: string;
  readonly text: string;
  readonly code: string;
}

/** Puts an error into words; problems of a write name their places. */
export function failureOf(error: unknown, words: Figures, heading: string): Failure {
  if (!(error instanceof ApiError)) {
    return { heading, text: error instanceof Error ? error.message : String(error), code: '' };
  }
  if (error.status === 0) return { heading, text: words.t('error.offline'), code: error.code };
  const places = error.problems.slice(0, 3).map((problem) => `${problem.path}: ${problem.message}`);
  return { heading, text: [error.message, ...places, error.remedy].filter(Boolean).join(' '), code: error.code };
}

/** True for a reading that was given up because something newer is wanted. */
export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
