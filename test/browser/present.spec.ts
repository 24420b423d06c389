import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

const ALL = 12;

async function expectSlide(page: Page, number: number, all = ALL): Promise<void> {
	await expect(page.locator('[data-number]')).toHaveText(`Trang ${number}/${all}`);
	await expect(page.locator('[data-slide]')).toHaveAttribute('data-slide', `${number}`);
}

test('a presentation goes from the title over the headline indicators to what is late, by keys alone', async ({
	page
}) => {
	await openSample(page);
	await page.keyboard.press('w');
	await expectSlide(page, 1);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đảng bộ thành phố Minh Họa');
	await expect(page.getByRole('banner')).toHaveCount(0);
	await page.keyboard.press('ArrowRight');
	await expectSlide(page, 2);
	await expect(page.getByRole('meter')).toHaveAttribute('data-indicator', 'grassroots-rated-good');
	await expect(page.locator('.narrative')).toContainText('94,43%');
	await page.keyboard.press(' ');
	await expectSlide(page, 3);
	await page.keyboard.press('PageUp');
	await expectSlide(page, 2);
	await page.keyboard.press('End');
	await expectSlide(page, ALL);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Việc quá hạn');
	await expect(page.getByRole('listitem').first()).toContainText('quá');
	await page.keyboard.press('ArrowRight');
	await expectSlide(page, ALL);
	await page.keyboard.press('Home');
	await expectSlide(page, 1);
});

test('the address keeps the slide, the unit and the language', async ({ page }) => {
	await openSample(page, '/present?unit=MH-807&slide=4');
	await expectSlide(page, 4, await slides(page));
	await expect(page.getByRole('meter')).toHaveAttribute('data-unit', 'MH-807');
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL('/present?unit=MH-807&slide=5');
	await page.goto('/present?slide=2&lang=en');
	await expect(page.locator('[data-number]')).toHaveText(/^Slide 2 of \d+$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Grassroots party/);
});

test('the slides are chosen on the first one, and stand in the address', async ({ page }) => {
	await openSample(page, '/present');
	await page.locator('[data-action="choose-slides"]').click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('checkbox', { checked: true }).first().uncheck();
	await expect(page).toHaveURL(/with=/);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expectSlide(page, 1, ALL - 1);
	await page.reload();
	await expectSlide(page, 1, ALL - 1);
});

test('Escape leads back to the overview of the same unit and period', async ({ page }) => {
	await openSample(page, '/present?unit=MH-807&period=2024-Q4');
	await expect(page.locator('[data-slide]')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL('/?unit=MH-807&period=2024-Q4');
	await expect(page.getByRole('banner')).toBeVisible();
});

test('the whole screen is taken by the key that opens the slides, and given back by a button', async ({
	page
}) => {
	await openSample(page);
	await page.keyboard.press('w');
	const back = page.getByRole('button', { name: 'Thu về cửa sổ' });
	await expect(back).toBeVisible();
	expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
	await back.click();
	await expect(page.getByRole('button', { name: 'Toàn màn hình' })).toBeVisible();
	expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
	await expectSlide(page, 1);
});

test('without figures there is nothing to present, and a way on', async ({ page }) => {
	await page.goto('/present');
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Chưa có gì để trình chiếu');
	await page.getByRole('link', { name: 'Tổng quan' }).click();
	await expect(page.locator('[data-action="load-sample"]')).toBeVisible();
});

async function slides(page: Page): Promise<number> {
	const said = (await page.locator('[data-number]').textContent()) ?? '';
	return Number(said.split('/').at(-1));
}
