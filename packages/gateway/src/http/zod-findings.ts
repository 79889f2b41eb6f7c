import type { Words } from '@milepost/crm';
import type { z } from '@hono/zod-openapi';
import { words } from './problem.ts';
import type { Finding } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** What a zod schema found wrong, with dotted paths below `root`. */
export function zodFindings(issues: readonly Issue[], root: string): readonly Finding[] {
  return issues.slice(0, 50).map((issue) => {
    const steps = issue.path.map(String);
    if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) steps.push(issue.keys[0].slice(0, 60));
    return {
      path: [...(root ? [root] : []), ...steps].join('.'),
      code: issue.code,
      message: messageOf(issue),
    };
  });
}

function messageOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return words(`应为 ${issue.expected}`, `expected ${issue.expected}`);
    case 'invalid_value':
      return words(`应为下列之一：${issue.values.join('、')}`, `expected one of ${issue.values.join(', ')}`);
    case 'too_big':
      return words(`不能大于或长于 ${String(issue.maximum)}`, `must not be more or longer than ${String(issue.maximum)}`);
    case 'too_small':
      return words(`不能小于或短于 ${String(issue.minimum)}`, `must not be less or shorter than ${String(issue.minimum)}`);
    case 'unrecognized_keys':
      return words('不认识此项', 'is not known here');
    case 'invalid_format':
      return words(`格式不正确（${issue.format}）`, `does not have the right format (${issue.format})`);
    default:
      return words('不符合要求', issue.message);
  }
}
