import { render } from 'lit';
import { ensureElements } from '@milepost/ui';
import type { TemplateResult } from 'lit';

/** Shows a template in a modal dialog and resolves when it is closed. `close` is given to the template. */
export async function showDialog(
  heading: string,
  template: (close: () => void) => TemplateResult,
  options: { readonly sticky?: boolean; readonly closable?: boolean } = {},
): Promise<void> {
  await ensureElements(['mp-dialog', 'mp-button']);
  const dialog = document.createElement('mp-dialog');
  dialog.heading = heading;
  dialog.sticky = options.sticky ?? false;
  if (options.closable === false) dialog.addEventListener('request-close', (event) => event.preventDefault());
  document.body.append(dialog);
  render(
    template(() => dialog.close()),
    dialog,
  );
  await dialog.updateComplete;
  dialog.show();
  await new Promise<void>((resolve) => dialog.addEventListener('mp-close', () => resolve(), { once: true }));
  dialog.remove();
}
