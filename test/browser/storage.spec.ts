import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { sidewaysScroll } from './settled.ts';
import { GOLDEN, bring, commit, gauge, undo, useExampleUnits } from './submit-files.ts';

test('a full disk refuses a submission and says why; nothing is lost, and the app goes on', async ({
	page,
	context,
	origin
}) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await commit(page);
	const session = await context.newCDPSession(page);
	// Less than is used: what the rollup writes and takes away behind the submission leaves no room either.
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	await bring(page, 'examples/B2.csv');
	await page.getByRole('button', { name: 'Nộp 1 biểu' }).click();
	await expect(page.getByText(/Hết dung lượng nên chưa lưu được/).first()).toBeVisible();
	await expect(page.getByText(/^Hết chỗ lưu số liệu/)).toBeVisible();
	await expect(page.getByRole('button', { name: /^Hoàn tác B/ })).toHaveCount(1);
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await commit(page);
	await expect(page.getByText(/^Hết chỗ lưu số liệu/)).toBeHidden();
	await page.goto('/');
	await expect(gauge(page)).toHaveAttribute('aria-valuenow', GOLDEN.original);
});

test('where little room is left that is said, with how much, and the way to the backups', async ({
	page
}) => {
	// Chromium tells every page of 10 GB to come, however full the disk is.
	await page.addInitScript(() => {
		navigator.storage.estimate = () => Promise.resolve({ usage: 1_203e6, quota: 1_215.4e6 });
	});
	await useExampleUnits(page);
	await expect(page.getByText(/^Sắp hết chỗ lưu số liệu: còn 12 MB\./)).toBeVisible();
	await expect(page.getByText(/^Đã dùng 1,2 GB, còn 12 MB trong 1,2 GB/)).toBeVisible();
	await page.keyboard.press('l');
	await page.getByRole('link', { name: 'Go to backups' }).press('Enter');
	await expect(page).toHaveURL(/#packages$/);
	await page.keyboard.press('Tab');
	await expect(page.locator('#packages :focus')).toHaveCount(1);
	expect(await axeFaults(page, { within: '.notice' })).toEqual([]);
});

test('the page says how the data are kept, and what was done, to be searched and taken along', async ({
	page
}) => {
	await useExampleUnits(page);
	await bring(page, 'examples/B1.csv');
	await commit(page);
	await undo(page, 'B1.csv');
	await expect(page.getByText(/^Đã dùng .* trong .* mà trình duyệt dành cho trang/)).toBeVisible();
	await page.getByRole('heading', { name: 'Nhật ký', exact: true }).click();
	const rows = page.locator('details').filter({ hasText: 'Nhật ký' }).locator('tbody tr');
	await expect(rows).toHaveCount(3);
	await expect(rows.first()).toContainText('Hoàn tác lượt nộp');
	await expect(rows.first()).toContainText('B1.csv');
	await page.getByLabel('Tìm trong nhật ký').fill('b1.csv');
	await expect(rows).toHaveCount(2);
	await page.getByLabel('Loại việc').selectOption('submitted');
	await expect(rows).toHaveCount(1);
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tải nhật ký (CSV)' }).click();
	const text = await readFile(await (await downloading).path(), 'utf8');
	expect(text).toContain('Thời điểm,Việc,Tệp,Số mục,Số con số');
	await page.getByLabel('Loại việc').selectOption('');
	await page.getByLabel('Tìm trong nhật ký').fill('nhat-ky');
	await expect(rows).toHaveCount(1);
	await diagnosisHoldsNoData(page);
	expect(await axeFaults(page, { within: 'main' })).toEqual([]);
	await page.setViewportSize({ width: 320, height: 700 });
	expect(await sidewaysScroll(page)).toBe(0);
});

async function diagnosisHoldsNoData(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Chép bản chẩn đoán' }).click();
	const text = await page.getByRole('textbox', { name: 'Khi cần hỗ trợ' }).inputValue();
	expect(text).toContain('units: 6');
	expect(text).not.toMatch(/\.csv|B1|MH0|Minh Họa|An Bình/);
}
