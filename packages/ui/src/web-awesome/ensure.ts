/** The Web Awesome elements that look right with our tokens and are proven under a strict Content Security Policy. */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'wa-select': () => import('@awesome.me/webawesome/dist/components/select/select.js'),
  'wa-option': () => import('@awesome.me/webawesome/dist/components/option/option.js'),
  'wa-dialog': () => import('@awesome.me/webawesome/dist/components/dialog/dialog.js'),
  'wa-tooltip': () => import('@awesome.me/webawesome/dist/components/tooltip/tooltip.js'),
  'wa-dropdown': () => import('@awesome.me/webawesome/dist/components/dropdown/dropdown.js'),
  'wa-dropdown-item': () => import('@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js'),
};

let prepared: Promise<void> | undefined;

/** Our icons and the Chinese words come before the first element renders. */
async function prepare(): Promise<void> {
  const [{ installIcons }] = await Promise.all([
    import('./icons.ts'),
    import('@awesome.me/webawesome/dist/translations/zh-cn.js'),
  ]);
  installIcons();
}

/**
 * Loads Web Awesome elements one by one. They register themselves, once. Rejects with `ui.unknown-element` for
 * what is not in the list: each one is added together with its proof.
 */
export async function ensureWebAwesome(tags: readonly string[]): Promise<void> {
  const unknown = tags.find((tag) => !(tag in loaders));
  if (unknown)
    throw new Error(`ui.unknown-element: <${unknown}> is not offered. Offered are: ${Object.keys(loaders).join(', ')}.`);
  prepared ??= prepare();
  await prepared;
  // One after the other: an option whose select is still unknown would be an option of no list.
  for (const tag of tags) await loaders[tag]?.();
}
