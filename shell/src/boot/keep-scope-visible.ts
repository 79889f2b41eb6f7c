import { scopeIsVisible } from '../data/visible-organisation.ts';
import type { Shell } from '../state/shell.ts';

/**
 * Keeps the scope of the address to what the person may see; plugins get their default for anything else, and one sentence
 * says so. Resolves when the first address is checked; plain addresses need no organisation for it.
 */
export async function keepScopeVisible(shell: Shell): Promise<void> {
  const { router, session, texts, notices } = shell;
  if (session.user.role !== 'rep' && session.user.role !== 'manager') return;
  const { unitId, personId } = router.defaultScope;
  const isDefault = (): boolean => router.scope.current.unitId === unitId && router.scope.current.personId === personId;
  let asked = false;
  const check = async (): Promise<void> => {
    if (asked || isDefault()) return;
    asked = true;
    const organisation = await shell.organisation().catch(() => null);
    asked = organisation !== null;
    if (!organisation) return;
    const back = (): void => router.setScope({ unitId, personId });
    router.keepTo(
      (scope) => scopeIsVisible(organisation, session, scope),
      () =>
        notices.add({
          tone: 'warning',
          text: texts.t('scope.hidden'),
          action: { label: texts.t('scope.mine'), run: back },
        }),
    );
  };
  router.scope.subscribe(() => void check());
  await check();
}
