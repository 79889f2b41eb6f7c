import type { Template } from '@milepost/checklist';

/** Hands a template to the browser as a JSON file. */
export function downloadTemplate(template: Template): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(template, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${template.id}-${template.version}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
