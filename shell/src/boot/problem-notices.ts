import type { Problem } from '@milepost/sdk';
import type { Shell } from '../state/shell.ts';

/** Problems of the portal file and the registry, for those who can do something about them. */
export function announceProblems(shell: Shell): void {
  const { role } = shell.session.user;
  if (role !== 'ops' && role !== 'admin') return;
  const { texts, notices, portal, snapshot } = shell;
  const say = (kind: string, problem: Problem): void =>
    notices.add(
      { tone: 'warning', text: `${kind}：${problem.message}${problem.path && problem.path !== '$' ? ` (${problem.path})` : ''}` },
      { quiet: true },
    );
  for (const problem of portal.problems) say(texts.t('frame.notices.portal'), problem);
  for (const problem of snapshot.problems) say(texts.t('frame.notices.registry'), problem);
}
