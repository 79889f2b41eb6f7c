/** One thing a target lacks, with what was found and what to do. */
import { phrase } from '../phrases.ts';
import type { Figures, Texts } from '../phrases.ts';
import { LINT_TEXTS } from './texts.ts';
import type { FindingCode } from './texts.ts';

/** SMART, and 可预测, which only the five principles ask for. */
export type Principle = 'specific' | 'measurable' | 'predictable' | 'attainable' | 'relevant' | 'timeBound';

/** 'error' breaks the principle, 'warning' puts it in doubt, 'notice' is worth a look. */
export type Severity = 'error' | 'warning' | 'notice';

/** A finding of the linter. */
export interface Finding {
  readonly code: FindingCode;
  readonly principle: Principle;
  readonly severity: Severity;
  /** The figures it rests on. */
  readonly evidence: Figures;
  readonly texts: Texts;
  readonly remedy: Texts;
}

/** Makes a finding and fills its sentences. */
export function finding(code: FindingCode, principle: Principle, severity: Severity, evidence: Figures = {}): Finding {
  const { texts, remedy } = LINT_TEXTS[code];
  return { code, principle, severity, evidence, texts: phrase(texts, evidence), remedy: phrase(remedy, evidence) };
}
