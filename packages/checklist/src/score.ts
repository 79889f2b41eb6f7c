import { answerOf, isNotApplicable } from './answer.ts';
import type { Answers } from './answer.ts';
import { evaluateItems } from './evaluate.ts';
import type { ItemState } from './item-state.ts';
import type { Text } from './problem.ts';
import type { ChecklistItem, Section, Template } from './template.ts';
import { milliPercent, roundHalfEven, splitByWeights } from './weight.ts';

/** One scored question. Hidden questions and those that do not apply have no line: they are in no denominator. */
export interface ScoreLine {
  readonly itemId: string;
  readonly title: Text;
  /** As declared, in thousandths of a percent of the section; other answers never change it. */
  readonly weight: number;
  /** 0 to 100; null while unanswered (the line then earns nothing yet). */
  readonly score: number | null;
  /** Contribution to the total in thousandths of a percent. Lines add up to their section, sections to the total. */
  readonly points: number;
  readonly critical: boolean;
}

/** One scored section. */
export interface SectionScore {
  readonly sectionId: string;
  readonly title: Text;
  readonly weight: number;
  /** Sum of the weights of its lines. */
  readonly denominator: number;
  /** Σ weight × score ÷ Σ weight in thousandths of a percent; null when nothing in it applies. */
  readonly percent: number | null;
  readonly points: number;
  readonly floor: number | null;
  readonly belowFloor: boolean;
  readonly lines: readonly ScoreLine[];
}

/** Why a run failed. */
export interface FailReason {
  readonly code: 'critical' | 'floor' | 'pass-mark';
  /** Item or section id; the template's id for the pass mark. */
  readonly id: string;
  readonly message: Text;
}

/** The score of a run. */
export interface ChecklistScore {
  /** Thousandths of a percent, rounded half even once; null when nothing applies. */
  readonly percent: number | null;
  /** `open` while applicable scored questions are unanswered and nothing has failed for good. */
  readonly result: 'pass' | 'fail' | 'open' | 'not-scored';
  readonly reasons: readonly FailReason[];
  readonly riskLevelId: string | null;
  readonly unanswered: readonly string[];
  readonly sections: readonly SectionScore[];
}

/**
 * Scores answers, explained line by line. Unanswered questions count as 0 so far and keep the result `open`.
 * @throws ChecklistError when conditions are circular or refer to unknown items.
 */
export function score(template: Template, answers: Answers): ChecklistScore {
  const states = evaluateItems(template, answers);
  const drafts = template.sections.filter((s) => s.weight !== undefined).map((s) => draftSection(s, states, answers));
  const used = drafts.filter((d) => d.denominator > 0n && d.weight > 0n);
  const total = totalOf(used);
  const sections = withPoints(used, total);
  const unanswered = sections.flatMap((s) => s.lines.filter((l) => l.score === null).map((l) => l.itemId));
  const percent = used.length === 0 ? null : Number(total);
  const reasons = [...criticalFails(template, states), ...floorFails(sections)];
  const final = unanswered.length === 0;
  if (final && percent !== null && percent < Math.round((template.passFrom ?? 0) * 1000)) reasons.push(belowPassMark(template));
  return {
    percent,
    result: reasons.length > 0 ? 'fail' : percent === null ? 'not-scored' : final ? 'pass' : 'open',
    reasons,
    riskLevelId: percent === null || !final ? null : riskLevel(template, percent),
    unanswered,
    sections,
  };
}

interface Draft {
  readonly section: Section;
  readonly weight: bigint;
  readonly lines: readonly {
    readonly item: ChecklistItem;
    readonly weight: bigint;
    readonly score: number | null;
    readonly milli: bigint;
  }[];
  /** Σ weight × score, score in thousandths. */
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function draftSection(section: Section, states: ReadonlyMap<string, ItemState>, answers: Answers): Draft {
  const lines = section.items
    .filter((item) => item.weight !== undefined && states.get(item.id)?.visible && !isNotApplicable(answerOf(answers, item.id)))
    .map((item) => {
      const itemScore = states.get(item.id)?.score ?? null;
      return { item, weight: milli(item.weight), score: itemScore, milli: milli(itemScore ?? 0) };
    });
  return {
    section,
    weight: milli(section.weight),
    lines,
    numerator: lines.reduce((sum, l) => sum + l.weight * l.milli, 0n),
    denominator: lines.reduce((sum, l) => sum + l.weight, 0n),
  };
}

/** Σ section weight × section ratio ÷ Σ section weight, over the least work: one common denominator. */
function totalOf(drafts: readonly Draft[]): bigint {
  if (drafts.length === 0) return 0n;
  const common = drafts.reduce((product, d) => product * d.denominator, 1n);
  const sum = contributions(drafts).reduce((a, b) => a + b, 0n);
  return roundHalfEven(sum, common * drafts.reduce((total, d) => total + d.weight, 0n));
}

/** Each section's weighted ratio over the common denominator of all. */
function contributions(drafts: readonly Draft[]): bigint[] {
  const common = drafts.reduce((product, d) => product * d.denominator, 1n);
  return drafts.map((d) => (d.weight * d.numerator * common) / d.denominator);
}

function withPoints(drafts: readonly Draft[], total: bigint): SectionScore[] {
  const parts = splitByWeights(total, contributions(drafts));
  return drafts.map((d, i) => {
    const points = parts[i] ?? 0n;
    const linePoints = splitByWeights(
      points,
      d.lines.map((l) => l.weight * l.milli),
    );
    const percent = Number(roundHalfEven(d.numerator, d.denominator));
    const answered = d.lines.every((l) => l.score !== null);
    const floor = d.section.floor ?? null;
    return {
      sectionId: d.section.id,
      title: d.section.title,
      weight: Number(d.weight),
      denominator: Number(d.denominator),
      percent,
      points: Number(points),
      floor,
      // Compared exactly, not on the rounded percentage; an open section is not below its floor yet.
      belowFloor: floor !== null && answered && d.numerator < milli(floor) * d.denominator,
      lines: d.lines.map((l, j) => ({
        itemId: l.item.id,
        title: l.item.title,
        weight: Number(l.weight),
        score: l.score,
        points: Number(linePoints[j] ?? 0n),
        critical: l.item.critical === true,
      })),
    };
  });
}

function criticalFails(template: Template, states: ReadonlyMap<string, ItemState>): FailReason[] {
  return template.sections
    .flatMap((s) => s.items)
    .filter((item) => item.critical && states.get(item.id)?.score === 0)
    .map((item) => ({
      code: 'critical',
      id: item.id,
      message: { zh: `关键项不符合：${item.title.zh}`, en: `Critical question failed: ${item.title.en}` },
    }));
}

function floorFails(sections: readonly SectionScore[]): FailReason[] {
  return sections
    .filter((s) => s.belowFloor)
    .map((s) => ({
      code: 'floor',
      id: s.sectionId,
      message: {
        zh: `“${s.title.zh}”低于 ${s.floor}% 的底线`,
        en: `"${s.title.en}" is below its floor of ${s.floor}%`,
      },
    }));
}

const belowPassMark = (template: Template): FailReason => ({
  code: 'pass-mark',
  id: template.id,
  message: {
    zh: `总分低于合格线 ${template.passFrom}%`,
    en: `The total is below the pass mark of ${template.passFrom}%`,
  },
});

function riskLevel(template: Template, percent: number): string | null {
  const rising = [...(template.riskLevels ?? [])].sort((a, b) => a.from - b.from);
  return rising.findLast((level) => percent >= Math.round(level.from * 1000))?.id ?? null;
}

const milli = (percent: number | undefined): bigint => BigInt(milliPercent(percent ?? 0) ?? 0);
