import type { Role } from '@milepost/sdk/host';
import type { When, WidgetContribution } from '@milepost/sdk/manifest';
import type { PortalFile, SlotItem } from '@milepost/sdk/portal';
import type { Snapshot } from '../registry/snapshot.ts';

/** A widget that stands in a slot for this person now. */
export interface SlotWidget {
  readonly pluginId: string;
  readonly widget: WidgetContribution;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What conditions are checked against. */
export interface Circumstances {
  readonly role: Role;
  readonly online: boolean;
}

/** Whether all given conditions hold. */
export function holds(when: When | undefined, now: Circumstances): boolean {
  if (when?.roles && !when.roles.includes(now.role)) return false;
  return when?.online === undefined || when.online === now.online;
}

/**
 * The widgets of a slot in order: those the portal file lists, or, where it does not list the slot, every widget that
 * names it. A listed widget that no longer exists is left out; the portal's problems name it.
 */
export function resolveSlot(
  slot: string,
  portal: Pick<PortalFile, 'plugins' | 'slots'>,
  snapshot: Snapshot,
  now: Circumstances,
): readonly SlotWidget[] {
  const listed = portal.slots?.[slot] ?? offered(slot, portal, snapshot);
  return listed.flatMap((item) => {
    const plugin = snapshot.plugins.find(({ id }) => id === item.plugin);
    const widget = plugin?.manifest.contributes.widgets?.find(({ id }) => id === item.widget);
    if (!widget || !holds(item.when, now) || !holds(widget.when, now)) return [];
    return [{ pluginId: item.plugin, widget, config: item.config ?? {} }];
  });
}

function offered(slot: string, portal: Pick<PortalFile, 'plugins'>, snapshot: Snapshot): readonly SlotItem[] {
  return Object.keys(portal.plugins).flatMap((id) => {
    const widgets = snapshot.plugins.find((plugin) => plugin.id === id)?.manifest.contributes.widgets ?? [];
    return widgets.filter((widget) => widget.slots.includes(slot)).map((widget) => ({ plugin: id, widget: widget.id }));
  });
}
