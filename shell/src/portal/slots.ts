import type { WidgetPlace } from '../host/plugin-views.ts';
import type { Shell } from '../state/shell.ts';
import type { SlotItem } from '@milepost/sdk/portal';

/** A widget in a slot, with the height to keep free for it. */
export interface SlotWidget {
  readonly place: WidgetPlace;
  /** CSS pixels. */
  readonly minHeight: number;
}

type Parts = Pick<Shell, 'portal' | 'snapshot' | 'session'>;

/** What the manifests offer for a slot, in the order of the portal file's plugins. */
function offered(shell: Parts, slot: string): SlotItem[] {
  return Object.keys(shell.portal.portal.plugins).flatMap((plugin) => {
    const manifest = shell.snapshot.plugins.find(({ id }) => id === plugin)?.manifest;
    const widgets = manifest?.contributes.widgets?.filter(({ slots }) => slots.includes(slot)) ?? [];
    return widgets.map((widget) => ({ plugin, widget: widget.id }));
  });
}

/** The widgets of a slot for this person: as the portal file lists them, or all that name the slot. */
export function widgetsOf(shell: Parts, slot: string): SlotWidget[] {
  const entries = shell.portal.portal.slots?.[slot] ?? offered(shell, slot);
  return entries.flatMap((entry): SlotWidget[] => {
    const manifest = shell.snapshot.plugins.find(({ id }) => id === entry.plugin)?.manifest;
    const widget = manifest?.contributes.widgets?.find(({ id }) => id === entry.widget);
    const { role } = shell.session.user;
    const welcome = [entry.when?.roles, widget?.when?.roles].every((roles) => roles?.includes(role) ?? true);
    if (!welcome) return [];
    return [{ place: { plugin: entry.plugin, widget: entry.widget, slot, config: entry.config ?? {} }, minHeight: widget?.minHeight ?? 160 }];
  });
}
