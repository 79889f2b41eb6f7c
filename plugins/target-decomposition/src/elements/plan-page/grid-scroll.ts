import type { LitElement } from '@milepost/sdk';

const gridOf = async (root: ParentNode | null): Promise<ShadowRoot | null> => {
  const grid = root?.querySelector<LitElement>('mp-tree-grid');
  await grid?.updateComplete;
  return grid?.shadowRoot ?? null;
};

/** Starts the grid at a column, beside the names, where it does not fit in view as a whole. */
export async function startAtColumn(root: ParentNode | null, index: number): Promise<void> {
  const grid = await gridOf(root);
  const scroller = grid?.querySelector('.scroll');
  const heads = grid?.querySelectorAll('thead th');
  const [names, wanted] = [heads?.[0], heads?.[index + 1]];
  if (!scroller || !names || !wanted || index < 0) return;
  scroller.scrollLeft += wanted.getBoundingClientRect().left - names.getBoundingClientRect().right;
}

/** Brings the active cell back into view after the room for the grid has changed, as when a panel opens beside it. */
export async function showActiveCell(root: ParentNode | null): Promise<void> {
  const grid = await gridOf(root);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  grid?.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
