import { checkTemplate, lintTemplate, templateSchema } from '@milepost/checklist';
import type { LintProblem, Problem, Template } from '@milepost/checklist';
import { checkShape } from './check-shape.ts';
import { templateRecordId } from './records.ts';

/** What reading a file came to. */
export type ReadTemplate =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a template from JSON: its syntax, its shape, then its sums and references. */
export function readTemplate(text: string): ReadTemplate {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [
        {
          code: 'template.json',
          path: '$',
          message: { zh: `不是有效的 JSON：${reason}。`, en: `This is not JSON: ${reason}.` },
          remedy: { zh: '请检查文件。', en: 'Check the file.' },
        },
      ],
    };
  }
  const shape = checkShape(value, templateSchema);
  if (shape.length > 0) return { ok: false, problems: shape };
  const template = value as Template;
  const problems = checkTemplate(template);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, template };
}

/** A copy with one value changed; `path` as in problems, `sections.0.items.3.weight`. Undefined takes the member away. */
export function withChange<T>(value: T, path: string, next: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const copy = (Array.isArray(value) ? [...(value as readonly unknown[])] : { ...value }) as Record<string, unknown>;
  if (rest.length > 0) copy[key] = withChange(copy[key], rest.join('.'), next);
  else if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy as T;
}

/** The version after one: its last number counts up. */
export function nextVersion(version: string): string {
  const match = /^(.*?)(\d+)$/.exec(version);
  return match ? `${match[1] ?? ''}${Number(match[2]) + 1}` : `${version}.1`;
}

/** Everything that stands against publishing, and what is only doubtful. */
export function publishProblems(template: Template, taken: ReadonlySet<string>): readonly LintProblem[] {
  const shape = checkShape(template, templateSchema).map((problem): LintProblem => ({ ...problem, level: 'error' }));
  if (shape.length > 0) return shape;
  const exists: LintProblem[] = taken.has(templateRecordId(template.id, template.version))
    ? [
        {
          level: 'error',
          code: 'template.version-taken',
          path: 'version',
          message: { zh: `版本 ${template.version} 已发布。`, en: `Version ${template.version} is already published.` },
          remedy: { zh: '请换一个版本号。', en: 'Choose another version.' },
        },
      ]
    : [];
  return [...exists, ...lintTemplate(template)];
}
