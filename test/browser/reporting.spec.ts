import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openSample } from './open-sample.ts';

import { bring, commit, useExampleUnits } from './submit-files.ts';

test('the sample shows who has reported, what is missing, and from there the template to fill in', async ({
	page
}) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Tình hình nộp' }).click();
	await expect(
		page.getByRole('heading', { name: 'Tình hình nộp báo cáo', level: 1 })
	).toBeVisible();
	await expect(table(page)).toBeVisible();
	await expect(page.getByText(/^Quá hạn mà chưa nộp: 2 báo cáo của 2 đơn vị\.$/)).toBeVisible();

	await page.getByLabel('Chỉ đơn vị còn thiếu').check();
	await expect(page).toHaveURL(/[?&]missing=1/);
	await expect(table(page).getByRole('row')).toHaveCount(4);
	const missing = table(page).locator('button[data-state=missing]').last();
	await missing.click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('quá hạn');
	const downloading = page.waitForEvent('download');
	await dialog.getByRole('button', { name: /^Tải mẫu biểu điền sẵn/ }).click();
	expect((await downloading).suggestedFilename()).toMatch(/^B[67]-2025-Q4-MH-\w+\.xlsx$/);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
});

test('sheet and years are chosen, stand in the address, and survive a reload and the other language', async ({
	page
}) => {
	await openSample(page, '/reporting');
	await page.getByRole('combobox', { name: 'Biểu' }).selectOption('B4');
	await page.getByLabel('Từ năm').selectOption('2024');
	await expect(page).toHaveURL(/sheet=B4&since=2024/);
	await expect(
		table(page).getByRole('columnheader', { name: /Quý I\/2024 hạn 10\/04\/2024/ })
	).toBeVisible();
	await page.getByRole('button', { name: 'Mở hết các cấp' }).click();
	const late = cell(page, 'Đảng bộ phường Tân Lợi', 'Quý II/2025');
	await expect(late).toHaveText('Muộn 6 ngày');
	await expect(cell(page, 'Đảng bộ phường Tân Lợi', 'Quý I/2025')).toHaveText('Đúng hạn');

	await page.reload();
	await expect(page.getByRole('combobox', { name: 'Biểu' })).toHaveValue('B4');
	await page.getByRole('link', { name: 'EN, English' }).click();
	await expect(page.getByRole('heading', { name: 'Who has reported', level: 1 })).toBeVisible();
	await expect(page).toHaveURL(/lang=en&sheet=B4&since=2024/);
	await expect(page.getByRole('combobox', { name: 'Sheet' })).toHaveValue('B4');
});

test('a year nobody has reported for is all missing or still to come', async ({ page }) => {
	await page.clock.setFixedTime(new Date('2026-11-22T03:00:00Z'));
	await openSample(page, '/reporting?sheet=B1');
	await page.getByLabel('Đến năm').selectOption('2026');
	await expect(cell(page, 'Đảng bộ phường An Bình', 'Quý III/2026')).toHaveText('Chưa nộp');
	await expect(cell(page, 'Đảng bộ phường An Bình', 'Quý IV/2026')).toHaveText('Chưa đến hạn');
});

test('the list of what is missing is copied as text and downloaded as a table', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openSample(page, '/reporting');
	await page.getByRole('button', { name: 'Chép danh sách' }).click();
	await expect(page.getByText('Đã chép danh sách 2 đơn vị.')).toBeVisible();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toContain('DANH SÁCH ĐƠN VỊ CHƯA NỘP BÁO CÁO');
	expect(text).toMatch(/^- Đảng bộ .*: Quý IV\/2025: B[67] \(hạn 10\/01\/2026\)$/m);

	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tải danh sách (CSV)' }).click();
	const list = await readFile(await (await downloading).path(), 'utf8');
	expect(list).toContain('Cấp trên trực tiếp,Mã đơn vị,Đơn vị,Biểu,Kỳ báo cáo,Hạn nộp');
	expect(list.match(/,B[67],Quý IV\/2025,2026-01-10,/g)).toHaveLength(2);
});

test('the table is walked with the keyboard alone', async ({ page }) => {
	await openSample(page, '/reporting?sheet=B1&lang=en');
	await expect(table(page)).toBeVisible();
	const close = table(page).getByRole('button', { name: 'Collapse Đảng bộ thành phố Minh Họa' });
	await tabTo(page, close);
	await page.keyboard.press('ArrowRight');
	await expect(cell(page, 'Đảng bộ thành phố Minh Họa', 'Q1 2025')).toBeFocused();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	const district = table(page).getByRole('button', { name: /^Expand Đảng bộ quận Minh Trung$/ });
	await expect(district).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowDown');
	await expect(cell(page, 'Đảng bộ phường 1', 'Q1 2025')).toBeFocused();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Đảng bộ phường 1 · Q1 2025' });
	await expect(dialog).toContainText('Received');
	await page.keyboard.press('Escape');
	await expect(cell(page, 'Đảng bộ phường 1', 'Q1 2025')).toBeFocused();
});

test('a report counts from the day of receipt that the analyst notes', async ({ page }) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await page.getByLabel('Ngày nhận báo cáo (nếu khác hôm nay)').fill('2025-01-12');
	await commit(page);
	await page.goto('/reporting?sheet=B1');
	await expect(cell(page, /An Bình/, 'Quý IV/2024')).toHaveText('Muộn 2 ngày');
	await expect(cell(page, /An Bình/, 'Quý III/2024')).toHaveText('Chưa nộp');
});

test('without submissions the page says what to do', async ({ page }) => {
	await page.goto('/reporting');
	await expect(page.getByText('Chưa có lượt nộp nào')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Nạp số liệu' })).toBeVisible();
});

test('axe finds nothing wrong with the details of a report', async ({ page }) => {
	await openSample(page, '/reporting');
	await table(page).locator('button[data-state]').first().click();
	await expect(page.getByRole('dialog')).toBeVisible();
	expect(await axeFaults(page, { within: '[role=dialog], dialog[open]' })).toEqual([]);
});

function table(page: Page): Locator {
	return page.getByRole('treegrid');
}

function cell(page: Page, unit: string | RegExp, period: string): Locator {
	const name = typeof unit === 'string' ? unit : unit.source;
	const escaped = period.replaceAll('/', '\\/');
	return table(page).getByRole('button', { name: new RegExp(`${name}, ${escaped}: `) });
}

async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let steps = 0; steps < 60; steps++) {
		if (await target.evaluate((element) => element === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(target).toBeFocused();
}
