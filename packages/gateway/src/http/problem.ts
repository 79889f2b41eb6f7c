import type { Words } from '@milepost/crm';
import type { Locale, Problem } from '@milepost/sdk/host';
import { catalogue } from './catalogue.ts';
import type { ProblemCode } from './catalogue.ts';

/** One place that is wrong, in both languages. `path` is dotted: `value.months.2026-03`. */
export interface Finding {
  readonly path: string;
  readonly code: string;
  readonly message: Words;
}

/** What an `ApiProblem` may say beside its code. */
export interface ProblemExtras {
  readonly detail?: Words;
  readonly problems?: readonly Finding[];
  /** Further members of the answer, such as `current`. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown to end a request with an answer of the catalogue. Nothing is logged: it is the caller's to know. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }
}

/** Both languages of a text. */
export function words(zh: string, en: string): Words {
  return { 'zh-CN': zh, en };
}

/** Ends a request because of one place in it. */
export function invalid(path: string, code: string, message: Words): ApiProblem {
  return new ApiProblem('request.invalid', { problems: [{ path, code, message }] });
}

/** The answer for a problem, in one language (RFC 9457). */
export function problemResponse(problem: ApiProblem, locale: Locale, requestId: string): Response {
  const { status, title, remedy } = catalogue[problem.code];
  const { detail, problems = [], members, headers } = problem.extras;
  const body = {
    type: 'about:blank',
    title: title[locale],
    status,
    code: problem.code,
    detail: (detail ?? countOf(problems))?.[locale],
    remedy: remedy[locale],
    ...(problems.length > 0 && { problems: problems.map((finding) => inLocale(finding, locale)) }),
    ...members,
    requestId,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

function inLocale(finding: Finding, locale: Locale): Problem {
  return { path: finding.path, code: finding.code, message: finding.message[locale] };
}

function countOf(problems: readonly Finding[]): Words | undefined {
  const n = problems.length;
  return n === 0 ? undefined : words(`${n} 处需要修改。`, n === 1 ? '1 place needs a change.' : `${n} places need a change.`);
}
