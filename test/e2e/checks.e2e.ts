import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { accountsOf } from '../support/api.ts';
import { openAs, settled } from '../support/browser.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

const conditional = '改动处或对方文本是否经法务审核？';
const failing = '履行期限、地点、方式和争议解决办法是否写明？';
const finding = '合同未写明争议解决办法。';

const question = (page: Page, title: string): Locator => page.locator('fieldset.question').filter({ hasText: title });

async function choose(page: Page, title: string, label: string): Promise<void> {
  await question(page, title)
    .locator('label.option', { has: page.getByText(label, { exact: true }) })
    .click();
}

/** Answers everything that is asked and still open, the first choice each time, until nothing new is asked. */
async function answerTheRest(page: Page): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    const open = page
      .locator('fieldset.question')
      .filter({ hasNot: page.locator('input:checked') })
      .filter({ has: page.locator('input[type=radio]') });
    if ((await open.count()) > 0) {
      await open.first().locator('label.option').first().click();
      continue;
    }
    // Numbers, days and texts; an amount and a number of days may be the same figure.
    const empty = page.locator(
      'fieldset.question input:not([type=radio]):not([type=checkbox]):not([type=file]), fieldset.question textarea',
    );
    const values = await empty.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    const next = values.indexOf('');
    if (next < 0) return;
    await empty.nth(next).fill((await empty.nth(next).getAttribute('type')) === 'date' ? '2026-11-20' : '30');
    await empty.nth(next).press('Tab');
  }
  throw new Error('The questions do not end');
}

it('asks what the answers make it ask, scores, and makes a finding with an owner and a due date that stays', async () => {
  const account = (await accountsOf(portal, portal.user('rep'), 2))[1];
  const { page, watch } = await openAs(portal, portal.user('rep'), `/checks?start=1&account=${account?.id}`);
  await page.locator('li.template').filter({ hasText: '签约前合同检查' }).getByText('用此表检查').click();
  await question(page, '合同采用哪一方的文本？').waitFor();
  expect(await question(page, conditional).count(), 'not asked yet').toBe(0);
  await choose(page, '合同采用哪一方的文本？', '对方文本');
  await question(page, conditional).waitFor();
  await choose(page, '合同采用哪一方的文本？', '我方现行模板');
  await question(page, conditional).waitFor({ state: 'detached' });
  await choose(page, '合同采用哪一方的文本？', '对方文本');
  await answerTheRest(page);
  await choose(page, failing, '否');
  await answerTheRest(page);
  await question(page, '待签文本')
    .locator('input[type=file]')
    .setInputFiles({ name: '合同定稿.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
  await question(page, '待签文本').getByText('合同定稿.pdf').waitFor();
  await page.getByText('核对并提交').click();
  const proposal = page.locator('li.proposal').filter({ hasText: failing });
  await proposal.locator('input[type=checkbox]').check();
  await proposal.locator('textarea').first().fill(finding);
  const due = (await proposal.innerText()).match(/期限[^\n]*\d+月\d+日[^\n]*/)?.[0];
  expect(due).toBeTruthy();
  const more = page.locator('li.proposal textarea');
  for (let index = 0; index < (await more.count()); index += 1)
    if ((await more.nth(index).inputValue()) === '') await more.nth(index).fill('见现场记录。');
  await page.getByText('提交并立项').click();
  await page.getByText('检查已提交').first().waitFor();
  await settled(page);
  expect(watch.errors).toEqual([]);

  const expectFinding = async (opened: Page): Promise<void> => {
    await opened.goto(`${portal.url}/checks?tab=findings`);
    await settled(opened);
    const row = opened
      .getByRole('row')
      .filter({ hasText: account?.name ?? '' })
      .filter({ hasText: failing.slice(0, 6) })
      .first();
    const text = await row.innerText();
    expect(text).toContain(portal.user('rep').name);
    expect(text).toMatch(/\d+月\d+日/);
  };
  await expectFinding(page);
  await portal.restart('SIGKILL');
  const again = await openAs(portal, portal.user('manager'), '/checks');
  await again.page
    .getByRole('row')
    .filter({ hasText: account?.name ?? '' })
    .first()
    .waitFor();
  await expectFinding(again.page);
});

it('keeps a half-filled check over a reload', async () => {
  const account = (await accountsOf(portal, portal.user('rep'), 3))[2];
  const { page } = await openAs(portal, portal.user('rep'), `/checks?start=1&account=${account?.id}`);
  await page.locator('li.template').filter({ hasText: '签约前合同检查' }).getByText('用此表检查').click();
  await choose(page, '合同采用哪一方的文本？', '对方文本');
  await page.getByText('已保存').first().waitFor();
  await page.reload();
  await settled(page);
  await question(page, conditional).waitFor();
});
