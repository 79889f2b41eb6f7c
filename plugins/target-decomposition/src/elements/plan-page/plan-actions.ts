import { newId } from '@milepost/sdk';
import { toApiError } from '../../controllers/plan-controller.ts';
import type { PlanModel } from '../../controllers/plan-model.ts';
import { PlanStore } from '../../data/plan-store.ts';
import type { AllocationValue, PlanNode } from '../../domain/types.ts';
import type { PlanPage } from './plan-page.ts';

/** Runs an action and tells the person when it failed; nothing else changes then. */
async function tell<T>(page: PlanPage, run: (store: PlanStore) => Promise<T>): Promise<T | null> {
  try {
    return await run(new PlanStore(page.host));
  } catch (error) {
    const { message, code } = toApiError(error);
    page.host.notify({ tone: 'critical', text: page.words.t('plan.action.failed', { message, code }) });
    return null;
  }
}

function changed(page: PlanPage, model: PlanModel): void {
  page.host.events.emit('target-decomposition/plan-changed', {
    planId: model.record.id,
    period: model.record.value.period,
  });
}

/** Publishes the plan; the one that was published before becomes a draft again. */
export async function publishPlan(page: PlanPage, model: PlanModel): Promise<void> {
  const { t } = page.words;
  const other = page.plan.plans.find((plan) => plan.id !== model.record.id && plan.value.status === 'published');
  const text = other ? t('publish.replaces', { name: other.value.name }) : t('publish.text');
  if (page.plan.dirty) {
    page.host.notify({ tone: 'warning', text: t('publish.dirty') });
    return;
  }
  if (
    !(await page.host.confirm({
      title: t('publish.title', { name: model.record.value.name }),
      text,
      confirmLabel: t('plan.publish'),
    }))
  )
    return;
  await tell(page, (store) => store.publish(model.record, page.plan.plans, new Date().toISOString()));
  changed(page, model);
}

/** Takes a published plan back to draft. */
export async function withdrawPlan(page: PlanPage, model: PlanModel): Promise<void> {
  const { t } = page.words;
  if (
    !(await page.host.confirm({
      title: t('withdraw.title', { name: model.record.value.name }),
      text: t('withdraw.text'),
      confirmLabel: t('plan.withdraw'),
      tone: 'danger',
    }))
  )
    return;
  await tell(page, (store) => store.savePlan(model.record.id, { ...model.record.value, status: 'draft' }, model.record.revision));
  changed(page, model);
}

/** Deletes a draft with all its numbers; answers whether it is gone. */
export async function removePlan(page: PlanPage, model: PlanModel): Promise<boolean> {
  const { t } = page.words;
  if (
    !(await page.host.confirm({
      title: t('delete.title', { name: model.record.value.name }),
      text: t('delete.text'),
      confirmLabel: t('plan.delete'),
      tone: 'danger',
    }))
  )
    return false;
  const gone = await tell(page, async (store) => {
    await store.remove(model.record);
    return true;
  });
  if (gone) await page.host.drafts.remove(`plan/${model.record.id}`);
  return gone === true;
}

/** Copies the stored plan under a new name, as a draft; answers the new id. */
export function copyPlan(page: PlanPage, model: PlanModel, name: string): Promise<string | null> {
  const { record } = model;
  const id = `plan-${record.value.period}-${newId().slice(0, 8)}`;
  return tell(page, async (store) => {
    await store.savePlan(id, { ...record.value, name, status: 'draft', publishedAt: null, copiedFrom: record.id }, 0);
    const values = model.stored.map(({ value }): AllocationValue => ({ ...value, planId: id }));
    await store.copyAllocations(id, values, model.stored);
    return id;
  });
}

/** Renames a plan; answers its id. */
export function renamePlan(page: PlanPage, model: PlanModel, name: string): Promise<string | null> {
  const { record } = model;
  return tell(page, async (store) => (await store.savePlan(record.id, { ...record.value, name }, record.revision)).id);
}

/** Takes people who joined after the plan was made into it, without numbers. */
export async function adoptJoined(
  page: PlanPage,
  model: PlanModel,
  nodes: readonly PlanNode[],
  months: readonly string[],
): Promise<void> {
  const { t } = page.words;
  try {
    await new PlanStore(page.host).addNodes(model.record, nodes, months);
    page.host.notify({ tone: 'positive', text: t('change.adopted', { count: nodes.length }) });
    changed(page, model);
  } catch (error) {
    page.host.notify({
      tone: 'critical',
      text: t('change.adopt.failed', { message: toApiError(error).message }),
    });
  }
}
