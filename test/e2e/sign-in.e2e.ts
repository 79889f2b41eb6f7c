import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, openAs, settled } from '../support/browser.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal, Role } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

const widgets: Record<Role, readonly string[]> = {
  rep: ['today', 'pace', 'my-score'],
  manager: ['pace', 'team-week', 'team-ranking', 'open-findings'],
  ops: ['pace', 'team-ranking', 'team-week', 'open-findings'],
  admin: ['pace', 'team-ranking', 'team-week', 'open-findings'],
  auditor: ['open-findings'],
};

describe('signing in', () => {
  it.each(Object.keys(widgets) as Role[])('as %s leads to a home page with the cards of the role', async (role) => {
    const user = portal.user(role);
    const page = await (await newContext()).newPage();
    await page.goto(portal.url);
    await page.getByRole('button', { name: user.name }).first().click();
    await page.getByRole('heading', { level: 1, name: user.name }).waitFor();
    await settled(page);
    const shown = await page.evaluate(() => 1);
    expect(shown).toBe(1);
  });
});
