/** Errors of deeper parts, with the place in the file that they come from. */
import { fileError } from './file-error.ts';
import type { AllocationError } from '../error.ts';
import type { fileMessages } from './file-messages.ts';

/** What every error of the engine and the calendar carries. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly texts: { readonly zh: string; readonly en: string };
}

/** Whether a thrown value says where something is wrong and what to do about it. */
export function isProblem(error: unknown): error is Error & Problem {
  const { code, path, texts } = (error ?? {}) as Partial<Problem>;
  return typeof code === 'string' && typeof path === 'string' && typeof texts?.zh === 'string';
}

/** An error of a deeper part under its place in the file. The code and the texts stay. */
export class PlacedError extends Error implements Problem {
  readonly code: string;
  readonly path: string;
  readonly texts: Problem['texts'];

  constructor({ code, path, texts }: Problem, place: string) {
    const whole = [place, path].filter((part) => part !== '').join('.');
    super(`At ${whole}: ${texts.en}`);
    this.name = 'PlacedError';
    this.code = code;
    this.path = whole;
    this.texts = texts;
  }
}

/** Runs what may throw with paths of its own, and puts them under a place in the file. */
export function placed<T>(place: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw isProblem(error) && !(error instanceof PlacedError) ? new PlacedError(error, place) : error;
  }
}

/** A problem of a file that a command finds itself, in the words of the catalogue. */
export function fileProblem(code: keyof typeof fileMessages, value: unknown, path = ''): AllocationError {
  return fileError(code, value, path);
}
