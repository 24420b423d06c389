import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openSample } from './open-sample.ts';

/** Types a unit's code into the search of a field and takes the first found, by keyboard. */
async function chooseUnit(page: Page, field: string, code: string): Promise<void> {
	const search = page.getByRole('group', { name: field }).getByRole('searchbox').last();
	await search.fill(code);
	await expect(page.getByRole('button', { name: new RegExp(`· ${code}$`) })).toBeVisible();
	await search.press('Enter');
}

/** What the gauges of the whole city say. */
async function citySums(page: Page): Promise<(string | null)[]> {
	await page.goto('/');
	const gauges = page.getByRole('meter');
	await expect(gauges.first()).toBeVisible();
	return gauges.evaluateAll((all) => all.map((gauge) => gauge.getAttribute('aria-valuetext')));
}

test('two wards merge: the sums of the city balance, the change is saved, and undone', async ({
	page
}) => {
	await openSample(page);
	const before = await citySums(page);
	expect(before.length).toBeGreaterThan(0);
	await page.goto('/organisation');
	await page.getByLabel('Có hiệu lực từ ngày').fill('2026-08-01');
	await chooseUnit(page, 'Các đơn vị nhập lại', 'MH-805');
	await chooseUnit(page, 'Các đơn vị nhập lại', 'MH-806');
	await page.getByLabel('Mã đơn vị').fill('MH-990');
	await page.getByLabel('Tên đơn vị').fill('Đảng bộ phường Hải Đăng Mới');
	await page.getByRole('button', { name: 'Thêm vào danh sách chờ lưu' }).click();
	await expect(page.getByRole('alert')).toContainText('Chưa chọn đơn vị cấp trên');
	await chooseUnit(page, 'Trực thuộc', 'MH');
	await expect(page.getByRole('button', { name: /^Bỏ chọn Đảng bộ thành phố/ })).toBeFocused();
	await page.getByRole('button', { name: 'Thêm vào danh sách chờ lưu' }).click();
	await expect(page.getByText(/Khớp: tổng của toàn tổ chức không đổi/)).toBeVisible();
	await page.getByLabel('Căn cứ (số, ngày văn bản)').fill('NQ 12-NQ/TU, 20/7/2026');
	await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
	await expect(page.getByText('Đã lưu.')).toBeFocused();
	await expect(page.getByText('NQ 12-NQ/TU, 20/7/2026')).toBeVisible();
	await expect(page.getByText('01/08/2026', { exact: true })).toBeVisible();
	expect(await citySums(page)).toEqual(before);
	await page.goto('/organisation');
	await page.getByRole('button', { name: 'Hoàn tác lần lưu cuối' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác lần lưu cuối' }).click();
	await expect(page.getByText('Đã trở lại như trước.')).toBeVisible();
	await expect(page.getByText('01/08/2026', { exact: true })).toBeHidden();
	expect(await citySums(page)).toEqual(before);
});

test('a merger dated back over reports is told as a broken balance before it is saved', async ({
	page
}) => {
	await openSample(page, '/organisation');
	await page.getByLabel('Loại thay đổi').selectOption('merge');
	await page.getByLabel('Có hiệu lực từ ngày').fill('2025-08-01');
	await chooseUnit(page, 'Các đơn vị nhập lại', 'MH-805');
	await chooseUnit(page, 'Các đơn vị nhập lại', 'MH-806');
	await page.getByLabel('Mã đơn vị').fill('MH-990');
	await page.getByLabel('Tên đơn vị').fill('Đảng bộ phường Hải Đăng Mới');
	await chooseUnit(page, 'Trực thuộc', 'MH');
	await page.getByRole('button', { name: 'Thêm vào danh sách chờ lưu' }).click();
	await expect(page.getByText(/Lệch ở \d+ chỉ tiêu/)).toBeVisible();
	await page.getByRole('button', { name: 'Bỏ tất cả' }).click();
	await expect(page.getByRole('heading', { name: 'Chờ lưu' })).toBeHidden();
});
