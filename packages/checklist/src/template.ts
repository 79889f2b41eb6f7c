import type { Condition } from './conditions/index.ts';
import type { Text } from './problem.ts';

/** What happens to the answer of an item that gets hidden. In every case it counts neither for conditions nor for the score. */
export type HiddenAnswerPolicy = 'keep' | 'clear' | 'clear-on-submit';

/** The clause behind a question, as data. */
export interface LawRef {
  /** Stable id of the law, such as `civil-code`. */
  readonly lawId: string;
  readonly law: Text;
  readonly article: string;
  readonly version: string;
  /** Business day from which this version is in force; absent while nobody has established it. */
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  /** Shown with the question. `to-be-confirmed`: nobody with the right to say so has checked it for this company yet. */
  readonly confirmation: 'confirmed-by-counsel' | 'to-be-confirmed';
  readonly summary: Text;
}

/** What has to be handed in with an answer, and when. `fail` is an answer that scores 0, `below-full` one below 100. */
export interface EvidenceRule {
  readonly when: 'always' | 'below-full' | 'fail';
  readonly needs: readonly ('photo' | 'file' | 'note')[];
}

/** How bad a finding from this item would be. */
export type Severity = 'minor' | 'major' | 'critical';

interface ItemBase {
  /** Lower-case letters, digits and hyphens; unique in the template, also across its versions. */
  readonly id: string;
  readonly title: Text;
  readonly help?: Text;
  readonly showIf?: Condition;
  /** Default true for scored items, false otherwise. */
  readonly required?: boolean;
  readonly requiredIf?: Condition;
  /** Percent of its section, three decimals at most. Without a weight the item is not scored. */
  readonly weight?: number;
  /** A score of 0 here fails the whole run. Works without a weight too. */
  readonly critical?: boolean;
  readonly severity?: Severity;
  readonly evidence?: EvidenceRule;
  readonly lawRefs?: readonly LawRef[];
  readonly hiddenAnswer?: HiddenAnswerPolicy;
  /** Offer "does not apply" (yes/no/na items always do). */
  readonly allowNotApplicable?: boolean;
}

/** An option with its score of 0 to 100; without one it is not scored. */
export interface Option {
  readonly id: string;
  readonly title: Text;
  readonly score?: number;
}

/** One question, told apart by `type`. */
export type ChecklistItem = ItemBase &
  (
    | {
        readonly type: 'yes-no-na';
        /** Default `{ yes: 100, no: 0 }`. */ readonly scores?: { readonly yes: number; readonly no: number };
      }
    | { readonly type: 'choice'; readonly options: readonly Option[] }
    /** The score is the lowest of the chosen options. */
    | { readonly type: 'multi-choice'; readonly options: readonly Option[] }
    /** `pass` scores 100 inside the range (edges included) and 0 outside. */
    | {
        readonly type: 'number';
        readonly unit: Text;
        readonly min?: number;
        readonly max?: number;
        readonly pass?: Range;
      }
    /** Minor units. */
    | {
        readonly type: 'money';
        readonly currency: string;
        readonly min?: number;
        readonly max?: number;
        readonly pass?: Range;
      }
    | { readonly type: 'date'; readonly min?: string; readonly max?: string }
    | { readonly type: 'text'; readonly maxLength?: number }
    /** The value is a list of file ids. */
    | { readonly type: 'photo' | 'file'; readonly maxFiles?: number }
  );

/** An interval with both edges included. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** A part of a template. */
export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly showIf?: Condition;
  /** Percent of the template. Without a weight nothing in the section is scored. */
  readonly weight?: number;
  /** Priority section: a section score below this percentage fails the whole run. */
  readonly floor?: number;
  readonly items: readonly ChecklistItem[];
}

/** A risk level from `from` percent (included) up to the next one. */
export interface RiskLevel {
  readonly id: string;
  readonly title: Text;
  readonly from: number;
}

/** A checklist template. Immutable once published: a change is a new version. */
export interface Template {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** Shown before the first question, such as "not legal advice". */
  readonly notice?: Text;
  /** Default for all items. */
  readonly hiddenAnswer: HiddenAnswerPolicy;
  /** Percent needed to pass; edge included. Without it only critical items and floors decide. */
  readonly passFrom?: number;
  readonly riskLevels?: readonly RiskLevel[];
  readonly sections: readonly Section[];
}
