import { ensureElements } from '@milepost/ui';
import type { MpConfirm } from '@milepost/ui';

let element: MpConfirm | undefined;

/** Asks before something that cannot be undone; one dialog serves the whole page. */
export async function ask(question: {
  title: string;
  text?: string;
  action: string;
  cancel?: string;
  danger?: boolean;
}): Promise<boolean> {
  await ensureElements(['mp-confirm']);
  if (!element?.isConnected) {
    element = document.createElement('mp-confirm');
    document.body.append(element);
  }
  return element.ask(question);
}
